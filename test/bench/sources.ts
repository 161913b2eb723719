import type { Random } from './random';

/** Source files that a benchmark can make by the thousand. Seeded: the same in every run. */

export type Words = readonly [string, ...string[]];
export const NOUNS: Words = ['account', 'order', 'invoice', 'session', 'entity', 'request', 'token', 'message', 'project', 'member', 'report', 'cache', 'record', 'schedule', 'template', 'window'];
export const VERBS: Words = ['load', 'store', 'create', 'remove', 'update', 'render', 'validate', 'resolve', 'format', 'collect', 'merge', 'parse', 'schedule', 'authorize'];
export const REMARKS: Words = [
  'Invalid input is missing from the list that the server already knows.',
  'Requests that fail are tried again; too many of them in a row are not.',
  'The user may not be authorized to see the audience of this token.',
  'Exists for the tests only: the plan has no limit there.',
  'Not found means that nothing was stored under this key.',
];

export const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A function of about ten lines that has nothing to do with PlusAuth, errors of another service now and then included. */
function plainFunction(random: Random, index: number): string[] {
  const noun = random.pick(NOUNS);
  const name = `${random.pick(VERBS)}${upper(noun)}${index}`;
  const lines = [`/** ${random.pick(REMARKS)} */`, `export async function ${name}(${noun}: ${upper(noun)}, options: Options = {}): Promise<Result<${upper(noun)}>> {`];
  const count = random.between(3, 9);
  for (let i = 0; i < count; i++) {
    const other = random.pick(NOUNS);
    lines.push(random.pick([
      `  const ${other}${i} = options.${other} ?? ${noun}.${other}s.find((each) => each.id === ${random.between(1, 9999)});`,
      `  if (!${noun}.${other}) throw new RangeError(\`Missing ${other} of \${${noun}.id}.\`);`,
      `  await store.${random.pick(VERBS)}(${noun}.id, { ${other}: true, limit: ${random.between(1, 500)} });`,
      `  if (response.status === ${random.pick(['200', '204', '304'])}) log.debug('${other} ${random.pick(VERBS)}d', { ${noun} });`,
      `  // ${random.pick(REMARKS)}`,
    ]));
  }
  lines.push(`  return { ok: true, value: ${noun} };`, '}', '');
  return lines;
}

/** A TypeScript file of about `bytes` bytes without any name of the catalogue and without PlusAuth. */
export function plainFile(random: Random, bytes: number): string {
  const lines = ["import { log, store } from '../shared';", "import type { Options, Result } from './types';", ''];
  let length = 0;
  for (let index = 0; length < bytes; index++) {
    const next = plainFunction(random, index);
    length += next.reduce((sum, line) => sum + line.length + 1, 0);
    lines.push(...next);
  }
  return lines.join('\n');
}

const NAMES: Words = ['already_exists', 'entity_not_found', 'invalid_entity', 'too_many_requests', 'plan_limit_exceeded', 'missing_scope'];

/** A function that calls PlusAuth and handles some of its errors, of about twenty lines. */
function handlerFunction(random: Random, index: number): string[] {
  const noun = random.pick(NOUNS);
  const first = random.pick(NAMES);
  const second = random.pick(NAMES.filter((name) => name !== first) as unknown as Words);
  return [
    `export async function save${upper(noun)}${index}(input: Input): Promise<string | undefined> {`,
    '  try {',
    `    const user = await plusAuth.users.create({ username: input.${noun}, email: input.email });`,
    '    return user.id;',
    '  } catch (error) {',
    '    const failure = error as PlusAuthRestError;',
    '    switch (failure.error) {',
    `      case '${first}':`,
    `        log.warn('${noun}: ${index}');`,
    '        break;',
    `      case '${second}':`,
    `        log.warn('${noun} again: ${index}');`,
    '        break;',
    ...(random.next() < 0.9 ? ['      default:', '        throw error;'] : []),
    '    }',
    '    return undefined;',
    '  }',
    '}',
    '',
  ];
}

/** A TypeScript file of exactly `lines` lines with one PlusAuth handler in about forty lines, one in ten incomplete. */
export function plusAuthFile(random: Random, lines: number): string {
  const all = ["import { PlusAuthRestClient, type PlusAuthRestError } from '@plusauth/plusauth-rest-js';", "import { log, store } from '../shared';", '', "const plusAuth = new PlusAuthRestClient('https://acme.plusauth.com', { token: process.env.TOKEN });", ''];
  for (let index = 0; ; index++) {
    const next = [...handlerFunction(random, index), ...plainFunction(random, 2 * index), ...plainFunction(random, 2 * index + 1)];
    if (all.length + next.length > lines) break;
    all.push(...next);
  }
  while (all.length < lines) all.push(`// ${REMARKS[0]}`);
  return all.join('\n');
}

export const IGNORED = 'node_modules/\ndist/\ncoverage/\n*.log\n.env*\n!.env.example\n/build\n*.tsbuildinfo\n.cache/\n';

/** How long source files are, in characters, from the shortest (0) to the longest (1). */
export const sizeOf = (share: number): number => 600 + Math.round(24_000 * share ** 2.2);

/** Path and text of the files of a workspace without PlusAuth: folders of some ten files, of sizes as source files have them, 8 KB in the mean. */
export function* plainTree(random: Random, files: number): Generator<readonly [path: string, text: string]> {
  const texts = Array.from({ length: 64 }, (_, index) => plainFile(random, sizeOf(index / 64)));
  yield ['.gitignore', IGNORED];
  for (let index = 0; index < files; index++) {
    const folder = Math.floor(index / 10);
    const extension = random.pick(['.ts', '.ts', '.ts', '.tsx', '.js', '.mjs']);
    const text = texts[random.between(0, texts.length - 1)] ?? '';
    yield [`packages/package-${folder % 40}/src/${NOUNS[folder % NOUNS.length]}/part-${folder}/${random.pick(VERBS)}${index}${extension}`, `// ${index}\n${text}`];
  }
}
