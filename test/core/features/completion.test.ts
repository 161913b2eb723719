import assert from 'node:assert/strict';
import { checkCompletion } from '../../harness/features';
import { CATALOG_NAMES } from '../../harness/names';
import { sdk, sdkCatch, sdkFunction } from '../../harness/sources';

const ALL = { includes: CATALOG_NAMES };

/** The text with the item of a label put in, placeholders and all. */
async function check(source: string, expected: Parameters<typeof checkCompletion>[1] = ALL, options = {}): Promise<void> {
  await checkCompletion(source, expected, options);
}

describe('Completion of names', () => {
  it('in a comparison', async () => {
    const items = await checkCompletion(sdkCatch(`
      if (e.error === '‸') return null;
      throw e;
    `), { includes: CATALOG_NAMES, first: ['already_exists', 'invalid_entity', 'plan_limit_exceeded', 'entity_not_found'] });
    assert.equal(items.length, 14);
    assert.equal(items[0]?.detail, '409');
    assert.equal(items[0]?.subject, 'already_exists');
    assert.equal(items[0]?.edit.newText, 'already_exists');
  });

  it('in a comparison the other way round', () => check(sdkCatch(`if ('‸' === e.error) return null;`)));
  it('in a negated comparison', () => check(sdkCatch(`if (e.error !== '‸') throw e;`)));
  it('with double quotes', () => check(sdkCatch(`if (e.error === "‸") return null;`)));
  it('of a function that gets an error', () => check(sdkFunction(`return e.error === '‸' ? 1 : 2;`)));
  it('of a destructured name', () => check(sdkCatch(`const { error: code } = e; if (code === '‸') return null;`)));
  it('of a message, where the SDK puts the name', () => check(sdkCatch(`if (e.message === '‸') return null;`)));
  it('behind a cast', () => check(sdkCatch(`if ((e as PlusAuthRestError).error === '‸') return null;`)));
  it('of an answer of axios', () => check(`
    import axios from 'axios';
    const api = axios.create({ baseURL: 'https://acme.plusauth.com/api/v1' });
    export const load = () => api.get('/users').catch((err) => { if (err.response?.data?.error === '‸') return []; throw err; });
  `));

  it('those handled already come last', async () => {
    const items = await checkCompletion(sdkCatch(`
      switch (e.error) {
        case 'already_exists':
          return 1;
        case '‸':
          return 2;
        case 'too_many_requests':
          return 3;
      }
    `), ALL);
    assert.deepEqual(items.slice(-2).map((i) => i.label).sort(), ['already_exists', 'too_many_requests']);
    assert.equal(items.at(-1)?.detail.includes('handled already'), true);
  });

  it('replace the text between the quotes', async () => {
    const [item] = await checkCompletion(sdkCatch(`if (e.error === 'already‸_exists') return 1;`), ALL);
    assert.ok(item);
    assert.equal(item.edit.span.end - item.edit.span.start, 'already_exists'.length);
  });

  it('in an empty switch', () => check(sdkCatch(`
    switch (e.error) {
      case '‸'
    }
  `)));
  it('right behind case', async () => {
    const items = await checkCompletion(sdkCatch(`
      switch (e.error) {
        case ‸
      }
    `), ALL);
    assert.equal(items[0]?.edit.newText, "'already_exists'");
  });
  it('right behind case, with a word', async () => {
    const items = await checkCompletion(sdkCatch(`
      switch (e.error) {
        case 'missing_scope':
          return 1;
        case al‸
        default:
          throw e;
      }
    `), ALL);
    assert.equal(items.at(-1)?.label, 'missing_scope');
    assert.equal(items[0]?.edit.newText, "'already_exists'");
    assert.equal((items[0]?.edit.span.end ?? 0) - (items[0]?.edit.span.start ?? 0), 2);
  });
  it('in a label between others', async () => {
    const items = await checkCompletion(sdkCatch(`
      switch (e.error) {
        case '‸'
        case 'missing_scope':
          return 1;
      }
    `), ALL);
    assert.equal(items.at(-1)?.label, 'missing_scope');
  });
  it('at the end of a broken file', () => check(`
    import { PlusAuthRestError } from '@plusauth/plusauth-rest-js';
    export function f(e: PlusAuthRestError) {
      switch (e.error) {
        case '‸`));
  it('in an open string', () => check(sdkFunction(`
    if (e.error === '‸
    next();
  `)));
  it('in an open condition', () => check(sdkFunction(`
    if (e.error === 'al‸
  `)));

  it('in a list that is asked', async () => {
    const items = await checkCompletion(sdkCatch(`if (['missing_token', '‸'].includes(e.error)) return login();`), ALL);
    assert.equal(items.at(-1)?.label, 'missing_token');
  });
  it('in an empty list that is asked', () => check(sdkCatch(`if (['‸'].includes(e.error)) return login();`)));
  it('in a set of the module', () => check(sdk(`
    const AUTH = new Set(['‸']);
    export const isAuth = (e: PlusAuthRestError) => AUTH.has(e.error);
  `)));
  it('in a set beside other names', () => check(sdk(`const AUTH = new Set(['missing_token', '‸']);`)));

  it('as a quoted key of a table', async () => {
    const items = await checkCompletion(sdk(`
      const TEXTS = {
        'already_exists': 'Taken',
        '‸': 'x',
      };
    `), ALL);
    assert.equal(items.at(-1)?.label, 'already_exists');
    assert.equal(items[0]?.edit.newText, 'entity_not_found');
  });
  it('as a quoted key that is half typed', () => check(sdk(`
    const TEXTS = {
      'already_exists': 'Taken',
      'en‸'
    };
  `)));
  it('as a key without quotes', async () => {
    const items = await checkCompletion(sdk(`
      const TEXTS = {
        already_exists: 'Taken',
        ‸
      };
    `), ALL);
    assert.equal(items.find((i) => i.label === 'entity_not_found')?.edit.newText, 'entity_not_found');
  });
  it('as a key without quotes that is half typed', () => check(sdk(`
    const TEXTS = {
      already_exists: 'Taken',
      en‸
    };
  `)));
  it('as a key of an empty table that is asked', () => check(sdk(`
    const TEXTS = { ‸ };
    export const text = (e: PlusAuthRestError) => TEXTS[e.error] ?? 'Oops';
  `)));

  it('as the error of an object', () => check(sdk(`export const mock = { error: '‸', status: 409 };`)));
  it('in match().with()', () => check(sdkCatch(`return match(e.error).with('already_exists', () => 1).with('‸', () => 2).otherwise(() => 3);`)));
});

describe('Completion of statuses', () => {
  it('in a comparison', async () => {
    const items = await checkCompletion(sdkCatch(`if (e.status === ‸) return null;`), { includes: ['400', '401', '402', '404', '409', '422', '429', '500'] });
    assert.equal(items.length, 8);
    assert.match(items.find((i) => i.label === '401')?.detail ?? '', /missing_scope/);
  });
  it('in a half typed number', () => check(sdkCatch(`if (e.status === 4‸) return null;`), { includes: ['404'] }));
  it('behind case', () => check(sdkCatch(`
    switch (e.status) {
      case 404:
        return null;
      case ‸
    }
  `), { includes: ['409'] }));
  it('in quotes', () => check(sdkCatch(`if (e.status === '‸') return null;`), { includes: ['409'], excludes: ['already_exists'] }));
  it('beside an error name', () => check(sdk(`export const mock = { error: 'already_exists', status: ‸ };`), { first: ['409'] }));
});

describe('No completion', () => {
  const none = { none: true } as const;
  it('of another part of the error', () => check(sdkCatch(`if (e.method === '‸') return null;`), none));
  it('of another value', () => check(sdkFunction(`if (req.method === '‸') return null;`), none));
  it('in a comment', () => check(sdkCatch(`// if (e.error === '‸')`), none));
  it('in a block comment', () => check(sdkCatch(`/* switch (e.error) { case '‸' */`), none));
  it('in a text', () => check(sdkCatch(`show('‸');`), none));
  it('in foreign code', () => check(`
    export function f(e) {
      switch (e.error) {
        case 'invalid_grant': return 1;
        case '‸': return 2;
      }
    }
  `, none));
  it('of another vendor in a file of PlusAuth', () => check(sdk(`
    import Stripe from 'stripe';
    const stripe = new Stripe('key');
    export async function f() {
      try { await stripe.charges.create({}); } catch (e) { if (e.error === '‸') return; }
    }
  `), none));
  it('behind a dot', () => check(sdkCatch(`e.‸`), none));
  it('in an ordinary function', () => check(sdk(`
    export function sum(a, b) {
      ‸
      return a + b;
    }
  `), none));
});
