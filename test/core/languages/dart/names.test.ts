import { checkFindings, checkForeign, checkSilent } from '../../../harness/check';
import { DART, inCatch, library, onError } from './sources';

const finds = (name: string, source: string): void => void it(name, () => checkFindings(source, DART));
const silent = (name: string, source: string): void => void it(name, () => checkSilent(source, DART));
const foreign = (name: string, source: string): void => void it(name, () => checkForeign(source, DART));

describe('Dart: names through constants and enumerations', () => {
  finds('constants of the library and of classes', library(`
    const taken = 'already_exists';

    abstract class Codes {
      static const invalid = 'invalid_entity';
      static const String scope = "missing_scope";
    }

    void onError(PlusAuthException e) {
      switch (e.error) {
    //^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity, missing_scope
        case taken:
          showTaken();
        case Codes.invalid:
          showForm();
        case Codes.scope:
          ask();
      }
    }
  `));
  finds('enumerations with names on the wire', library(`
    enum ErrorCode {
      @JsonValue('already_exists')
      taken,
      gone('entity_not_found', 404);

      const ErrorCode(this.wire, this.status);
      final String wire;
      final int status;
    }

    void onError(PlusAuthException e) {
      if (e.code == ErrorCode.taken) {
    //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
        showTaken();
      } else if (e.code == ErrorCode.gone) {
        show404();
      }
    }
  `));
  finds('an enumeration of another library, by its spelling', onError(`
    if (e.code == PlusAuthError.entityNotFound) show404();
  //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
  `));
  finds('a name that is bound from a map', inCatch(`
    final {'error': code} = jsonDecode(e.body);
    if (code == 'already_exists') showTaken();
  //<^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
  `));
});

describe('Dart: statuses', () => {
  finds('that no error has', onError(`
    if (e.statusCode == HttpStatus.forbidden) {
                      //^^^^^^^^^^^^^^^^^^^^ undocumented-status
      deny();
    } else {
      throw e;
    }
  `));
  finds('beside a name of another status', onError(`
    if (e.error == 'already_exists' && e.statusCode == 404) {
                                                     //^^^ status-mismatch
      showTaken();
    } else {
      throw e;
    }
  `));
  finds('in objects', library(`
    final taken = ApiError(error: 'already_exists', statusCode: 400);
                                                              //^^^ status-mismatch
    const answer = {'error': 'missing_scope', 'status': 403};
                                                      //^^^ status-mismatch
  `));
});

describe('Dart: silence', () => {
  silent('predicates of retries', library(`
    final client = RetryClient(http.Client(), when: (r) => r.statusCode == 429 || r.statusCode >= 500);
    bool isTransient(PlusAuthException e) => e.error == 'too_many_requests' || e.error == 'server_error';
    bool isGone(PlusAuthException e) {
      return e.statusCode == HttpStatus.notFound;
    }
  `));
  silent('getters and stored answers', library(`
    extension on PlusAuthException {
      bool get isTaken => error == 'already_exists';
    }
    void onError(PlusAuthException e) {
      final taken = e.error == 'already_exists';
      log(taken);
    }
  `));
  silent('producers and mocks', library(`
    PlusAuthException taken() => PlusAuthException(error: 'already_exists', statusCode: 409);
    final mock = MockClient((request) async => http.Response('{"error":"already_exists","status":409}', 409));
  `));
  silent('translations', library(`
    const turkish = {
      'already_exists': 'zaten mevcut',
      'entity_not_found': 'bulunamadı',
    };
  `));
  foreign('OAuth', `
import 'package:http/http.dart' as http;

Future<String?> token() async {
  final res = await http.post(Uri.parse('/oauth2/token'));
  final error = jsonDecode(res.body)['error'];
  switch (error) {
    case 'invalid_request':
    case 'invalid_grant':
      throw AuthException(error);
    case 'server_error':
      return null;
  }
  return null;
}
`);
  foreign('another vendor', `
void onError(FirebaseException e) {
  if (e.code == 'already_exists') update();
}
`);
  silent('another vendor in a library that uses PlusAuth', library(`
    Future<void> save() async {
      try {
        await firebase.collection('users').add(user);
      } on FirebaseException catch (e) {
        if (e.code == 'already_exists') update();
      }
    }
  `));
  silent('what is silenced', library(`
    void onError(PlusAuthException e) {
      // plusauth-errors-ignore-next-line unhandled-error
      if (e.error == 'already_exists') showTaken();
    }
  `));
});

describe('Dart: half-typed code', () => {
  finds('a broken function beside a sound one', library(`
    void broken(PlusAuthException e) {
      if (e.error ==
    }

    void onError(PlusAuthException e) {
      switch (e.error) {
    //^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        case 'already_exists':
          showTaken();
      }
    }
  `));
  finds('texts in every form', onError(`
    if (e.error == r'already_exists') {
  //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity, missing_scope
      showTaken();
    } else if (e.error == '''invalid_entity''') {
      showForm();
    } else if ("\${e.error}" == "missing_scope") {
      ask();
    }
  `));
});
