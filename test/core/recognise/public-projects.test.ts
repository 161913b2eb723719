import { checkFindings, checkSilent } from '../../harness/check';
import { afterCall, module, PYTHON } from '../languages/python/sources';
import { sdk, sdkCatch, sdkFunction } from '../../harness/sources';
import { method, PHP } from '../languages/php/sources';
import { file, GO } from '../languages/go/helper';
import { file as rust, RUST } from '../languages/rust/helper';
import { inClass as members, JAVA } from '../languages/java/sources';

/** Shapes from well-known public clients, written anew for PlusAuth: each was once judged wrongly. */
describe('Shapes of public clients', () => {
  it('a field that only failures have is asked for with in', () => checkSilent(afterCall(`
    if r.status_code >= 500:
        r.raise_for_status()
    token = r.json()
    if "error" in token:
        raise PlusAuthError(token["error"])
    return token
  `), PYTHON));
  it('the same where it is left without a word', () => checkFindings(afterCall(`
    if r.status_code >= 500:
    #<^… unhandled-error missing 13
        r.raise_for_status()
    token = r.json()
    if "error" in token:
        pass
    return token
  `), PYTHON));
  it('a method that asks for the field', () => checkSilent(sdk(`
    export async function parse(res: Response) {
      const body = new Map<string, string>(await res.json());
      if (body.has('error')) throw new PlusAuthRestError(body);
      return body;
    }
  `)));

  it('a response that is given back whole is the caller\'s to judge', async () => {
    await checkSilent(file(`
      func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
        resp, err := t.plusauth.RoundTrip(req)
        if err != nil {
          return nil, err
        }
        if resp.StatusCode == http.StatusUnauthorized {
          t.token = ""
        }
        return resp, nil
      }
    `), GO);
    await checkSilent(rust(`
      async fn send(plusauth: &PlusAuth, request: Request) -> Result<Response, Error> {
        let resp = plusauth.execute(request).await?;
        if resp.status() == StatusCode::UNAUTHORIZED {
          plusauth.forget();
        }
        Ok(resp)
      }

      async fn send_again(plusauth: &PlusAuth, request: Request) -> Result<Response, Error> {
        let response = plusauth.execute(request).await?;
        let status = response.status();
        if StatusCode::UNAUTHORIZED == status {
          plusauth.forget();
        }
        Ok(response)
      }
    `), RUST);
  });
  it('what was read of it is not', () => checkFindings(file(`
    func (t *transport) User(req *http.Request) (*User, error) {
      resp, err := t.plusauth.RoundTrip(req)
      if err != nil {
        return nil, err
      }
      if resp.StatusCode == http.StatusUnauthorized {
      //<^… unhandled-error missing 8
        t.token = ""
      }
      return read(resp.Body), nil
    }
  `), GO));

  it('an error that asks for its own status answers, and handles nothing', () => checkSilent(module(`
    class PlusAuthError(Exception):
        def headers(self):
            headers = base()
            if self.status_code == 401:
                headers.append(("WWW-Authenticate", "Bearer"))
            return headers
  `), PYTHON));
  it('the status of a field of its own is another value', () => checkFindings(sdk(`
    class Users {
      private error?: PlusAuthRestError;
      show() {
        if (this.error?.status === 409) {
        //<^… unhandled-error without: already_exists
          this.showTaken();
        }
      }
    }
  `)));

  it('a member for all that is unknown', () => checkSilent(members(`
    enum Code {
      TAKEN("already_exists"), UNKNOWN("");
      final String wire;
      Code(String wire) { this.wire = wire; }
    }
    void onError(PlusAuthException e) {
      switch (Code.of(e.getCode())) {
        case TAKEN -> showTaken();
        case UNKNOWN -> showOther();
      }
    }
  `), JAVA));

  it('a default that is nothing is none', async () => {
    await checkFindings(sdk(`
      const messages: Record<string, string> = { already_exists: 'taken', invalid_entity: 'check' };
          //^^^^^^^^ unhandled-error without: already_exists, invalid_entity
      export const messageFor = (e: PlusAuthRestError) => messages[e.error] ?? null;
    `));
    await checkFindings(method(`
      $text = ['already_exists' => 'taken', 'invalid_entity' => 'check'][$e->error] ?? null;
            //^… unhandled-error without: already_exists, invalid_entity
      return $text;
    `), PHP);
  });
  it('but one that is asked for afterwards is', async () => {
    await checkSilent(sdk(`
      const messages: Record<string, string> = { already_exists: 'taken', invalid_entity: 'check' };
      export function messageFor(e: PlusAuthRestError) {
        const text = messages[e.error] ?? null;
        if (text === null) throw e;
        return text;
      }
    `));
    await checkFindings(sdk(`
      const messages: Record<string, string> = { already_exists: 'taken', invalid_entity: 'check' };
      export function show(e: PlusAuthRestError) {
        const text = messages[e.error] ?? null;
        if (text !== null) toast(text);
        //<^… unhandled-error without: already_exists, invalid_entity
      }
    `));
  });

  it('a table of what HTTP calls its statuses is not about PlusAuth', () => checkSilent(sdkFunction(`
    try {
      await plusAuth.users.create(user);
    } catch (e) {
      switch (e.status) {
        case 400: return 'Bad Request';
        case 401: return 'Unauthorized';
        case 403: return 'Forbidden';
        case 404: return 'Not Found';
        case 405: return 'Method Not Allowed';
        case 406: return 'Not Acceptable';
        case 408: return 'Request Timeout';
        default: return 'Error';
      }
    }
  `)));
  it('one of them is', () => checkFindings(sdkCatch(`
    switch (e.status) {
      case 404: return 'Not Found';
      case 403: return 'Forbidden';
         //^^^ undocumented-status
      default: throw e;
    }
  `)));
});
