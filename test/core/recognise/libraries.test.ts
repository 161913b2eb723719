import { checkFindings, checkSilent } from '../../harness/check';
import { sdk } from '../../harness/sources';

describe('Promises', () => {
  it('catch with a guard and nothing else', () => checkFindings(sdk(`
    plusAuth.users.get(id).then(show).catch((e) => {
      if (e.error === 'entity_not_found') show404();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
    });
  `)));

  it('catch with a function expression', () => checkFindings(sdk(`
    plusAuth.users.get(id).catch(function (reason) {
      switch (reason.error) {
      //<^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found, missing_scope
        case 'entity_not_found': return show404();
        case 'missing_scope': return ask();
      }
    });
  `)));

  it('catch that throws on', () => checkSilent(sdk(`
    export const find = (id) => plusAuth.users.get(id).catch((e) => {
      if (e.error === 'entity_not_found') return null;
      throw e;
    });
  `)));

  it('the second argument of then', () => checkFindings(sdk(`
    plusAuth.roles.create({ name }).then(
      (role) => show(role),
      (e) => {
        if (e.error === 'already_exists') rename();
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 12
        else if (e.error === 'plan_limit_exceeded') upgrade();
      },
    );
  `)));

  it('allSettled', () => checkFindings(sdk(`
    export async function loadAll(ids: string[]) {
      const results = await Promise.allSettled(ids.map((id) => plusAuth.users.get(id)));
      for (const result of results) {
        if (result.status === 'rejected') {
          if (result.reason.error === 'entity_not_found') {
          //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
            countGone();
          }
        }
      }
    }
  `)));

  it('allSettled that only sorts', () => checkSilent(sdk(`
    export async function loadAll(ids: string[]) {
      const results = await Promise.allSettled(ids.map((id) => plusAuth.users.get(id)));
      return results.filter((result) => result.status === 'rejected' && result.reason.error === 'entity_not_found');
    }
  `)));
});

describe('RxJS', () => {
  it('catchError that throws on', () => checkSilent(sdk(`
    export const user$ = (id: string) => from(plusAuth.users.get(id)).pipe(
      catchError((e) => {
        if (e.error === 'entity_not_found') return of(null);
        return throwError(() => e);
      }),
    );
  `)));

  it('catchError as one expression', () => checkSilent(sdk(`
    export const user$ = (id: string) => from(plusAuth.users.get(id)).pipe(
      catchError((e) => (e.error === 'entity_not_found' ? EMPTY : throwError(() => e))),
    );
  `)));

  it('catchError that forgets the rest', () => checkFindings(`
    import { HttpClient, HttpErrorResponse } from '@angular/common/http';

    @Injectable({ providedIn: 'root' })
    export class UserService {
      private readonly base = 'https://acme.plusauth.com/api/v1';
      constructor(private readonly http: HttpClient) {}

      create(user: NewUser) {
        return this.http.post(this.base + '/users', user).pipe(
          catchError((failure: HttpErrorResponse) => {
            switch (failure.error?.error) {
            //<^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
              case 'already_exists':
                this.toast.show('Taken');
                break;
              case 'invalid_entity':
                this.toast.show('Wrong');
                break;
            }
            return EMPTY;
          }),
        );
      }
    }
  `));

  it('the error observer of subscribe', () => checkFindings(sdk(`
    from(plusAuth.users.getAll()).subscribe({
      next: (users) => show(users),
      error: (e) => {
        if (e.error === 'missing_scope') ask();
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope
      },
    });
  `)));
});

describe('ts-pattern', () => {
  it('otherwise', () => checkSilent(sdk(`
    export const text = (e: PlusAuthRestError) =>
      match(e.error)
        .with('already_exists', () => 'Taken')
        .with('invalid_entity', 'invalid_request', () => 'Wrong')
        .otherwise(() => 'Something went wrong');
  `)));

  it('exhaustive throws by itself', () => checkSilent(sdk(`
    export const text = (e: PlusAuthRestError) =>
      match(e.error)
        .with('already_exists', () => 'Taken')
        .with('invalid_entity', () => 'Wrong')
        .exhaustive();
  `)));

  it('a pattern on the whole error', () => checkSilent(sdk(`
    export const text = (e: PlusAuthRestError) =>
      match(e)
        .with({ error: 'already_exists' }, () => 'Taken')
        .with({ status: 401 }, () => 'Log in')
        .otherwise((rest) => rest.message);
  `)));
});

describe('react-query', () => {
  it('onError is a handler, retry a predicate', () => checkFindings(sdk(`
    export const useCreateUser = () =>
      useMutation({
        mutationFn: (body) => plusAuth.users.create(body),
        retry: (count, e) => e.error === 'too_many_requests' && count < 3,
        onError: (e) => {
          if (e.error === 'already_exists') {
          //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
            setTaken(true);
          }
        },
      });
  `)));

  it('onError that shows the rest', () => checkSilent(sdk(`
    export const useCreateUser = () =>
      useMutation({
        mutationFn: (body) => plusAuth.users.create(body),
        onError(e) {
          if (e.error === 'already_exists') return setTaken(true);
          toast.error(e.error_description ?? e.message);
        },
      });
  `)));

  it('a retry predicate with a body', () => checkSilent(sdk(`
    export const client = new QueryClient({
      defaultOptions: {
        queries: {
          queryFn: ({ queryKey }) => plusAuth.users.get(queryKey[1]),
          retry(count, e) {
            if (e.error === 'entity_not_found' || e.error === 'missing_scope') return false;
            return count < 3;
          },
          retryDelay: (attempt, e) => (e.status === 429 ? 1000 * 2 ** attempt : 1000),
        },
      },
    });
  `)));
});

describe('Servers', () => {
  it('an Express error handler that passes on', () => checkSilent(sdk(`
    app.use((err, req, res, next) => {
      if (err instanceof PlusAuthRestError && err.error === 'entity_not_found') {
        return res.status(404).json({ message: 'No such user' });
      }
      return next(err);
    });
  `)));

  it('an Express route that leaves the request hanging', () => checkFindings(sdk(`
    router.post('/users', async (req, res) => {
      try {
        res.json(await plusAuth.users.create(req.body));
      } catch (e) {
        if (e.error === 'already_exists') {
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
          res.status(409).json({ message: 'taken' });
        } else if (e.error === 'invalid_entity') {
          res.status(422).json({ message: e.error_description });
        }
      }
    });
  `)));

  it('a NestJS filter without default', () => checkFindings(sdk(`
    @Catch(PlusAuthRestError)
    export class PlusAuthFilter implements ExceptionFilter {
      catch(exception: PlusAuthRestError, host: ArgumentsHost) {
        const response = host.switchToHttp().getResponse();
        switch (exception.error) {
        //<^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found, already_exists
          case 'entity_not_found':
            response.status(404).json({ message: 'Not found' });
            break;
          case 'already_exists':
            response.status(409).json({ message: 'Conflict' });
            break;
        }
      }
    }
  `)));

  it('a NestJS service that maps to its own exceptions', () => checkSilent(sdk(`
    @Injectable()
    export class UsersService {
      async create(dto: CreateUserDto) {
        try {
          return await plusAuth.users.create(dto);
        } catch (e) {
          switch (e.error) {
            case 'already_exists':
              throw new ConflictException();
            case 'invalid_entity':
              throw new UnprocessableEntityException(e.error_description);
            default:
              throw new BadGatewayException();
          }
        }
      }
    }
  `)));
});
