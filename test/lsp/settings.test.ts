import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../server/src/core/model/settings';
import { localeOf } from '../../server/src/core/context/settings';
import { parseSettings, SettingsStore, type Committed } from '../../server/src/lsp/settings';

const quiet = (message: string) => assert.fail(`complained: ${message}`);

describe('settings', () => {
  it('have defaults for everything', () => {
    for (const raw of [undefined, null, {}, { severity: null, context: null, strict: null }]) assert.deepEqual(parseSettings(raw, 'en', quiet), DEFAULT_SETTINGS);
  });

  it('are taken as given', () => {
    const raw = { context: 'always', severity: { unhandledError: 'error', swallowedError: 'off' }, strict: true, language: 'tr' };
    assert.deepEqual(parseSettings(raw, 'en', quiet), { hints: [], context: 'always', severity: { 'unhandled-error': 'error', 'swallowed-error': 'off' }, strict: true, locale: 'tr' });
  });

  it('know a rule by its code as well', () => {
    assert.deepEqual(parseSettings({ severity: { 'unknown-error': 'hint' } }, 'en', quiet).severity, { 'unknown-error': 'hint' });
  });

  it('follow the editor’s language unless told otherwise', () => {
    assert.equal(parseSettings({ language: 'auto' }, 'tr', quiet).locale, 'tr');
    assert.equal(parseSettings({ language: 'en' }, 'tr', quiet).locale, 'en');
    assert.deepEqual(['tr', 'tr-TR', 'TR', 'en', 'de', 'trv', undefined].map(localeOf), ['tr', 'tr', 'tr', 'en', 'en', 'en', 'en']);
  });

  it('replace nonsense by defaults, and name it', () => {
    const complaints: string[] = [];
    const raw = { context: 'maybe', severity: { unhandledError: 'loud' }, strict: 'yes', language: 7 };
    assert.deepEqual(parseSettings(raw, 'en', (message) => complaints.push(message)), DEFAULT_SETTINGS);
    assert.equal(complaints.length, 4);
    for (const name of ['context', 'severity.unhandledError', 'strict', 'language']) assert.ok(complaints.some((text) => text.includes(`plusauthErrors.${name} `)), name);
    assert.ok(complaints.some((text) => text.includes('"maybe"') && text.includes('auto, always, never')));
  });

  it('survive what is not settings at all', () => {
    for (const raw of ['always', 3, [], true, { severity: 'off' }, { severity: ['off'] }]) assert.deepEqual(parseSettings(raw, 'en', () => undefined), DEFAULT_SETTINGS);
  });
});

describe('settings store', () => {
  it('asks once per document until something changes', async () => {
    const asked: string[] = [];
    const answers: Record<string, unknown> = { a: { context: 'never' }, b: { strict: true } };
    const store = new SettingsStore((uri) => (asked.push(uri), Promise.resolve(answers[uri])), undefined, 'en', quiet);
    assert.equal((await store.get('a')).context, 'never');
    assert.equal((await store.get('a')).context, 'never');
    assert.equal((await store.get('b')).strict, true);
    answers['a'] = { context: 'always' };
    store.didChange(null);
    assert.equal((await store.get('a')).context, 'always');
    assert.deepEqual(asked, ['a', 'b', 'a']);
  });

  it('works without a client that answers', async () => {
    const store = new SettingsStore(undefined, { strict: true }, 'tr', quiet);
    assert.deepEqual(await store.get('a'), { ...DEFAULT_SETTINGS, strict: true, locale: 'tr' });
    store.didChange({ plusauthErrors: { context: 'never' } });
    assert.deepEqual(await store.get('a'), { ...DEFAULT_SETTINGS, context: 'never', locale: 'tr' });
    store.didChange({ somethingElse: {} });
    assert.equal((await store.get('a')).context, 'never');
  });

  it('takes the defaults when the client fails, says so, and asks again later', async () => {
    const logged: string[] = [];
    let fails = true;
    const store = new SettingsStore(() => (fails ? Promise.reject(new Error('busy')) : Promise.resolve({ strict: true })), undefined, 'en', (message) => logged.push(message));
    assert.deepEqual(await store.get('a'), DEFAULT_SETTINGS);
    assert.match(logged.join(), /busy/);
    fails = false;
    assert.equal((await store.get('a')).strict, true);
  });

  it('says once what is wrong, and again after a change', async () => {
    const logged: string[] = [];
    const store = new SettingsStore(() => Promise.resolve({ context: 'sometimes' }), undefined, 'en', (message) => logged.push(message));
    await store.get('a');
    await store.get('b');
    assert.equal(logged.length, 1);
    store.didChange(null);
    await store.get('a');
    assert.equal(logged.length, 2);
  });

  it('looks for what lies beside a document once, and again when it changed or was not worth a look before', async () => {
    const looked: string[] = [];
    let committed: Committed = { read: false };
    const store = new SettingsStore(undefined, { strict: true }, 'en', quiet, (uri) => (looked.push(uri), Promise.resolve(committed)));
    assert.equal((await store.get('a')).context, 'auto');
    committed = { read: true, settings: { context: 'never' } };
    assert.equal((await store.get('a')).context, 'never');
    const first = await store.get('a');
    assert.equal(await store.get('a'), first);
    assert.deepEqual(looked, ['a', 'a']);
    committed = { read: true, settings: { context: 'always' } };
    store.committedChanged();
    assert.equal((await store.get('a')).context, 'always');
    assert.deepEqual(looked, ['a', 'a', 'a']);
  });

  it('does not keep what changed while it was looked for', async () => {
    let answer = (_: Committed): void => undefined;
    const store = new SettingsStore(undefined, {}, 'en', quiet, () => new Promise((resolve) => (answer = resolve)));
    const early = store.get('a');
    store.committedChanged();
    answer({ read: true, settings: { context: 'never' } });
    assert.equal((await early).context, 'never');
    const late = store.get('a');
    answer({ read: true, settings: { context: 'always' } });
    assert.equal((await late).context, 'always');
  });
});
