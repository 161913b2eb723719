import { checkSilent } from '../../harness/check';
import { sdk, sdkFunction } from '../../harness/sources';

describe('No handlers: a comparison whose result goes elsewhere', () => {
  it('a predicate', () => checkSilent(sdk(`
    export function isNotFound(e: unknown): boolean {
      return e instanceof PlusAuthRestError && e.error === 'entity_not_found';
    }
  `)));

  it('an arrow predicate', () => checkSilent(sdk(`
    export const isTaken = (e: PlusAuthRestError) => e.error === 'already_exists';
    export const isAuth = (e: PlusAuthRestError) => ['missing_token', 'missing_scope'].includes(e.error!);
  `)));

  it('a predicate with if', () => checkSilent(sdk(`
    export function shouldRetry(e: PlusAuthRestError) {
      if (e.error === 'too_many_requests' || e.error === 'server_error') return true;
      return false;
    }
  `)));

  it('a predicate with guards', () => checkSilent(sdk(`
    export function mayRetry(e: PlusAuthRestError): boolean {
      if (e.error === 'missing_scope') return false;
      if (e.error === 'plan_limit_exceeded') return false;
      return true;
    }
  `)));

  it('a stored result', () => checkSilent(sdkFunction(`
    const isTaken = e.error === 'already_exists';
    const isGone = e.status === 404;
    render({ isTaken, isGone });
  `)));

  it('a stored result that an if reads later', () => checkSilent(sdkFunction(`
    const retryable = ['too_many_requests', 'server_error'].includes(e.error);
    if (!retryable) throw e;
    return retry(attempt + 1);
  `)));

  it('an argument', () => checkSilent(sdkFunction(`
    setTaken(e.error === 'already_exists');
    metrics.count('plusauth', { limited: e.error === 'too_many_requests' });
  `)));

  it('a filter', () => checkSilent(sdk(`
    export const gone = (failures: PlusAuthRestError[]) => failures.filter((failure) => failure.error === 'entity_not_found');
  `)));

  it('a switch that only answers yes or no', () => checkSilent(sdk(`
    export function isRetryable(e: PlusAuthRestError): boolean {
      switch (e.error) {
        case 'too_many_requests':
        case 'server_error':
          return true;
        default:
          return false;
      }
    }
  `)));

  it('the condition of a loop', () => checkSilent(sdk(`
    export async function drain() {
      let failure: PlusAuthRestError | undefined;
      do {
        failure = await attemptOnce(plusAuth);
      } while (failure?.error === 'too_many_requests');
      return failure;
    }
  `)));

  it('options of a retry library', () => checkSilent(sdk(`
    export const load = () => pRetry(() => plusAuth.users.getAll(), {
      retries: 4,
      shouldRetry: ({ error: e }) => e.status === 429 || e.status >= 500,
    });
  `)));
});

describe('No handlers: code that makes errors', () => {
  it('a class', () => checkSilent(sdk(`
    export class UserGone extends Error {
      readonly error = 'entity_not_found';
      readonly status = 404;
    }
  `)));

  it('an error that is thrown', () => checkSilent(sdk(`
    export function requireToken(token?: string) {
      if (!token) throw Object.assign(new Error('No token'), { error: 'missing_token', status: 401 });
    }
  `)));

  it('a server that answers like PlusAuth', () => checkSilent(`
    // A stand-in for PlusAuth in end-to-end tests.
    app.post('/api/v1/users', (req, res) => {
      if (!req.headers.authorization) return res.status(401).json({ error: 'missing_token', status: 401 });
      if (users.has(req.body.email)) return res.status(409).json({ error: 'already_exists', status: 409 });
      res.status(201).json(add(req.body));
    });
  `));

  it('MSW handlers', () => checkSilent(`
    import { http, HttpResponse } from 'msw';

    export const handlers = [
      http.get('https://acme.plusauth.com/api/v1/users/:id', () => HttpResponse.json({ error: 'entity_not_found', status: 404 }, { status: 404 })),
      http.post('https://acme.plusauth.com/api/v1/users', () => HttpResponse.json({ error: 'already_exists', status: 409 }, { status: 409 })),
    ];
  `));

  it('nock', () => checkSilent(`
    const nock = require('nock');
    nock('https://acme.plusauth.com').get('/api/v1/users').reply(429, { error: 'too_many_requests', status: 429 });
  `, { languageId: 'javascript' }));

  it('a mocked rejection', () => checkSilent(sdk(`
    vi.spyOn(plusAuth.users, 'create').mockRejectedValueOnce({ error: 'already_exists', status: 409 });
  `)));

  it('fixtures', () => checkSilent(sdk(`
    export const failures = [
      { error: 'already_exists', status: 409 },
      { error: 'server_error', status: 503 },
      { error: 'missing_scope', status: '401' },
    ];
  `)));
});

describe('No handlers: tests', () => {
  it('names and expectations', () => checkSilent(sdk(`
    describe('already_exists', () => {
      it('is shown for server_error', async () => {
        await expect(plusAuth.users.create(body)).rejects.toMatchObject({ error: 'already_exists', status: 409 });
      });
    });
  `)));

  it('assertions', () => checkSilent(sdk(`
    try {
      await plusAuth.users.get('nobody');
      assert.fail();
    } catch (e) {
      assert.equal(e.error, 'entity_not_found');
      assert.ok(e.error === 'entity_not_found');
      expect(e.status).toBe(404);
    }
  `)));

  it('it.each', () => checkSilent(sdk(`
    it.each(['missing_token', 'missing_scope', 'unauthorized_user'])('shows the log-in for %s', (error) => {
      expect(textFor(new PlusAuthRestError({ error, status: 401 }))).toBe('Log in');
    });
  `)));
});

describe('No handlers: types, schemas, words', () => {
  it('a union', () => checkSilent(sdk(`
    export type KnownError = 'already_exists' | 'entity_not_found' | 'missing_scope';
    export interface Problem { error: KnownError; status: 401 | 404 | 409 }
  `)));

  it('a narrowing type', () => checkSilent(sdk(`
    type IsTaken<T> = T extends { error: 'already_exists' } ? true : false;
    declare function on<E extends 'already_exists' | 'server_error'>(error: E): void;
  `)));

  it('zod', () => checkSilent(sdk(`
    export const problem = z.object({
      error: z.enum(['already_exists', 'entity_not_found', 'invalid_entity']),
      status: z.union([z.literal(404), z.literal(409), z.literal(422)]),
    });
  `)));

  it('translations', () => checkSilent(`
    // Texts for PlusAuth errors
    export default {
      errors: {
        already_exists: 'Zaten mevcut',
        entity_not_found: 'Bulunamadı',
        too_many_requests: 'Çok fazla istek',
      },
    };
  `));

  it('a translation by key', () => checkSilent(sdkFunction(
    'toast(t(`errors.${e.error}`, { defaultValue: e.message }));\nlabel(t(\'errors.already_exists\'));',
  )));

  it('Swagger annotations', () => checkSilent(sdk(`
    @Controller('users')
    export class UsersController {
      @ApiResponse({ status: 409, description: 'already_exists' })
      @ApiResponse({ status: 404, description: 'entity_not_found' })
      @ApiResponse({ status: 403, description: 'Forbidden' })
      @Post()
      create(@Body() body: CreateUser) {
        return plusAuth.users.create(body);
      }
    }
  `)));

  it('comments and log lines', () => checkSilent(sdk(`
    /** Rejects with already_exists (409) or invalid_entity (422). */
    export async function add(body) {
      logger.debug('adding; already_exists is fine here');
      return plusAuth.users.create(body);
    }
  `)));

  it('a list for a menu', () => checkSilent(sdk(`
    export const filters = ['already_exists', 'missing_scope', 'server_error'].map((name) => ({ label: title(name), value: name }));
  `)));

  it('a name that is part of a longer string', () => checkSilent(sdkFunction(`
    if (e.code === 'user_already_exists_in_crm') return skip();
    if (e.code === 'x-server_error-x') return skip();
  `)));
});
