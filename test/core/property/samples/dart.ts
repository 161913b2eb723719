import { inCatch, library, onError } from '../../languages/dart/sources';
import { sample, type Sample } from './sample';

export const dart: readonly Sample[] = [
  sample('Dart: switch', inCatch(`
    switch (e.error) {
      case 'already_exists':
        showTaken();
      case 'invalid_entity' || 'entity_notfound':
        showForm();
        break;
      default:
        break;
    }
  `), 'dart'),
  sample('Dart: switch over statuses', onError(`
    switch (e.statusCode) {
      case HttpStatus.forbidden:
        deny();
      case 404:
        switch (e.error) {
          case "entity_not_found":
            return;
        }
      case 404:
        return;
    }
  `), 'dart'),
  sample('Dart: patterns', onError(`
    switch (e) {
      case PlusAuthException(error: 'already_exists', statusCode: 404):
        showTaken();
      case final other when other.error == 'missing_scope' && attempt < 3:
        ask();
    }
    final text = switch (e.error) {
      'already_exists' => 'Taken',
      'invalid_audiance' => 'Wrong',
      'already_exists' => 'Again',
      _ => null
    };
  `), 'dart'),
  sample('Dart: chains', onError(`
    if (e is PlusAuthException && e.error == 'already_exists') {
      showTaken();
    } else if (e.error case 'invalid_entity' || 'invalid_request') {
      showForm();
    } else if (e.error == 'already_exists') {
      rename();
    }
    if (e.statusCode == HttpStatus.paymentRequired) upgrade();
  `), 'dart'),
  sample('Dart: tables', library(`
    const texts = {
      'already_exists': 'Taken',
      "invalid_entity": 'Wrong'
    };
    final actions = <String, void Function(PlusAuthException)>{'missing_token': (e) => login(e)};
    const later = {'too_many_requests', 'server_error'};

    String? textOf(PlusAuthException e) => texts[e.error];
    void act(PlusAuthException e) {
      if (later.contains(e.error)) retry();
      actions[e.error]?.call(e);
    }
  `), 'dart'),
  sample('Dart: clauses and callbacks', library(`
    class Users {
      Future<void> remove(String id) async {
        try {
          await plusAuth.users.remove(id);
        } catch (_) {}
        try {
          await plusAuth.users.remove(id);
        } on PlusAuthException {
        }
        plusAuth.users.remove(id).catchError((e) {
          if (e.error == 'entity_not_found') show404();
        });
      }
    }
  `), 'dart'),
  sample('Dart: Dio and widgets', library(`
    class Failure extends StatelessWidget {
      Future<User?> create(Dio dio, User user) async {
        try {
          return User.fromJson((await dio.post('https://acme.plusauth.com/api/v1/users', data: user)).data);
        } on DioException catch (e) {
          if (e.response?.data['error'] == 'already_exists') return null;
        }
        return null;
      }

      @override
      Widget build(BuildContext context) => Column(children: [
            if (failure.error == 'already_exists') const Text('Taken') else if (failure.error == 'invalid_entity') Text('Wrong'),
            if (error == 'missing_scope') Text("Ask"),
          ]);
    }
  `), 'dart'),
];
