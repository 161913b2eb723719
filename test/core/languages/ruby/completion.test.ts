import assert from 'node:assert/strict';
import { checkCompletion, checkHover } from '../../../harness/features';
import { findingsOf } from '../../../harness/document';
import { syntaxErrors } from '../../../harness/frontEnds';
import { insert, insertClean, isAll, isFallback, isHandler, isRetry, itemsOf } from '../../../harness/insertion';
import { file, HEAD, onError, RUBY } from './sources';

const own = (text: string): string => text.slice(HEAD.length);
const cut = async (source: string, pick: Parameters<typeof insert>[2]): Promise<string> => own(await insert('', source, pick, RUBY));
const clean = async (source: string, pick: Parameters<typeof insert>[2]): Promise<string> => own(await insertClean('', source, pick, RUBY));

describe('Ruby: completion in literals', () => {
  for (const [what, source] of Object.entries({
    'an open text': "if e.error == '‸",
    'a closed text': "if e.error == '‸'\n  return 1\nend",
    'nothing behind the operator': 'return 1 if e.error == ‸',
    'a when': "case e.error\nwhen '‸'\n  show\nend",
    'a second value': "case e.error\nwhen 'missing_scope', '‸'\n  show\nend",
    'a list of texts': "return if ['missing_scope', '‸'].include?(e.error)",
    'a list of words': 'return if %w[missing_scope already_ex‸ists].include?(e.error)',
    'a symbol': 'return if e.error == :already_e‸xists',
    'an elsif': "if e.error == 'missing_scope'\n  1\nelsif e.error == '‸'\n  2\nend",
    'a modifier': "return show if e.error == '‸'",
  })) it(what, () => checkCompletion(onError(source), { includes: ['already_exists', 'entity_not_found'] }, RUBY).then(() => undefined));
  it('a status', () => checkCompletion(onError('return if e.status == 40‸4'), { includes: ['404', '409'] }, RUBY).then(() => undefined));
  it('nothing in another comparison', () => checkCompletion(onError("return if attempt == '‸'"), { none: true }, RUBY).then(() => undefined));
  it('nothing in a comment', () => checkCompletion(onError("# return if e.error == '‸"), { none: true }, RUBY).then(() => undefined));
});

describe('Ruby: completion of branches', () => {
  it('a when between the last one and the end', async () => {
    const code = await cut(onError("case e.error\nwhen 'already_exists'\n  show_taken\n‸\nend"), /^when 'entity_not_found'$/);
    assert.match(code, /\n {2}when 'entity_not_found'\n {4}# .*\n {2}end/);
    assert.deepEqual(await syntaxErrors(HEAD + code, 'ruby'), []);
  });
  it('on one line as its siblings', async () => {
    const code = await cut(onError("case e.error\nwhen 'already_exists' then show_taken\nwhen 'missing_scope' then ask\n‸\nelse raise e\nend"), /^when 'entity_not_found'/);
    assert.match(code, /\n {2}when 'entity_not_found' then raise e\n {2}else raise e/);
    assert.deepEqual(await syntaxErrors(HEAD + code, 'ruby'), []);
  });
  it('symbols beside symbols', async () => {
    const code = await cut(onError('case e.error.to_sym\nwhen :already_exists\n  show_taken\n‸\nend'), /entity_not_found/);
    assert.match(code, /\n {2}when :entity_not_found\n/);
  });
  it('all of them', async () => {
    const code = await clean(onError("case e.error\nwhen 'already_exists'\n  show_taken\n‸\nend"), isAll);
    assert.equal(code.match(/when '/g)?.length, 14);
  });
  it('the fallback', async () => {
    assert.match(await clean(onError("case e.error\nwhen 'already_exists'\n  show_taken\n‸\nend"), isFallback), /\n {2}else\n {4}raise e\n {2}end/);
  });
  it('an elsif in front of the end', async () => {
    const code = await cut(onError("if e.error == 'already_exists'\n  show_taken\n‸\nend"), /^elsif e\.error == 'entity_not_found'$/);
    assert.match(code, /\n {2}elsif e\.error == 'entity_not_found'\n {4}# .*\n {2}end/);
    assert.deepEqual(await syntaxErrors(HEAD + code, 'ruby'), []);
  });
  it('all links', async () => {
    const code = await clean(onError("if e.error == 'already_exists'\n  show_taken\nels‸\nend"), isAll);
    assert.equal(code.match(/\n {2}elsif /g)?.length, 13);
  });
  it('an else', async () => {
    assert.match(await clean(onError("if e.error == 'already_exists'\n  show_taken\nelsif e.error == 'missing_scope'\n  ask\n‸\nend"), isFallback), /ask\n {2}else\n {4}raise e\n {2}end/);
  });
  it('none behind an else', async () => {
    assert.deepEqual(await itemsOf('', onError("if e.error == 'already_exists'\n  show_taken\nelse\n  raise e\n  ‸\nend"), RUBY), []);
  });
});

describe('Ruby: ready handlers', () => {
  it('of Faraday', async () => {
    const code = await clean(file('def add(user)\n  Faraday.post("#{API}/users", user.to_json)\nrescue Faraday::Error => e\n  ‸\nend\n'), isHandler);
    assert.match(code, /\n {2}answer = JSON\.parse\(e\.response_body\)\n {2}case answer\["error"\]\n {2}when "/);
    assert.match(code, /\n {2}else\n {4}raise\n {2}end\nend/);
  });
  it('of a client of one’s own', async () => {
    const code = await clean(file('def add(user)\n  plus_auth.users.create(user)\nrescue PlusAuth::Error => e\n  ‸\nend\n'), isHandler);
    assert.match(code, /\n {2}case e\.error\n {2}when 'already_exists'\n {4}raise\n/);
  });
  it('of a response', async () => {
    const code = await clean(file('def add(user)\n  res = HTTParty.post("#{API}/users", body: user)\n  unless res.success?\n    ‸\n  end\n  res\nend\n'), isHandler);
    assert.match(code, /case res\.parsed_response\["error"\]/);
    assert.match(code, /raise "Unexpected PlusAuth error: #\{res\.parsed_response\["error"\]\}"/);
  });
  it('that tries again', async () => {
    const code = await cut(file('def add(user)\n  plus_auth.users.create(user)\nrescue PlusAuth::Error => e\n  ‸\nend\n'), isRetry);
    assert.deepEqual(await syntaxErrors(HEAD + code, 'ruby'), []);
    assert.match(code, /sleep\(rand \* /);
    assert.deepEqual((await findingsOf(HEAD + code, RUBY)).map((f) => f.message), []);
  });
  it('none around other calls', () => checkCompletion(file("def load\n  File.read('x')\nrescue Errno::ENOENT => e\n  ‸\nend\n"), { none: true }, RUBY).then(() => undefined));
});

describe('Ruby: hover', () => {
  it('on a name', () => checkHover(onError("return if e.error == 'already_‸exists'"), '409', RUBY).then(() => undefined));
  it('on a symbol', () => checkHover(onError('return if e.error == :already_‸exists'), '409', RUBY).then(() => undefined));
  it('on a word of a list', () => checkHover(onError('return if %w[already_‸exists].include?(e.error)'), '409', RUBY).then(() => undefined));
  it('on a status', () => checkHover(onError('return if e.status == 4‸04'), 'entity_not_found', RUBY).then(() => undefined));
});
