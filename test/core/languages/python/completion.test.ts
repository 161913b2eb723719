import assert from 'node:assert/strict';
import { checkCompletion, checkHover } from '../../../harness/features';
import { insert, insertClean, isAll, isFallback, isHandler, isRetry, itemsOf } from '../../../harness/insertion';
import { findingsOf } from '../../../harness/document';
import { syntaxErrors } from '../../../harness/frontEnds';
import { HEAD, inExcept, module, onError, PYTHON } from './sources';

const own = (text: string): string => text.slice(HEAD.length);
const cut = async (source: string, pick: Parameters<typeof insert>[2]): Promise<string> => own(await insert('', source, pick, PYTHON));
const clean = async (source: string, pick: Parameters<typeof insert>[2]): Promise<string> => own(await insertClean('', source, pick, PYTHON));

describe('Python: completion in literals', () => {
  for (const [what, source] of Object.entries({
    'an open text': 'if e.error == "‸',
    'a closed text': 'if e.error == "‸":\n    return 1',
    'nothing behind the operator': 'if e.error == ‸',
    'a case': 'match e.error:\n    case "‸',
    'a second alternative': 'match e.error:\n    case "missing_scope" | "‸":\n        return',
    'a set': 'if e.error in {"missing_scope", "‸"}:\n    return',
    'an open tuple': 'if e.error in ("missing_scope", "‸',
    'an elif': 'if e.error == "missing_scope":\n    return 1\nelif e.error == "‸',
    'single quotes': "if e.error == '‸'",
    'a walrus': 'if (code := e.error) == "‸',
  })) it(what, () => checkCompletion(onError(source), { includes: ['already_exists', 'entity_not_found'] }, PYTHON).then(() => undefined));
  it('what is handled comes last', async () => {
    const items = await checkCompletion(onError('if e.error == "already_exists":\n    return 1\nelif e.error == "‸":\n    return 2'), { includes: ['already_exists'] }, PYTHON);
    assert.equal(items.at(-1)?.label, 'already_exists');
  });
  it('a status', () => checkCompletion(onError('if e.status == 40‸4:\n    return None'), { includes: ['404', '409'] }, PYTHON).then(() => undefined));
  it('keys of a table', () => checkCompletion(module('TEXTS = {\n    "already_exists": "Taken",\n    "‸": "",\n}\n\n\ndef text(e):\n    return TEXTS.get(e.error)\n'), { includes: ['missing_scope'] }, PYTHON).then(() => undefined));
  it('nothing in another comparison', () => checkCompletion(onError('if attempt == "‸":\n    return'), { none: true }, PYTHON).then(() => undefined));
  it('nothing in a comment or a docstring', async () => {
    await checkCompletion(onError('"""if e.error == ‸"""\nraise e'), { none: true }, PYTHON);
    await checkCompletion(onError('# if e.error == "‸\nraise e'), { none: true }, PYTHON);
  });
});

describe('Python: completion of branches', () => {
  it('a case between cases and the end', async () => {
    const code = await cut(onError('match e.error:\n    case "already_exists":\n        show_taken()\n    ‸'), /^case "entity_not_found"$/);
    assert.match(code, / {8}case "entity_not_found":\n {12}# .*\n {12}pass\n/);
    assert.deepEqual(await syntaxErrors(HEAD + code, 'python'), []);
  });
  it('a case that returns a text as its siblings do', async () => {
    const code = await clean(onError('match e.error:\n    case "already_exists":\n        return "Taken"\n    ‸\n    case _:\n        return "Failed"'), /^case "invalid_entity"$/);
    assert.match(code, /\n {8}case "invalid_entity":\n {12}return ".*"\n {8}case _:/);
  });
  it('a case on one line', async () => {
    const code = await clean(onError('match e.error:\n    case "already_exists": return "Taken"\n    case "invalid_entity": return "Wrong"\n    ‸\n    case _: return "Failed"'), /^case "missing_scope"$/);
    assert.match(code, /\n {8}case "missing_scope": return ".*"\n {8}case _/);
  });
  it('all cases', async () => {
    const code = await clean(onError('match e.error:\n    case "already_exists":\n        show_taken()\n    ‸'), isAll);
    assert.equal(code.match(/case "/g)?.length, 14);
  });
  it('all cases of an empty match', async () => {
    const code = await clean(onError('match e.error:\n    ‸'), isAll);
    assert.match(code, /match e\.error:\n {8}case "/);
  });
  it('the fallback of a match', async () => {
    const code = await clean(onError('match e.error:\n    case "already_exists":\n        show_taken()\n    ‸'), isFallback);
    assert.match(code, /\n {8}case _:\n {12}raise e\n/);
  });
  it('an elif', async () => {
    const code = await cut(onError('if e.error == "already_exists":\n    show_taken()\n‸'), /^elif e\.error == "entity_not_found"$/);
    assert.match(code, /\n {4}elif e\.error == "entity_not_found":\n {8}# .*\n {8}pass/);
    assert.deepEqual(await syntaxErrors(HEAD + code, 'python'), []);
  });
  it('an elif whose word is begun', async () => {
    const code = await clean(onError("if e.error == 'already_exists':\n    show_taken()\nel‸"), isAll);
    assert.match(code, /\n {4}elif e\.error == 'entity_not_found':/);
  });
  it('an else', async () => {
    const code = await clean(onError('if e.error == "already_exists":\n    show_taken()\n‸'), isFallback);
    assert.match(code, /\n {4}else:\n {8}raise e\n/);
  });
  it('none in the body of a branch, none behind an else', async () => {
    assert.deepEqual(await itemsOf('', onError('if e.error == "already_exists":\n    show_taken()\n    ‸'), PYTHON), []);
    assert.deepEqual(await itemsOf('', onError('if e.error == "already_exists":\n    show_taken()\nelse:\n    raise e\n‸'), PYTHON), []);
  });
});

describe('Python: ready handlers', () => {
  it('of requests', async () => {
    const code = await clean(inExcept('‸'), isHandler);
    assert.match(code, /\n {8}match e\.response\.json\(\)\.get\("error"\):\n(?:.*\n)* {12}case "already_exists":\n {16}raise\n/);
    assert.match(code, /\n {12}case _:\n {16}raise\n/);
  });
  it('of httpx', async () => {
    const code = await clean('import httpx\n\n\ndef user(id):\n    try:\n        r = httpx.get(f"https://acme.plusauth.com/api/v1/users/{id}")\n        r.raise_for_status()\n    except httpx.HTTPStatusError as exc:\n        ‸\n', isHandler);
    assert.match(code, /match exc\.response\.json\(\)\.get\("error"\):|entity_not_found/);
  });
  it('of a client of one’s own', async () => {
    const code = await clean(module('def add(user):\n    try:\n        plusauth.users.create(user)\n    except PlusAuthError as e:\n        ‸\n'), isHandler);
    assert.match(code, /\n {8}match e\.error:\n/);
  });
  it('of a response', async () => {
    const code = await clean(module('def add(user):\n    r = requests.post(f"{API}/users", json=user)\n    if not r.ok:\n        ‸\n    return r.json()\n'), isHandler);
    assert.match(code, /match r\.json\(\)\.get\("error"\):/);
    assert.match(code, /raise RuntimeError\(f'Unexpected PlusAuth error: \{r\.json\(\)\.get\("error"\)\}'\)/);
  });
  it('that tries again', async () => {
    const code = await cut(module('def add(user):\n    try:\n        return plusauth.users.create(user)\n    except PlusAuthError as e:\n        ‸\n'), isRetry);
    assert.deepEqual(await syntaxErrors(HEAD + code, 'python'), []);
    assert.match(code, /time\.sleep\(random\.uniform/);
    assert.deepEqual((await findingsOf(HEAD + code, PYTHON)).map((f) => f.message), []);
  });
  it('none around other calls', () => checkCompletion(module('def load():\n    try:\n        open("x")\n    except OSError as e:\n        ‸\n'), { none: true }, PYTHON).then(() => undefined));
});

describe('Python: hover', () => {
  it('on a name', () => checkHover(onError('if e.error == "already_‸exists":\n    return'), '409', PYTHON).then(() => undefined));
  it('on a status constant’s number', () => checkHover(onError('if e.status == 4‸04:\n    return'), 'entity_not_found', PYTHON).then(() => undefined));
  it('not on a number', () => checkHover(onError('x = 40‸4'), undefined, PYTHON).then(() => undefined));
});
