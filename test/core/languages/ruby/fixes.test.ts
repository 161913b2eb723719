import assert from 'node:assert/strict';
import { checkFix } from '../../../harness/fixes';
import { file, HEAD, inRescue, onError, RUBY } from './sources';

const fix = async (source: string, code: Parameters<typeof checkFix>[1]['code'], title?: RegExp): Promise<string> =>
  (await checkFix(source, { code, ...(title && { title }) }, undefined, RUBY)).slice(HEAD.length);

describe('Ruby: fixes', () => {
  it('a fallback of a case', async () => {
    assert.match(await fix(onError("case e.error\nwhen 'already_exists'\n  show_taken # at the field\nend"), 'unhandled-error'), /# at the field\n {2}else\n {4}raise e\n {2}end/);
  });
  it('a fallback in a rescue raises what was caught', async () => {
    assert.match(await fix(inRescue("case e.error\nwhen 'already_exists' then show_taken\nend"), 'unhandled-error'), /\n {4}else\n {6}raise\n {4}end/);
  });
  it('all missing branches of a case on symbols', async () => {
    const code = await fix(onError('case e.error.to_sym\nwhen :already_exists then show_taken\nend'), 'unhandled-error', /missing/);
    assert.equal(code.match(/\n {2}when :\w+/g)?.length, 14);
  });
  it('a branch per status, by name', async () => {
    assert.match(await fix(onError('case e.status\nwhen :conflict then show_taken\nend'), 'unhandled-error', /status/), /\n {2}when :not_found\n {4}raise e\n/);
  });
  it('an else behind a chain', async () => {
    assert.match(await fix(onError("if e.error == 'already_exists'\n  show_taken # now\nelsif e.error == 'missing_scope'\n  ask\nend"), 'unhandled-error'), /ask\n {2}else\n {4}raise e\n {2}end/);
  });
  it('all missing branches of a chain', async () => {
    const code = await fix(onError("if e.error == 'already_exists'\n  show_taken\nend"), 'unhandled-error', /missing/);
    assert.equal(code.match(/\n {2}elsif e\.error == '/g)?.length, 13);
  });
  it('behind a modifier', async () => {
    assert.match(await fix(onError("return show_taken if e.error == 'already_exists'"), 'unhandled-error'), /\n {2}if e\.error != 'already_exists'\n {4}raise e\n {2}end/);
  });
  it('behind several modifiers', async () => {
    assert.match(await fix(onError("return show_taken if e.error == 'already_exists'\nreturn ask if e.error == 'missing_scope'"), 'unhandled-error'), /\n {2}unless %w\[already_exists missing_scope\]\.include\?\(e\.error\)\n {4}raise e\n {2}end/);
  });
  it('a bare text is raised in an error', async () => {
    assert.match(await fix(file("def text(error)\n  'Taken' if error == 'already_exists'\nend\n"), 'unhandled-error'), /raise "Unexpected PlusAuth error: #\{error\}"/);
  });
  it('a hash is raised in an error', async () => {
    assert.match(await fix(file("def on_error(error)\n  case error['error']\n  when 'already_exists' then show_taken\n  end\nend\n"), 'unhandled-error'), /raise "Unexpected PlusAuth error: #\{error\['error'\]\}"/);
  });
  it('an empty else', async () => {
    assert.match(await fix(onError("if e.error == 'already_exists'\n  show_taken\nelse\nend"), 'swallowed-error'), /show_taken\n {2}else\n {4}raise e\n {2}end/);
  });
  it('an empty else of a case', async () => {
    assert.match(await fix(onError("case e.error\nwhen 'already_exists'\n  show_taken\nelse\nend"), 'swallowed-error'), /\n {2}else\n {4}raise e\n {2}end/);
  });
  it('an empty rescue', async () => {
    assert.match(await fix(file('def add(user)\n  plus_auth.users.create(user)\nrescue PlusAuth::Error\nend\n'), 'swallowed-error'), /rescue PlusAuth::Error\n {2}raise\nend/);
  });
  it('an empty rescue gets a handler', async () => {
    assert.match(await fix(file('def add(user)\n  plus_auth.users.create(user)\nrescue PlusAuth::Error\nend\n'), 'swallowed-error', /andler/), /rescue PlusAuth::Error => error\n {2}case error\.error\n {2}when 'already_exists'\n {4}raise\n/);
  });
  it('a default of a hash', async () => {
    assert.match(await fix(file("TEXTS = { 'already_exists' => 'Taken' }.freeze\n\ndef text(e)\n  TEXTS[e.error]\nend\n"), 'unhandled-error'), /\n {2}TEXTS\[e\.error\] \|\| "Unexpected PlusAuth error: #\{e\.error\}"\n/);
  });
  it('entries of a hash', async () => {
    assert.match(await fix(file('TEXTS = {\n  already_exists: \'Taken\'\n}.freeze\n\ndef text(e)\n  TEXTS[e.error.to_sym]\nend\n'), 'unhandled-error', /missing/), /already_exists: 'Taken',\n {2}\w+: '/);
  });
  it('a branch that was taken', async () => {
    assert.match(await fix(onError("if e.error == 'already_exists'\n  show_taken\nelsif e.error == 'already_exists'\n  again\nelse\n  raise e\nend"), 'unreachable-branch'), /show_taken\n {2}else\n/);
  });
  it('a pattern', async () => {
    assert.match(await fix(onError("case e\nin { error: 'already_exists' }\n  show_taken\nelse\nend"), 'swallowed-error'), /show_taken\n {2}else\n {4}raise "Unexpected PlusAuth error: #\{e\[:error\]\}"\n {2}end/);
  });
  it('a symbol that is none', async () => {
    assert.match(await fix(onError('return if e.error == :entity_notfound\nraise e'), 'unknown-error'), /== :entity_not_found\n/);
  });
  it('a status by name that nothing has', async () => {
    assert.match(await fix(onError('return if e.status == :forbidden\nraise e'), 'undocumented-status'), /== :unauthorized\n/);
  });
});
