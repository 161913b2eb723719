import assert from 'node:assert/strict';
import { checkFix } from '../../../harness/fixes';
import { CATALOG_NAMES } from '../../../harness/names';
import { DART, inCatch, library, onError } from './sources';

const fixes = (name: string, source: string, code: Parameters<typeof checkFix>[1]['code'], expected: RegExp, title?: RegExp): void =>
  void it(name, async () => assert.match(await checkFix(source, { code, ...(title && { title }) }, undefined, DART), expected));

const forgetful = inCatch("switch (e.error) {\n  case 'already_exists':\n    showTaken();\n}");

describe('Dart: fixes', () => {
  fixes('a default that rethrows in place', forgetful, 'unhandled-error', /showTaken\(\);\n {6}default:\n {8}rethrow;\n {4}\}/);
  fixes('a default that throws what was handed over', onError("switch (e.error) {\n  case 'already_exists':\n    return;\n}"), 'unhandled-error', /default:\n {6}throw e;/);
  fixes('a branch of its own', forgetful, 'unhandled-error', /case 'missing_scope':\n {8}rethrow;\n {6}default:/, /missing_scope/);
  it('all branches', async () => {
    const result = await checkFix(forgetful, { code: 'unhandled-error', title: /^Add all/ }, undefined, DART);
    for (const name of CATALOG_NAMES) assert.equal(result.split(`'${name}'`).length, 2, name);
  });
  fixes('statuses by their names', onError('switch (e.statusCode) {\n  case HttpStatus.notFound:\n    return;\n}'), 'unhandled-error', /case HttpStatus\.tooManyRequests:\n {6}throw e;/, /status/);
  fixes('a case of patterns', onError("switch (e) {\n  case PlusAuthException(error: 'already_exists'):\n    return;\n}"), 'unhandled-error', /case _ when e\.error == 'missing_scope':/, /missing_scope/);
  fixes('a case of the keys of a map', inCatch("switch (e.response?.data) {\n  case {'error': 'already_exists'}:\n    return;\n}", 'on DioException catch (e)'), 'unhandled-error', /case _ when e\.response\?\.data\['error'\] == 'missing_scope':/, /missing_scope/);
  fixes('an else', inCatch("if (e.error == 'already_exists') {\n  showTaken();\n}"), 'unhandled-error', /\} else \{\n {6}rethrow;\n {4}\}/);
  fixes('an else behind a chain with case', onError("if (e.error case 'already_exists' || 'invalid_entity') {\n  showTaken();\n}"), 'unhandled-error', /\} else \{\n {4}throw e;\n {2}\}/);
  fixes('a text behind a look-up', library("const texts = {'already_exists': 'Taken'};\nString? textOf(PlusAuthException e) => texts[e.error];\n"), 'unhandled-error', /texts\[e\.error\] \?\? 'Unexpected PlusAuth error: \$\{e\.error\}';/);
  fixes('entries like the others', library('const texts = {\n  "already_exists": "Taken",\n};\nString? textOf(PlusAuthException e) => texts[e.error];\n'), 'unhandled-error', /\n {2}"already_exists": "Taken",\n {2}"missing_scope": ".*",\n/, /missing_scope/);
  fixes('a bare name', library("void onCode(String? plusAuthErrorCode) {\n  if (plusAuthErrorCode == 'already_exists') {\n    showTaken();\n  }\n}\n"), 'unhandled-error', /throw StateError\('Unexpected PlusAuth error: \$plusAuthErrorCode'\);/);
  fixes('one more piece of user interface', library(`
    Widget build(PlusAuthException failure) => Column(children: [
          if (failure.error == 'already_exists') const Text('Taken'),
        ]);
  `), 'unhandled-error', /const Text\('Taken'\) else if \(failure\.error != null\) Text\('Unexpected error: \$\{failure\.error\}'\),/);
  fixes('one more piece of user interface beside others', library(`
    Widget build(PlusAuthException failure) => Column(children: [
          if (failure.error == 'already_exists') const Text('Taken'),
          if (failure.error == 'invalid_entity') const Text('Wrong'),
        ]);
  `), 'unhandled-error', /\n {6}if \(failure\.error != null && !\{'already_exists', 'invalid_entity'\}\.contains\(failure\.error\)\) Text\('Unexpected error: \$\{failure\.error\}'\),\n/);
  fixes('the right name', onError("if (e.error == 'entity_notfound') {\n  show404();\n} else {\n  throw e;\n}"), 'unknown-error', /e\.error == 'entity_not_found'/);
  fixes('the right status', onError('if (e.statusCode == HttpStatus.forbidden) {\n  deny();\n} else {\n  throw e;\n}'), 'undocumented-status', /e\.statusCode == HttpStatus\.unauthorized/);
  fixes('the status of a name', library("final taken = ApiError(error: 'already_exists', statusCode: 400);\n"), 'status-mismatch', /statusCode: 409/);
  fixes('no branch twice', library("String textOf(PlusAuthException e) => switch (e.error) {\n  'already_exists' => 'Taken',\n  'already_exists' => 'Again',\n  _ => e.message,\n};\n"), 'unreachable-branch', /\{\n {2}'already_exists' => 'Taken',\n {2}_ => e\.message,\n\};/);
  fixes('an empty clause rethrows', library('Future<void> remove(String id) async {\n  try {\n    await plusAuth.users.remove(id);\n  } catch (_) {}\n}\n'), 'swallowed-error', /\} catch \(_\) \{\n {4}rethrow;\n {2}\}/);
  fixes('an empty clause gets a handler', library('Future<void> remove(String id) async {\n  try {\n    await plusAuth.users.remove(id);\n  } on PlusAuthException {}\n}\n'), 'swallowed-error', /\} on PlusAuthException catch \(error\) \{\n {4}switch \(error\.error\) \{\n[^]*default:\n {8}rethrow;/, /handler/);
  fixes('an empty clause of Dio gets a handler', library("Future<void> remove(Dio dio, String id) async {\n  try {\n    await dio.delete('https://acme.plusauth.com/api/v1/users/$id');\n  } on DioException catch (_) {}\n}\n"), 'swallowed-error', /on DioException catch \(error\) \{\n {4}switch \(error\.response\?\.data\['error'\]\) \{/, /handler/);
  fixes('an empty default rethrows', inCatch("switch (e.error) {\n  case 'already_exists':\n    showTaken();\n  default:\n    break;\n}"), 'swallowed-error', /default:\n {8}rethrow;/);
});
