import assert from 'node:assert/strict';
import { checkCompletion, checkHover } from '../../../harness/features';
import { insert, insertClean, isAll, isFallback } from '../../../harness/insertion';
import { DART, inCatch, library, onError } from './sources';

const names = { includes: ['entity_not_found', 'too_many_requests'], first: ['entity_not_found'] };
const completes = (name: string, source: string, expected: Parameters<typeof checkCompletion>[1]): void => void it(name, () => checkCompletion(source, expected, DART).then(() => undefined));

describe('Dart: hover', () => {
  for (const [name, source, text] of [
    ['a name in a case', onError("switch (e.error) {\n  case 'already_‸exists':\n    return;\n}"), '409'],
    ['a name in an object pattern', onError("if (e case PlusAuthException(error: 'missing_‸scope')) ask();"), '401'],
    ['a constant that stands for a status', onError('if (e.statusCode == HttpStatus.con‸flict) showTaken();'), 'already_exists'],
  ] as const) it(`on ${name}`, () => checkHover(source, text, DART).then(() => undefined));
});

describe('Dart: names in literals', () => {
  completes('that are compared', onError("if (e.error == '‸') showTaken();"), names);
  completes('that are not yet written', onError('if (e.error == ‸'), names);
  completes('in cases', onError("switch (e.error) {\n  case 'already_exists':\n    return;\n  case '‸\n}"), { first: ['entity_not_found'] });
  completes('behind ||', onError("switch (e.error) {\n  case 'already_exists' || '‸':\n    return;\n}"), { first: ['entity_not_found'] });
  completes('in arms', library("String textOf(PlusAuthException e) => switch (e.error) {\n  'already_exists' => 'Taken',\n  '‸'\n  _ => e.message,\n};\n"), { first: ['entity_not_found'] });
  completes('behind case in if', onError("if (e.error case '‸') showTaken();"), names);
  completes('in sets', library("const auth = {'missing_token', '‸'};\nbool ask(PlusAuthException e) => auth.contains(e.error);\n"), { includes: ['missing_scope'] });
  completes('in keys of maps', library("const texts = {\n  'already_exists': 'Taken',\n  '‸': '',\n};\nString text(PlusAuthException e) => texts[e.error]!;\n"), { includes: ['missing_scope'] });
  completes('nowhere else', onError("log('‸');"), { none: true });
});

describe('Dart: whole branches', () => {
  it('of a switch', async () => {
    const code = await insert('', onError("switch (e.error) {\n  case 'already_exists':\n    showTaken();\n    break;\n  ‸\n}"), /^case 'entity_not_found'$/, DART);
    assert.match(code, /\n {4}case 'entity_not_found':\n {6}\/\/ Requested resource doesn't exist\.\n {6}break;\n/);
  });
  it('of a switch whose branches give something back', async () => {
    const code = await insert('', onError("switch (e.error) {\n  case 'already_exists':\n    return found;\n  ‸\n}\nreturn null;", 'User?'), /^case 'entity_not_found'$/, DART);
    assert.match(code, /\n {4}case 'entity_not_found':\n {6}return null;\n/);
  });
  it('of a switch, all at once and the fallback', async () => {
    const source = onError("switch (e.error) {\n  case 'already_exists':\n    showTaken();\n    break;\n  ‸\n}");
    assert.equal((await insertClean('', source, isAll, DART)).match(/case '/g)?.length, 14);
    assert.match(await insertClean('', source, isFallback, DART), /default:\n {6}throw e;/);
  });
  it('of a switch expression', async () => {
    const code = await insertClean('', library("String textOf(PlusAuthException e) => switch (e.error) {\n  'already_exists' => 'Taken',\n  ‸\n  _ => e.message,\n};\n"), /^'invalid_entity' =>/, DART);
    assert.match(code, /\n {2}'invalid_entity' => '.*',\n {2}_ => e\.message,/);
  });
  it('behind the brace of a chain', async () => {
    assert.match(await insertClean('', onError("if (e.error == 'already_exists') {\n  showTaken();\n} ‸"), isFallback, DART), /\} else \{\n {4}throw e;\n {2}\}/);
  });
});

describe('Dart: ready handlers', () => {
  it('in a clause', async () => {
    assert.match(await insertClean('', inCatch('‸'), /^switch/, DART), /\n {4}switch \(e\.error\) \{\n {6}case 'already_exists':\n[^]*default:\n {8}rethrow;\n {4}\}/);
  });
  it('in a clause of Dio', async () => {
    const code = await insertClean('', library("Future<void> add(Dio dio, User user) async {\n  try {\n    await dio.post('https://acme.plusauth.com/api/v1/users', data: user);\n  } on DioException catch (e) {\n    ‸\n  }\n}\n"), /^switch/, DART);
    assert.match(code, /switch \(e\.response\?\.data\['error'\]\) \{\n {6}case 'already_exists':/);
  });
  it('on a failed response', async () => {
    const code = await insertClean('', library("Future<void> add(User user) async {\n  final res = await http.post(Uri.parse('https://acme.plusauth.com/api/v1/users'), body: user);\n  if (res.statusCode >= 400) {\n    ‸\n  }\n}\n"), /^switch/, DART);
    assert.match(code, /switch \(jsonDecode\(res\.body\)\['error'\]\) \{/);
  });
  completes('not in a clause for whatever comes', inCatch('‸', 'catch (e)'), { none: true });
});
