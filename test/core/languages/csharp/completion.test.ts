import assert from 'node:assert/strict';
import { checkCompletion, checkHover } from '../../../harness/features';
import { insert, insertClean, isAll, isFallback } from '../../../harness/insertion';
import { CSHARP, inCatch, members, onError } from './sources';

const names = { includes: ['entity_not_found', 'too_many_requests'], first: ['entity_not_found'] };

describe('C#: hover', () => {
  it('on a name in a case', () => checkHover(onError('switch (ex.Error)\n{\n    case "already_‸exists":\n        return;\n}'), '409', CSHARP).then(() => undefined));
  it('on a name in a property pattern', () => checkHover(onError('if (ex is { Error: "missing_‸scope" }) Ask();'), '401', CSHARP).then(() => undefined));
  it('on a constant that stands for a status', () => checkHover(onError('if (ex.StatusCode == HttpStatusCode.Con‸flict) ShowTaken();'), 'already_exists', CSHARP).then(() => undefined));
});

describe('C#: names in literals', () => {
  it('that are compared', () => checkCompletion(onError('if (ex.Error == "‸") ShowTaken();'), names, CSHARP).then(() => undefined));
  it('that are not yet written', () => checkCompletion(onError('if (ex.Error == ‸'), names, CSHARP).then(() => undefined));
  it('behind is and or', () => checkCompletion(onError('if (ex.Error is "already_exists" or "‸") ShowTaken();'), { first: ['entity_not_found'] }, CSHARP).then(() => undefined));
  it('in cases', () => checkCompletion(onError('switch (ex.Error)\n{\n    case "already_exists":\n        return;\n    case "‸\n}'), { first: ['entity_not_found'] }, CSHARP).then(() => undefined));
  it('in arms', () => checkCompletion(members('public static string TextOf(PlusAuthException ex) => ex.Error switch\n{\n    "already_exists" => "Taken",\n    "‸"\n    _ => ex.Message,\n};'), { first: ['entity_not_found'] }, CSHARP).then(() => undefined));
  it('in property patterns', () => checkCompletion(onError('if (ex is { Error: "‸" }) ShowTaken();'), names, CSHARP).then(() => undefined));
  it('in filters', () => checkCompletion(inCatch('Show();', 'catch (PlusAuthException ex) when (ex.Error == "‸")'), { includes: ['already_exists'] }, CSHARP).then(() => undefined));
  it('in collections', () => checkCompletion(members('private static readonly HashSet<string> Auth = ["missing_token", "‸"];\npublic bool Ask(PlusAuthException ex) => Auth.Contains(ex.Error);'), { includes: ['missing_scope'] }, CSHARP).then(() => undefined));
  it('in keys of tables', () => checkCompletion(members('private static readonly Dictionary<string, string> Texts = new()\n{\n    ["already_exists"] = "Taken",\n    ["‸"] = "",\n};\npublic string Text(PlusAuthException ex) => Texts[ex.Error];'), { includes: ['missing_scope'] }, CSHARP).then(() => undefined));
  it('nowhere else', async () => {
    await checkCompletion(onError('Log("‸");'), { none: true }, CSHARP);
    await checkCompletion(onError('var name = "‸";'), { none: true }, CSHARP);
  });
});

describe('C#: whole branches', () => {
  it('of a switch', async () => {
    const code = await insert('', onError('switch (ex.Error)\n{\n    case "already_exists":\n        ShowTaken();\n        break;\n    ‸\n}'), /^case "entity_not_found"$/, CSHARP);
    assert.match(code, /\n {12}case "entity_not_found":\n {16}\/\/ Requested resource doesn't exist\.\n {16}break;\n/);
  });
  it('of a switch whose branches give something back', async () => {
    const code = await insert('', onError('switch (ex.Error)\n{\n    case "already_exists":\n        return found;\n    ‸\n}\nreturn null;', 'User?'), /^case "entity_not_found"$/, CSHARP);
    assert.match(code, /\n {12}case "entity_not_found":\n {16}return null;\n/);
  });
  it('of a switch, all at once and the fallback', async () => {
    const source = onError('switch (ex.Error)\n{\n    case "already_exists":\n        ShowTaken();\n        break;\n    ‸\n}');
    assert.equal((await insertClean('', source, isAll, CSHARP)).match(/case "/g)?.length, 14);
    assert.match(await insertClean('', source, isFallback, CSHARP), /default:\n {16}throw ex;/);
  });
  it('of a switch on statuses', async () => {
    const code = await insert('', onError('switch (ex.StatusCode)\n{\n    case HttpStatusCode.NotFound:\n        return;\n    ‸\n}'), /^case HttpStatusCode\.Conflict$/, CSHARP);
    assert.match(code, /\n {12}case HttpStatusCode\.Conflict:\n {16}return ?;\n/);
  });
  it('of a switch expression', async () => {
    const code = await insertClean('', members('public static string TextOf(PlusAuthException ex) => ex.Error switch\n{\n    "already_exists" => "Taken",\n    ‸\n    _ => ex.Message,\n};'), /^"invalid_entity" =>/, CSHARP);
    assert.match(code, /\n {8}"invalid_entity" => ".*",\n {8}_ => ex\.Message,/);
  });
  it('behind the brace of a chain', async () => {
    const code = await insertClean('', onError('if (ex.Error == "already_exists")\n{\n    ShowTaken();\n}‸'), isFallback, CSHARP);
    assert.match(code, /\}\n {8}else\n {8}\{\n {12}throw ex;\n {8}\}/);
  });
});

describe('C#: ready handlers', () => {
  it('in a catch', async () => {
    const code = await insertClean('', inCatch('‸'), /^switch/, CSHARP);
    assert.match(code, /\n {12}switch \(ex\.Error\)\n {12}\{\n {16}case "already_exists":\n[^]*default:\n {20}throw;\n {12}\}/);
  });
  it('not in a catch of whatever comes', () => checkCompletion(inCatch('‸', 'catch (Exception ex)'), { none: true }, CSHARP).then(() => undefined));
  it('on a failed response', async () => {
    const code = await insertClean('', members(`
      public async Task CreateAsync(HttpClient http, User user)
      {
          var res = await http.PostAsJsonAsync("https://acme.plusauth.com/api/v1/users", user);
          if (!res.IsSuccessStatusCode)
          {
              ‸
          }
      }
    `), /^switch/, CSHARP);
    assert.match(code, /var answer = await res\.Content\.ReadFromJsonAsync<System\.Text\.Json\.Nodes\.JsonNode>\(\);\n {12}switch \(\(string\?\)answer\?\["error"\]\)/);
  });
});
