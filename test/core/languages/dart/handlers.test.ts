import { checkFindings, checkSilent } from '../../../harness/check';
import { DART, inCatch, library, onError } from './sources';

const finds = (name: string, source: string): void => void it(name, () => checkFindings(source, DART));
const silent = (name: string, source: string): void => void it(name, () => checkSilent(source, DART));

describe('Dart: switch statements', () => {
  finds('that forget errors', inCatch(`
    switch (e.error) {
  //<^^^^^^^^^^^^^ unhandled-error without: already_exists
      case 'already_exists':
        showTaken();
    }
  `));
  finds('with several labels and ||', onError(`
    switch (e.error) {
  //<^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity, missing_token, missing_scope
      case 'already_exists':
      case 'invalid_entity':
        showForm();
        break;
      case 'missing_token' || 'missing_scope':
        login();
      case null:
        break;
    }
  `));
  silent('with a default that rethrows', inCatch(`
    switch (e.error) {
      case 'already_exists':
        showTaken();
      default:
        rethrow;
    }
  `));
  silent('with a wildcard', inCatch(`
    switch (e.error) {
      case 'already_exists':
        showTaken();
      case _:
        report(e);
    }
  `));
  silent('followed by a rethrow', inCatch(`
    switch (e.error) {
      case 'already_exists':
        return;
    }
    rethrow;
  `));
  finds('with an empty default', inCatch(`
    switch (e.error) {
      case 'already_exists':
        showTaken();
      default:
    //^^^^^^^^ swallowed-error
        break;
    }
  `));
  finds('on statuses of dart:io', onError(`
    switch (e.statusCode) {
  //<^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found, server_error
      case HttpStatus.conflict:
        showTaken();
      case 404:
        show404();
      case >= 500:
        showOutage();
    }
  `));
  finds('on objects', onError(`
    switch (e) {
  //<^^^^^^^ unhandled-error without: already_exists, entity_not_found
      case PlusAuthException(error: 'already_exists'):
        showTaken();
      case PlusAuthException(statusCode: HttpStatus.notFound):
        show404();
    }
  `));
  finds('on maps and with guards', inCatch(`
    switch (e.response?.data) {
  //<^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, too_many_requests
      case {'error': 'already_exists'}:
        showTaken();
      case {'error': final String code} when code == 'too_many_requests':
        retry();
    }
  `, 'on DioException catch (e)'));
  finds('on records', onError(`
    switch ((e.statusCode, e.error)) {
  //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, missing_scope
      case (409, 'already_exists'):
        showTaken();
      case (_, 'missing_scope'):
        ask();
    }
  `));
});

describe('Dart: switch expressions', () => {
  silent('with a wildcard', library(`
    String textOf(PlusAuthException e) => switch (e.error) {
      'already_exists' => 'Taken',
      'invalid_entity' || 'invalid_request' => 'Wrong',
      null => 'Unknown',
      _ => e.message,
    };
  `));
  finds('handle nothing twice', library(`
    String textOf(PlusAuthException e) => switch (e.error) {
      'already_exists' => 'Taken',
      'already_exists' => 'Taken again',
    //^^^^^^^^^^^^^^^^ unreachable-branch
      _ => e.message,
    };
  `));
  it('are told apart in strict mode', () => checkFindings(library(`
    String textOf(PlusAuthException e) => switch (e.error) {
                                        //^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      'already_exists' => 'Taken',
      _ => e.message,
    };
  `), { ...DART, settings: { strict: true } }));
});

describe('Dart: if', () => {
  finds('chains over name and status', onError(`
    if (e.error == 'already_exists') {
  //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found, server_error
      showTaken();
    } else if (e.statusCode == HttpStatus.notFound || e.statusCode >= 500) {
      show404();
    }
  `));
  finds('with case', onError(`
    if (e.error case 'already_exists' || 'invalid_entity') showForm();
  //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
  `));
  silent('negated, with a throw', onError(`
    if (e.error != 'already_exists') throw e;
    showTaken();
  `));
  finds('with a test of the type', library(`
    void onError(Object e) {
      if (e is PlusAuthException && e.error == 'already_exists') {
    //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        showTaken();
      }
    }
  `));
  finds("with a test for a client's class", library(`
    void onError(Object e) {
      if (e is DioException && e.response?.data['error'] == 'already_exists') {
    //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        showTaken();
      }
    }
  `));
  finds('with collections', library(`
    const auth = {'missing_token', 'missing_scope'};
    final later = <String>['too_many_requests', 'server_error'];

    void onError(PlusAuthException e) {
      if (auth.contains(e.error)) {
    //^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token, missing_scope, too_many_requests, server_error, already_exists
        login();
      } else if (later.contains(e.error) || {'already_exists'}.contains(e.error)) {
        retry();
      }
    }
  `));
  silent('whose test nobody knows', onError(`
    if (e.error == 'already_exists') {
      showTaken();
    } else if (e.error.startsWith('invalid_')) {
      showForm();
    }
  `));
  silent('with a logged rest', onError(`
    if (e.error == 'already_exists') {
      showTaken();
      return;
    }
    logger.severe('PlusAuth failed', e);
  `));
  silent('over a variable with a default', onError(`
    var text = 'Unknown error';
    if (e.error == 'already_exists') text = 'Taken';
    show(text);
  `));
});

describe('Dart: clauses and callbacks', () => {
  finds('of Dio', library(`
    class Users {
      Users(this._dio);
      final Dio _dio;

      Future<User?> create(User user) async {
        try {
          final res = await _dio.post('https://acme.plusauth.com/api/v1/users', data: user);
          return User.fromJson(res.data);
        } on DioException catch (e) {
          if (e.response?.data['error'] == 'already_exists') return null;
        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
          if (e.response?.statusCode == 404) return null;
        }
        return null;
      }
    }
  `));
  finds('of the http package', library(`
    Future<User?> create(User user) async {
      final res = await http.post(Uri.parse('https://acme.plusauth.com/api/v1/users'), body: jsonEncode(user));
      if (res.statusCode >= 400) {
        final error = jsonDecode(res.body)['error'];
        switch (error) {
      //^^^^^^^^^^^^^^ unhandled-error without: already_exists
          case 'already_exists':
            return null;
        }
      }
      return User.fromJson(jsonDecode(res.body));
    }
  `));
  finds('catchError', library(`
    void remove(String id) {
      plusAuth.users.remove(id).catchError((e) {
        if (e.error == 'entity_not_found') show404();
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
      });
    }
  `));
  finds('then with onError', library(`
    void remove(String id) {
      plusAuth.users.remove(id).then((_) => done(), onError: (e) {
        if (e.error == 'entity_not_found') show404();
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
      });
    }
  `));
  finds('that do nothing', library(`
    Future<void> remove(String id) async {
      try {
        await plusAuth.users.remove(id);
      } catch (_) {}
      //^^^^^^^^^ swallowed-error
      try {
        await plusAuth.users.remove(id);
      } on SocketException {
        retry();
      } on PlusAuthException {}
      //^^^^^^^^^^^^^^^^^^^^ swallowed-error
    }
  `));
  silent('for other errors do nothing', library(`
    Future<void> remove(String id) async {
      try {
        await plusAuth.users.remove(id);
      } on SocketException {}
    }
  `));
});

describe('Dart: tables', () => {
  const table = `
    const texts = {
      'already_exists': 'Taken',
      'invalid_entity': 'Wrong',
    };
  `;
  finds('without a default', library(`
    const texts = {
        //^^^^^ unhandled-error without: already_exists, invalid_entity
      'already_exists': 'Taken',
      'invalid_entity': 'Wrong',
    };
    String? textOf(PlusAuthException e) => texts[e.error];
  `));
  silent('with ??', library(`${table}
    String textOf(PlusAuthException e) => texts[e.error] ?? e.message;
  `));
  finds('asked with containsKey and no else', library(`${table}
    void onError(PlusAuthException e) {
      if (texts.containsKey(e.error)) show(texts[e.error]!);
    //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
    }
  `));
});

describe('Dart: widgets', () => {
  finds('shown per error', library(`
    class Failure extends StatelessWidget {
      const Failure({super.key, required this.failure});
      final PlusAuthException failure;

      @override
      Widget build(BuildContext context) {
        return Column(children: [
          if (failure.error == 'already_exists') const Text('Taken'),
        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
          if (failure.error == 'invalid_entity') Text('Wrong'),
        ]);
      }
    }
  `));
  silent('with an else', library(`
    class Failure extends StatelessWidget {
      const Failure({super.key, required this.failure});
      final PlusAuthException failure;

      @override
      Widget build(BuildContext context) => Column(children: [
            if (failure.error == 'already_exists') const Text('Taken') else Text(failure.message),
          ]);
    }
  `));
});
