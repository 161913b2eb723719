import assert from 'node:assert/strict';
import { checkFindings, checkSilent } from '../../harness/check';
import { findingsOf } from '../../harness/document';
import { parseMarked } from '../../harness/marked';
import { sdkCatch } from '../../harness/sources';

const forgetful = sdkCatch(`
  if (e.error === 'already_exists') {
    showTaken();
  }
`);

const careful = `
  switch (e.error) {
    case 'already_exists':
      return showTaken();
    default:
      throw e;
  }
`;

describe('Settings of the rules', () => {
  it('off', () => checkSilent(forgetful, { settings: { severity: { 'unhandled-error': 'off' } } }));

  it('a severity', async () => {
    const [finding] = await findingsOf(parseMarked(forgetful).text, { settings: { severity: { 'unhandled-error': 'error' } } });
    assert.equal(finding?.severity, 'error');
  });

  it('the default severity', async () => {
    const [finding] = await findingsOf(parseMarked(forgetful).text, {});
    assert.equal(finding?.severity, 'warning');
  });

  it('another rule’s severity changes nothing', async () => {
    const [finding] = await findingsOf(parseMarked(forgetful).text, { settings: { severity: { 'unknown-error': 'off', 'swallowed-error': 'error' } } });
    assert.equal(finding?.severity, 'warning');
  });

  it('a default is enough', () => checkSilent(sdkCatch(careful)));

  it('a default is not enough in strict mode', () => checkFindings(sdkCatch(`
    switch (e.error) {
    //<^^^^^^^^^^^^^ unhandled-error without: already_exists
      case 'already_exists':
        return showTaken();
      default:
        throw e;
    }
  `), { settings: { strict: true } }));

  it('a throw after the chain is not enough in strict mode', () => checkFindings(sdkCatch(`
    if (e.error === 'already_exists') return showTaken();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
    if (e.error === 'invalid_entity') return showForm();
    throw e;
  `), { settings: { strict: true } }));
});

describe('The message of unhandled-error', () => {
  it('names some and counts the rest', async () => {
    const [finding] = await findingsOf(parseMarked(forgetful).text, {});
    assert.ok(finding?.missing);
    const first = finding.missing[0] ?? '';
    assert.ok(finding.message.includes(first), finding.message);
    const named = finding.missing.filter((name) => finding.message.includes(name)).length;
    assert.ok(named < finding.missing.length, 'not all thirteen fit into a message');
    assert.ok(finding.message.includes(String(finding.missing.length - named)), finding.message);
  });

  it('names the one that is left', async () => {
    const source = sdkCatch(`
      if (e.status >= 400 && e.status < 500) {
        showForm();
      }
    `);
    const [finding] = await findingsOf(source, {});
    assert.ok(finding?.message.includes('server_error'), finding?.message);
  });

  it('is Turkish where that is asked for', async () => {
    const text = parseMarked(forgetful).text;
    const [english] = await findingsOf(text, {});
    const [turkish] = await findingsOf(text, { settings: { locale: 'tr' } });
    assert.ok(english && turkish);
    assert.notEqual(english.message, turkish.message);
    assert.deepEqual(english.missing, turkish.missing);
  });
});
