import assert from 'node:assert/strict';
import type { CheckOptions } from '../../harness/document';
import { findingsOf } from '../../harness/document';
import { checkFix, checkOneFix } from '../../harness/fixes';
import { parseMarked } from '../../harness/marked';
import { CATALOG_NAMES } from '../../harness/names';
import { sdk, sdkCatch, sdkFunction } from '../../harness/sources';

/** Every fix of the first finding, applied and checked. */
async function applied(source: string, options: CheckOptions = {}): Promise<{ readonly text: string; readonly results: readonly { title: string; result: string; added: string }[] }> {
  const { text } = parseMarked(source);
  const findings = await findingsOf(text, options);
  const [finding] = findings;
  assert.ok(finding, 'there is a finding to fix');
  const results = [];
  for (const fix of finding.fixes()) {
    const result = await checkOneFix(text, findings, finding, fix, options);
    results.push({ title: fix.title, result, added: fix.edits.map(({ newText }) => newText).join('') });
  }
  return { text, results };
}

const names = (text: string): string[] => CATALOG_NAMES.filter((name) => new RegExp(`\\b${name}\\b`).test(text));

const forgetful = sdkCatch(`
  switch (e.error) {
    case 'already_exists':
      showTaken();
      break;
  }
`);

describe('Fixes of unhandled-error', () => {
  it('a fallback that names no error comes first', async () => {
    const result = await checkFix(forgetful, { code: 'unhandled-error' });
    assert.match(result, /default:/);
    assert.deepEqual(names(result), ['already_exists']);
  });

  it('the fallback copes with a chain', async () => {
    const result = await checkFix(sdkCatch(`
      if (e.error === 'already_exists') {
        showTaken();
      }
    `), { code: 'unhandled-error' });
    assert.match(result, /else|throw/);
  });

  it('all missing branches, and a fallback still', async () => {
    const { results } = await applied(forgetful);
    const all = results.find(({ result }) => names(result).length === CATALOG_NAMES.length);
    assert.ok(all, JSON.stringify(results.map(({ title }) => title)));
    assert.match(all.result, /default:/);
    for (const name of CATALOG_NAMES) assert.equal(all.result.split(name).length - 1, 1, `${name} stands there once`);
  });

  it('one of them', async () => {
    const { results } = await applied(forgetful);
    assert.ok(results.some(({ added }) => names(added).length === 1), JSON.stringify(results.map(({ title }) => title)));
  });

  it('one branch per status', async () => {
    const { results } = await applied(sdkFunction(`
      if (e.status === 409) return showTaken();
      if (e.status === 404) return show404();
    `));
    assert.ok(results.some(({ added }) => /\b401\b/.test(added) && /\b429\b/.test(added) && /\b5\d\d\b/.test(added)), JSON.stringify(results.map(({ added }) => added)));
  });

  it('never repeats a name that is handled', async () => {
    const { results } = await applied(sdkFunction(`
      if (e.error === 'missing_token' || e.status === 429) {
        later();
      } else if (e.status >= 500) {
        showOutage();
      }
    `));
    for (const { title, added } of results) {
      for (const name of ['missing_token', 'too_many_requests', 'server_error']) assert.ok(!new RegExp(`['"]${name}['"]`).test(added), `"${title}" adds ${name}: ${added}`);
    }
  });

  it('the missing names of an inner switch only', async () => {
    const { results } = await applied(sdkCatch(`
      switch (e.status) {
        case 400:
          switch (e.error) {
            case 'invalid_request':
              return showForm();
          }
          break;
        default:
          throw e;
      }
    `));
    for (const { added } of results) for (const name of names(added)) assert.equal(name, 'unsupported_view_template');
  });
});

describe('Fixes keep the style of the file', () => {
  it('double quotes', async () => {
    const { results } = await applied(sdkFunction(`
      switch (e.error) {
        case "missing_token":
          return login();
        case "missing_scope":
          return ask();
      }
    `).replaceAll('\'', '"'));
    for (const { added } of results) assert.doesNotMatch(added, /'[a-z_]+'/);
  });

  it('single quotes', async () => {
    for (const { added } of (await applied(forgetful)).results) assert.doesNotMatch(added, /"[a-z_]+"/);
  });

  it('no braces and no semicolons', async () => {
    const { results } = await applied(sdkFunction(`
      if (e.error === 'already_exists') ask()
      else if (e.error === 'missing_scope') login()
    `).replaceAll(';', ''));
    assert.ok(results.length > 0);
  });

  it('no semicolons', async () => {
    const source = sdkFunction(`
      switch (e.error) {
        case 'missing_token':
          login()
          break
        case 'missing_scope':
          ask()
          break
      }
    `).replaceAll(';\n', '\n');
    for (const { added } of (await applied(source)).results) assert.doesNotMatch(added, /;\s*(\n|$)/);
  });

  it('tabs', async () => {
    const source = sdkCatch(`
      switch (e.error) {
        case 'missing_token':
          login();
          break;
      }
    `).replaceAll(/^ +/gm, (blanks) => '\t'.repeat(blanks.length / 2));
    for (const { added } of (await applied(source)).results) assert.doesNotMatch(added, /^ +\S/m);
  });

  it('four blanks', async () => {
    const source = sdkCatch(`
      switch (e.error) {
        case 'missing_token':
          login();
          break;
      }
    `).replaceAll(/^ +/gm, (blanks) => blanks + blanks);
    for (const { result } of (await applied(source)).results) {
      for (const line of result.split('\n')) assert.equal((/^ */.exec(line)?.[0].length ?? 0) % 4, 0, result);
    }
  });

  it('the habit to return', async () => {
    const { results } = await applied(sdk(`
      export function textOf(e: PlusAuthRestError): string | undefined {
        switch (e.error) {
          case 'missing_token':
            return 'Log in';
          case 'missing_scope':
            return 'Not allowed';
        }
      }
    `));
    for (const { added } of results) assert.doesNotMatch(added, /\bbreak\b/);
  });

  it('the habit to break', async () => {
    const { results } = await applied(forgetful);
    for (const { added } of results) assert.doesNotMatch(added, /\breturn\b/);
  });

  it('no branch runs into the next', async () => {
    const { results } = await applied(forgetful);
    for (const { result } of results) {
      const branches = result.slice(result.indexOf('switch')).split(/^ *(?:case .*|default):/m).slice(1, -1).filter((body) => body.trim() !== '');
      for (const body of branches) assert.match(body.trim(), /(break|throw [^;]+);\s*\}?$/, result);
    }
  });

  it('branches stand before the default', async () => {
    const { results } = await applied(sdkCatch(`
      switch (e.error) {
        case 'already_exists':
          showTaken();
          break;
        default:
          throw e;
      }
    `), { settings: { strict: true } });
    for (const { result, added } of results) {
      if (names(added).length > 0) assert.ok(result.indexOf('default:') > Math.max(...names(added).map((name) => result.indexOf(`'${name}'`))), result);
    }
  });

  it('the rest of the file stays as it is', async () => {
    const { text, results } = await applied(forgetful);
    const lines = text.split('\n').filter((line) => line.trim() !== '' && line.trim() !== '}');
    for (const { result } of results) for (const line of lines) assert.ok(result.split('\n').includes(line), `${line} is gone from:\n${result}`);
  });
});

describe('Fixes of the other findings', () => {
  it('unknown-error: the right name', () => checkFix(sdkCatch(`
    if (e.error === "entity_notfound") return null;
    throw e;
  `), { code: 'unknown-error' }, sdkCatch(`
    if (e.error === "entity_not_found") return null;
    throw e;
  `)));

  it('status-mismatch: the status or the name', async () => {
    const { results } = await applied(sdkCatch(`
      if (e.error === 'already_exists' && e.status === 404) return showTaken();
      throw e;
    `));
    assert.ok(results.some(({ result }) => result.includes(`e.error === 'already_exists' && e.status === 409`)));
    assert.ok(results.some(({ result }) => result.includes(`e.error === 'entity_not_found' && e.status === 404`)));
  });

  it('status-mismatch: a status in quotes stays in quotes', async () => {
    const { results } = await applied(sdk(`export const taken = { error: 'already_exists', status: '400' };`));
    assert.ok(results.some(({ result }) => result.includes(`status: '409'`)));
  });

  it('unreachable-branch: goes', async () => {
    const result = await checkFix(sdkCatch(`
      switch (e.error) {
        case 'already_exists':
          return showTaken();
        case 'already_exists':
          return rename();
        default:
          throw e;
      }
    `), { code: 'unreachable-branch' });
    assert.doesNotMatch(result, /rename/);
    assert.match(result, /showTaken/);
  });

  it('unreachable-branch: an else if goes, the else stays', async () => {
    const result = await checkFix(sdkFunction(`
      if (e.error === 'missing_token') {
        login();
      } else if (e.error === 'missing_token') {
        deny();
      } else {
        next(e);
      }
    `), { code: 'unreachable-branch' });
    assert.doesNotMatch(result, /deny/);
    assert.match(result, /login\(\);\s+\} else \{\s+next\(e\);/);
  });

  it('undocumented-status: another status', async () => {
    const { results } = await applied(sdkCatch(`
      if (e.status === 403) return deny();
      throw e;
    `));
    assert.ok(results.some(({ result }) => result.includes('e.status === 401')));
  });

  it('swallowed-error: rethrown', async () => {
    const { results } = await applied(sdk(`
      export async function remove(id: string) {
        try {
          await plusAuth.users.remove(id);
        } catch {}
      }
    `));
    assert.ok(results.some(({ result }) => /catch \((\w+)(: unknown)?\) \{\s*throw \1;\s*\}/.test(result)), JSON.stringify(results));
  });

  it('swallowed-error: in a promise', async () => {
    const { results } = await applied(sdk(`
      plusAuth.users.remove(id).catch(() => {});
    `));
    assert.ok(results.length > 0);
    assert.ok(results.some(({ added }) => added.includes('throw')), JSON.stringify(results));
  });
});
