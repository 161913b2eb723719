import assert from 'node:assert/strict';
import { checkFindings, checkSilent } from '../../harness/check';
import { sdk } from '../../harness/sources';

describe('Look-up tables without a default', () => {
  it('an object', async () => {
    const [finding] = await checkFindings(sdk(`
      const messages = {
          //^^^^^^^^ unhandled-error without: already_exists, invalid_entity
        already_exists: 'This address is taken.',
        invalid_entity: 'Please check the form.',
      };

      export const messageFor = (e: PlusAuthRestError) => messages[e.error];
    `));
    assert.equal(finding?.related?.length, 1);
  });

  it('a Record with quoted keys', () => checkFindings(sdk(`
    const TITLES: Record<string, string> = {
        //^^^^^^ unhandled-error without: missing_token, missing_scope, unauthorized_user
      'missing_token': 'Log in',
      'missing_scope': 'Not allowed',
      'unauthorized_user': 'Not allowed',
    };

    export function titleOf(e: PlusAuthRestError) {
      return TITLES[e.error!];
    }
  `)));

  it('as const, indexed through a cast', () => checkFindings(sdk(`
    const HINTS = { too_many_requests: 'hint.wait', server_error: 'hint.later' } as const;
        //^^^^^ unhandled-error without: too_many_requests, server_error

    plusAuth.roles.getAll().catch((e) => show(HINTS[e.error as keyof typeof HINTS]));
  `)));

  it('satisfies', () => checkFindings(sdk(`
    const texts = {
        //^^^^^ unhandled-error without: entity_not_found
      entity_not_found: 'errors.gone',
    } satisfies Record<string, string>;

    export const text = (e) => t(texts[e.error]);
  `)));

  it('a Map', () => checkFindings(sdk(`
    const handlers = new Map([
        //^^^^^^^^ unhandled-error without: already_exists, plan_limit_exceeded
      ['already_exists', showTaken],
      ['plan_limit_exceeded', upgrade],
    ]);

    plusAuth.users.create(body).catch((e) => handlers.get(e.error)?.(e));
  `)));

  it('functions that are called when they are there', () => checkFindings(sdk(`
    const onError = {
        //^^^^^^^ unhandled-error without: missing_token, too_many_requests
      missing_token() { login(); },
      too_many_requests: () => later(),
    };

    plusAuth.users.getAll().catch((err) => { onError[err.error]?.(err); });
  `)));

  it('in the function that uses it', () => checkFindings(sdk(`
    export function messageFor(e) {
      const table = { missing_scope: 'Ask an administrator', unauthorized_user: 'No access' };
          //^^^^^ unhandled-error without: missing_scope, unauthorized_user
      return table[e.error];
    }
  `)));

  it('indexed through an alias', () => checkFindings(sdk(`
    const codes = { already_exists: 409, entity_not_found: 404 };
        //^^^^^ unhandled-error without: already_exists, entity_not_found

    export function toHttp(e: PlusAuthRestError) {
      const { error } = e;
      return codes[error];
    }
  `)));

  it('of statuses', () => checkFindings(sdk(`
    const BY_STATUS = {
        //^^^^^^^^^ unhandled-error without: entity_not_found, already_exists, too_many_requests
      404: 'gone',
      409: 'taken',
      429: 'slow down',
    };

    export const text = (e: PlusAuthRestError) => BY_STATUS[e.status];
  `)));

  it('frozen', () => checkFindings(sdk(`
    const MESSAGES = Object.freeze({
        //^^^^^^^^ unhandled-error without: invalid_audience
      invalid_audience: 'The token is meant for another API.',
    });
    export const message = (e) => MESSAGES[e.error];
  `)));
});

describe('Look-up tables with a default', () => {
  const table = `const messages = { already_exists: 'Taken', invalid_entity: 'Wrong' };\n`;

  it('??', () => checkSilent(sdk(`${table}export const text = (e) => messages[e.error] ?? 'Something went wrong';`)));
  it('||', () => checkSilent(sdk(`${table}export const text = (e) => messages[e.error] || e.message;`)));
  it('?? in parentheses around a cast', () => checkSilent(sdk(`${table}export const text = (e) => (messages[e.error as keyof typeof messages] as string | undefined) ?? 'Oops';`)));
  it('in, with an else', () => checkSilent(sdk(`${table}export const text = (e) => (e.error in messages ? messages[e.error] : 'Oops');`)));
  it('Object.hasOwn, with an else', () => checkSilent(sdk(`${table}export function text(e) { if (Object.hasOwn(messages, e.error)) { return messages[e.error]; } else { return 'Oops'; } }`)));
  it('a test of the entry itself', () => checkSilent(sdk(`${table}export const text = (e) => (messages[e.error] ? messages[e.error] : 'Oops');`)));
  it('a test of what was found', () => checkSilent(sdk(`${table}export function text(e) { const found = messages[e.error]; if (!found) throw e; return found; }`)));
  it('a default when what was found is used', () => checkSilent(sdk(`${table}export function text(e) { const found = messages[e.error]; return found ?? 'Oops'; }`)));
  it('an else when nothing was found', () => checkSilent(sdk(`${table}export function text(e) { const found = messages[e.error]; if (found) { toast(found); } else { throw e; } }`)));
  it('its own default entry', () => checkSilent(sdk(`
    const texts = { already_exists: 'Taken', default: 'Oops' };
    export const text = (e) => texts[e.error] ?? texts.default;
  `)));
  it('get of a Map with ??', () => checkSilent(sdk(`
    const texts = new Map([['already_exists', 'Taken']]);
    export const text = (e) => texts.get(e.error) ?? 'Oops';
  `)));
  it('has of a Map with an else', () => checkSilent(sdk(`
    const texts = new Map([['already_exists', 'Taken']]);
    export function text(e) {
      if (texts.has(e.error)) {
        return texts.get(e.error);
      } else {
        return 'Oops';
      }
    }
  `)));
  it('has of a Map as a guard', () => checkSilent(sdk(`
    const actions = new Map([['already_exists', rename], ['missing_token', login]]);
    plusAuth.users.create(body).catch((e) => {
      if (!actions.has(e.error)) throw e;
      return actions.get(e.error)(e);
    });
  `)));
  it('a default function that is called', () => checkSilent(sdk(`
    const actions = { already_exists: rename, missing_token: login };
    plusAuth.users.create(body).catch((e) => (actions[e.error] ?? rethrow)(e));
  `)));
  it('all fourteen names', () => checkSilent(sdk(`
    const texts = {
      invalid_request: 'a', unsupported_view_template: 'b', plan_limit_exceeded: 'c', invalid_audience: 'd', invalid_issuer: 'e',
      invalid_authorization_scheme: 'f', missing_scope: 'g', missing_token: 'h', unauthorized_user: 'i', entity_not_found: 'j',
      already_exists: 'k', invalid_entity: 'l', too_many_requests: 'm', server_error: 'n',
    };
    export const text = (e) => texts[e.error];
  `)));
});

describe('Tables that are no look-up by the error', () => {
  it('translations that are exported', () => checkSilent(sdk(`
    export const en = {
      already_exists: 'Already exists',
      entity_not_found: 'Not found',
      missing_scope: 'Missing permission',
    };
  `)));

  it('translations by language', () => checkSilent(sdk(`
    const texts = {
      en: { already_exists: 'Taken', entity_not_found: 'Gone' },
      tr: { already_exists: 'Zaten mevcut', entity_not_found: 'Bulunamadı' },
    };
    export const i18n = createI18n({ locale: 'tr', messages: texts });
  `)));

  it('a table that is indexed by something else', () => checkSilent(sdk(`
    const docs = { already_exists: 'https://docs.plusauth.com/en/api/core/errors', server_error: 'https://docs.plusauth.com/en/api/core/errors' };
    export const link = (page: string) => docs[page];
  `)));

  it('a table that is listed', () => checkSilent(sdk(`
    const ERRORS = { already_exists: 409, entity_not_found: 404, missing_scope: 401 };
    for (const [name, status] of Object.entries(ERRORS)) console.log(name, status);
  `)));

  it('a table with a spread whose names are unknown', () => checkSilent(sdk(`
    const messages = { ...commonMessages, already_exists: 'Taken' };
    export const text = (e) => messages[e.error];
  `)));
});
