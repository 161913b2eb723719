import assert from 'node:assert/strict';
import { Configurations, parseConfiguration } from '../../../server/src/core/context/configuration';
import { defaultsIn, overlay } from '../../../server/src/core/context/settings';

describe('The configuration file', () => {
  it('sets what it names, and nothing else', () => {
    const { settings, problems } = parseConfiguration('\uFEFF{ "$schema": "x", "strict": true, "severity": { "unhandledError": "error", "swallowed-error": "off" } }');
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, { strict: true, severity: { 'unhandled-error': 'error', 'swallowed-error': 'off' } });
    const before = { ...defaultsIn('tr'), context: 'never' as const, severity: { 'unknown-error': 'hint' as const, 'unhandled-error': 'hint' as const } };
    assert.deepEqual(overlay(before, settings), { context: 'never', strict: true, locale: 'tr', hints: [], severity: { 'unknown-error': 'hint', 'unhandled-error': 'error', 'swallowed-error': 'off' } });
  });

  it('says what is wrong with it, and keeps the rest', () => {
    const { settings, problems } = parseConfiguration('{ "context": "sometimes", "strict": true, "rules": {}, "severity": { "unhandled": "error", "unknownError": "fatal" } }');
    assert.deepEqual(settings, { strict: true });
    assert.equal(problems.length, 4);
    for (const part of ['"rules"', '"severity.unhandled"', '"severity.unknownError" is "fatal"', '"context" is "sometimes"; it can be "auto", "always", "never"']) assert.ok(problems.some((p) => p.includes(part)), `${part} in ${problems.join('\n')}`);
    for (const text of ['', '{', '[]', 'null', '3', '{ "severity": [] }']) assert.equal(parseConfiguration(text).problems.length, 1, text);
  });

  it('is the nearest one above a document, and is read anew when it changes', async () => {
    const files = new Map([['file:///a/plusauth-errors.json', '{ "strict": true }'], ['file:///a/b/c/plusauth-errors.json', '{ "context": "never" }']]);
    const configurations = new Configurations({ readFile: (uri) => Promise.resolve(files.get(uri)) });
    const of = async (uri: string) => (await configurations.of(uri))?.settings;
    assert.deepEqual(await of('file:///a/b/x.ts'), { strict: true });
    assert.deepEqual(await of('file:///a/b/c/d/x.ts'), { context: 'never' });
    assert.equal(await of('file:///z/x.ts'), undefined);
    files.delete('file:///a/plusauth-errors.json');
    assert.deepEqual(await of('file:///a/b/x.ts'), { strict: true });
    assert.equal(configurations.didChange('file:///a/package.json'), false);
    assert.equal(configurations.didChange('file:///a/plusauth-errors.json'), true);
    assert.equal(await of('file:///a/b/x.ts'), undefined);
  });
});
