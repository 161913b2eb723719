import assert from 'node:assert/strict';
import { checkFix } from '../../../harness/fixes';
import { HEAD, inExcept, module, onError, PYTHON } from './sources';

const fix = async (source: string, code: Parameters<typeof checkFix>[1]['code'], title?: RegExp): Promise<string> =>
  (await checkFix(source, { code, ...(title && { title }) }, undefined, PYTHON)).slice(HEAD.length);

describe('Python: fixes', () => {
  it('a fallback of a match', async () => {
    assert.match(await fix(onError('match e.error:\n    case "already_exists":\n        show_taken()  # at the field'), 'unhandled-error'), /# at the field\n {8}case _:\n {12}raise e\n/);
  });
  it('a fallback in an except raises what was caught', async () => {
    assert.match(await fix(inExcept('match e.response.json()["error"]:\n    case "already_exists":\n        show_taken()'), 'unhandled-error'), /\n {12}case _:\n {16}raise\n/);
  });
  it('an else behind a chain', async () => {
    assert.match(await fix(onError('if e.error == "already_exists":\n    show_taken()  # now\nelif e.error == "missing_scope":\n    ask()'), 'unhandled-error'), /ask\(\)\n {4}else:\n {8}raise e\n/);
  });
  it('all missing branches of a chain', async () => {
    const code = await fix(onError("if e.error == 'already_exists':\n    show_taken()"), 'unhandled-error', /missing/);
    assert.equal(code.match(/\n {4}elif e\.error == '/g)?.length, 13);
  });
  it('behind a guard on one line', async () => {
    assert.match(await fix(onError('if e.error == "already_exists": return show_taken()'), 'unhandled-error'), /show_taken\(\)\n {4}else:\n {8}raise e\n/);
  });
  it('a bare text is raised in an error', async () => {
    assert.match(await fix(module('def text(error: str):\n    """PlusAuth."""\n    if error == "already_exists":\n        return "Taken"\n'), 'unhandled-error'), /else:\n {8}raise RuntimeError\(f"Unexpected PlusAuth error: \{error\}"\)/);
  });
  it('a mapping is raised in an error, with the other quotes', async () => {
    assert.match(await fix(module('def on_error(error):\n    if error["error"] == "already_exists":\n        return "Taken"\n'), 'unhandled-error'), /raise RuntimeError\(f'Unexpected PlusAuth error: \{error\["error"\]\}'\)/);
  });
  it('an empty else', async () => {
    assert.match(await fix(onError('if e.error == "already_exists":\n    show_taken()\nelse:\n    pass'), 'swallowed-error'), /show_taken\(\)\n {4}else:\n {8}raise e\n/);
  });
  it('an empty case', async () => {
    assert.match(await fix(onError('match e.error:\n    case "already_exists":\n        show_taken()\n    case _:\n        pass'), 'swallowed-error'), /\n {8}case _:\n {12}raise e\n/);
  });
  it('an empty except', async () => {
    assert.match(await fix(module('def add(user):\n    try:\n        plusauth.users.create(user)\n    except PlusAuthError:\n        pass\n'), 'swallowed-error'), /except PlusAuthError:\n {8}raise\n/);
  });
  it('an empty except gets a handler', async () => {
    assert.match(await fix(module('def add(user):\n    try:\n        plusauth.users.create(user)\n    except PlusAuthError as e: pass\n'), 'swallowed-error', /andler/), /as e:\n {8}match e\.error:\n {12}case "already_exists":\n {16}raise\n/);
  });
  it('a bare except', async () => {
    assert.match(await fix(module('def add(user):\n    try:\n        plusauth.users.create(user)\n    except:\n        pass\n'), 'swallowed-error'), /except:\n {8}raise\n/);
  });
  it('a default of a table', async () => {
    assert.match(await fix(module('TEXTS = {"already_exists": "Taken"}\n\n\ndef text(e):\n    return TEXTS.get(e.error)\n'), 'unhandled-error'), /return TEXTS\.get\(e\.error, f"Unexpected PlusAuth error: \{e\.error\}"\)/);
  });
  it('entries of a table', async () => {
    assert.match(await fix(module("TEXTS = {\n    'already_exists': 'Taken'\n}\n\n\ndef text(e):\n    return TEXTS.get(e.error)\n"), 'unhandled-error', /missing/), /'already_exists': 'Taken',\n {4}'\w+': '/);
  });
  it('a branch that was taken', async () => {
    assert.match(await fix(onError('if e.error == "already_exists":\n    show_taken()\nelif e.error == "already_exists":\n    again()\nelse:\n    raise e'), 'unreachable-branch'), /show_taken\(\)\n {4}else:\n/);
  });
  it('the only statement of a block that was taken', async () => {
    assert.match(await fix(onError('if e.error == "already_exists":\n    show_taken()\nelse:\n    if e.error == "already_exists":\n        again()\nraise e'), 'unreachable-branch'), /else:\n {8}pass\n/);
  });
  it('a condition behind sequences', async () => {
    assert.match(await fix(onError('match (e.status, e.error):\n    case (409, "already_exists"):\n        show_taken()'), 'unhandled-error', /missing/), /\n {8}case _ if e\.error == "entity_not_found":\n/);
  });
  it('with tabs', async () => {
    assert.match(await fix(`${HEAD}def on_error(e):\n\tif e.error == "already_exists":\n\t\tshow_taken()\n`, 'unhandled-error'), /\n\telse:\n\t\traise e\n/);
  });
  it('behind a name that is bound in the first condition', async () => {
    assert.match(await fix(module('def add(r):\n    if (code := r.json().get("error")) == "already_exists":\n        return TAKEN\n    elif code == "entity_not_found":\n        return GONE\n'), 'unhandled-error'), /\n {4}elif code:\n {8}raise /);
  });
});
