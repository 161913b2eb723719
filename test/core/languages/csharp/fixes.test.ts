import assert from 'node:assert/strict';
import { checkFix } from '../../../harness/fixes';
import { CATALOG_NAMES } from '../../../harness/names';
import { CSHARP, inCatch, members, onError } from './sources';

const fixes = (name: string, source: string, code: Parameters<typeof checkFix>[1]['code'], expected: RegExp, title?: RegExp): void =>
  void it(name, async () => assert.match(await checkFix(source, { code, ...(title && { title }) }, undefined, CSHARP), expected));

const forgetful = (label: string): string => inCatch(`
  switch (ex.Error)
  {
      ${label}
          ShowTaken();
          break;
  }
`);

describe('C#: fixes', () => {
  fixes('a default that rethrows in place', forgetful('case "already_exists":'), 'unhandled-error', /break;\n {16}default:\n {20}throw;\n {12}\}/);
  fixes('a default that throws what was handed over', onError('switch (ex.Error)\n{\n    case "already_exists":\n        return;\n}'), 'unhandled-error', /default:\n {16}throw ex;/);
  fixes('a branch of its own', forgetful('case "already_exists":'), 'unhandled-error', /case "entity_not_found":\n {20}throw;\n {16}default:\n {20}throw;/, /entity_not_found/);
  it('all branches', async () => {
    const result = await checkFix(forgetful('case "already_exists":'), { code: 'unhandled-error', title: /^Add all/ }, undefined, CSHARP);
    for (const name of CATALOG_NAMES) assert.equal(result.split(`"${name}"`).length, 2, name);
  });
  fixes('statuses by their names', onError('switch (ex.StatusCode)\n{\n    case HttpStatusCode.NotFound:\n        return;\n}'), 'unhandled-error', /case HttpStatusCode\.TooManyRequests:\n {16}throw ex;/, /status/);
  fixes('a case of patterns', onError('switch (ex)\n{\n    case { Error: "already_exists" }:\n        return;\n}'), 'unhandled-error', /case var _ when ex\.Error == "missing_scope":/, /missing_scope/);
  fixes('an else behind braces of its own line', inCatch('if (ex.Error == "already_exists")\n{\n    ShowTaken();\n}'), 'unhandled-error', /\}\n {12}else\n {12}\{\n {16}throw;\n {12}\}/);
  fixes('an else in the braces of the file', onError('if (ex.Error == "already_exists") {\n    ShowTaken();\n} else if (ex.Error == "missing_scope") {\n    Ask();\n}').replaceAll(/\n( *)\{/g, ' {'), 'unhandled-error', /\} else \{\n {12}throw ex;\n {8}\}/);
  fixes('a text behind a look-up', members(`
    private static readonly Dictionary<string, string> Texts = new() { ["already_exists"] = "Taken" };
    public static string? TextOf(PlusAuthException ex) => Texts.GetValueOrDefault(ex.Error);
  `), 'unhandled-error', /Texts\.GetValueOrDefault\(ex\.Error\) \?\? \$"Unexpected PlusAuth error: \{ex\.Error\}";/);
  fixes('entries like the others', members(`
    private static readonly Dictionary<string, string> Texts = new()
    {
        { "already_exists", "Taken" },
    };
    public static string? TextOf(PlusAuthException ex) => Texts.GetValueOrDefault(ex.Error);
  `), 'unhandled-error', /\n {8}\{ "already_exists", "Taken" \},\n {8}\{ "missing_scope", ".*" \},\n/, /missing_scope/);
  fixes('entries in brackets', members(`
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["already_exists"] = "Taken"
    };
    public static string? TextOf(PlusAuthException ex) => Texts.GetValueOrDefault(ex.Error);
  `), 'unhandled-error', /\n {8}\["already_exists"\] = "Taken",\n {8}\["missing_scope"\] = ".*"\n/, /missing_scope/);
  fixes('a text without quotes in an interpolation', members(`
    public void OnError(JsonElement plusAuthError)
    {
        if (plusAuthError.GetProperty("error").GetString() == "already_exists") ShowTaken();
    }
  `), 'unhandled-error', /throw new InvalidOperationException\("Unexpected PlusAuth error: " \+ plusAuthError\.GetProperty\("error"\)\.GetString\(\)\);/);
  fixes('an error that is no exception', members(`
    public void OnError(PlusAuthErrorBody body)
    {
        if (body.Error == "already_exists") ShowTaken();
    }
  `), 'unhandled-error', /throw new InvalidOperationException\(\$"Unexpected PlusAuth error: \{body\.Error\}"\);/);
  fixes('the right name', onError('if (ex.Error == "entity_notfound") Show404();\nelse throw ex;'), 'unknown-error', /ex\.Error == "entity_not_found"/);
  fixes('the right status', onError('if (ex.StatusCode == HttpStatusCode.Forbidden) Deny();\nelse throw ex;'), 'undocumented-status', /ex\.StatusCode == HttpStatusCode\.Unauthorized/);
  fixes('the status of a name', onError('if (ex is { Error: "already_exists", StatusCode: HttpStatusCode.NotFound }) ShowTaken();\nelse throw ex;'), 'status-mismatch', /StatusCode: HttpStatusCode\.Conflict/);
  fixes('the name of a status', onError('if (ex is { Error: "already_exists", StatusCode: HttpStatusCode.NotFound }) ShowTaken();\nelse throw ex;'), 'status-mismatch', /Error: "entity_not_found"/, /entity_not_found/);
  fixes('no branch twice', members(`
    public static string TextOf(PlusAuthException ex) => ex.Error switch
    {
        "already_exists" => "Taken",
        "already_exists" => "Again",
        _ => ex.Message,
    };
  `), 'unreachable-branch', /\{\n {8}"already_exists" => "Taken",\n {8}_ => ex\.Message,\n {4}\};/);
  it('arms of a switch expression', async () => {
    const source = members(`
      public static string TextOf(PlusAuthException ex) => ex.Error switch
      {
          "already_exists" => "Taken",
          _ => ex.Message
      };
    `);
    const result = await checkFix(source, { code: 'unhandled-error', title: /missing_scope/ }, undefined, { ...CSHARP, settings: { strict: true } });
    assert.match(result, /\n {8}"missing_scope" => throw ex,\n {8}_ => ex\.Message\n/);
  });
  fixes('an empty catch rethrows', members('public async Task RemoveAsync(string id)\n{\n    try\n    {\n        await plusAuth.Users.RemoveAsync(id);\n    }\n    catch (Exception)\n    {\n    }\n}'), 'swallowed-error', /catch \(Exception\)\n {8}\{\n {12}throw;\n {8}\}/);
  fixes('an empty catch gets a handler', members('public async Task RemoveAsync(string id)\n{\n    try\n    {\n        await plusAuth.Users.RemoveAsync(id);\n    }\n    catch (PlusAuthException)\n    {\n    }\n}'), 'swallowed-error', /catch \(PlusAuthException error\)\n {8}\{\n {12}switch \(error\.Error\)\n {12}\{\n[^]*default:\n {20}throw;/, /handler/);
  fixes('an empty default rethrows', inCatch('switch (ex.Error)\n{\n    case "already_exists":\n        ShowTaken();\n        break;\n    default:\n        break;\n}'), 'swallowed-error', /default:\n {20}throw;/);
});
