import { functions, type CodeSample } from './sample';

const IMPORTS = `import 'dart:async';
import 'package:logging/logging.dart';
`;

export const dart: CodeSample = {
  title: 'Dart', languageId: 'dart', extension: '.dart',
  head: `${IMPORTS}import 'package:plusauth/plusauth.dart';\n\nfinal log = Logger('users');\n`,
  plainHead: `${IMPORTS}\nfinal log = Logger('shop');\n`,
  handlers: functions(
    `
    /// «remark»
    Future<User?> save«Noun»«index»(PlusAuth plusAuth, «Noun»Form form) async {
      try {
        return await plusAuth.users.create({'«noun»': form.«noun», 'email': form.email});
      } on PlusAuthException catch (e) {
        switch (e.error) {
          case '«first»':
            log.warning('«noun»: \${form.«noun»}');
            break;
          case '«second»':
            log.warning('«noun» again: \${form.email}');
            break;
    «most»      default:
    «most»        rethrow;
        }
      }
      return null;
    }
    `,
    `
    String textOf«Noun»«index»(PlusAuthException e) {
      if (e.error == '«first»') {
        return 'This «noun» is known.';
      } else if (e.error == '«second»') {
        return 'Please check the «noun».';
      }
      return 'Something went wrong: $e';
    }
    `,
  ),
  plain: functions(
    `
    /// «remark»
    List<«Noun»> «verb»«Noun»«index»(String tenant, {int limit = «number»}) {
      final found = repository
          .findAll(tenant)
          .where((each) => each.«other» != null && each.«other»!.length < limit)
          .map((each) => each.copyWith(name: '«other»-\${each.id}'))
          .toList();
      if (found.isEmpty) throw StateError('No «noun» for $tenant');
      return found.take(limit).toList();
    }
    `,
    `
    Map<String, int> count«Other»«index»(Iterable<«Noun»> all) {
      final counts = <String, int>{};
      for (final «noun» in all) {
        // «remark»
        counts[«noun».name] = (counts[«noun».name] ?? 0) + 1;
        if (counts.length > «number») break;
      }
      return counts;
    }
    `,
    `
    Future<void> «verb»«Other»«index»(List<«Noun»> queue, Store store) async {
      var attempts = 0;
      while (attempts++ < «number» && queue.isNotEmpty) {
        final next = queue.removeAt(0);
        try {
          await store.«verb»(next.id, const Duration(seconds: «number»));
        } on TimeoutException catch (e) {
          log.severe('«noun» \${next.id} stays in the queue', e);
          queue.add(next);
        }
      }
    }
    `,
    `
    Widget build«Noun»«index»(BuildContext context, «Noun» «noun») {
      return Column(
        crossAxisAlignment: CrossAxisAlignment.start,
        children: [
          Text('«noun» \${«noun».id}', style: Theme.of(context).textTheme.titleMedium),
          if («noun».«other» != null) Text('\${«noun».«other»}'),
          for (final each in «noun».parts) ListTile(title: Text(each.name), onTap: () => open(each)),
          TextButton(onPressed: () => setState(() => expanded = !expanded), child: const Text('More')),
        ],
      );
    }
    `,
  ),
  free: {},
  type: { open: '/// Service «index» of the «noun»s.\nclass «Noun»Service«index» {\n  final «Noun»Repository repository;\n', close: '}', indent: '  ', words: {} },
  oneClass: true,
  branch: /^\s*case '/,
  typed: "if (attempt < 3) { log.info('tried again: ${e.error}'); return retry(plusAuth, form, attempt + 1); } ",
};
