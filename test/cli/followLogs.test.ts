import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder, type Folder } from '../host/folder';

const MAIN = resolve('dist/cli/main.js');
const line = (minute: number, name: string): string => `2026-03-14T06:0${minute}:00Z ERROR PlusAuth answered ${name}\n`;

/** The command line while it runs. */
class Running {
  out = '';
  errors = '';
  readonly #child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<[number | null, NodeJS.Signals | null]>;

  constructor(args: readonly string[], cwd: string) {
    this.#child = spawn(process.execPath, [MAIN, 'logs', ...args], { cwd, env: { ...process.env, LANG: 'C', NO_COLOR: '1', TZ: 'UTC' } });
    this.ended = once(this.#child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => (this.out += text));
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
  }

  get stdin(): ChildProcessWithoutNullStreams['stdin'] {
    return this.#child.stdin;
  }

  get stdout(): ChildProcessWithoutNullStreams['stdout'] {
    return this.#child.stdout;
  }

  async until(expected: RegExp): Promise<void> {
    while (!expected.test(this.out)) {
      const more = await Promise.race([once(this.#child.stdout, 'data').then(() => true), this.ended.then(() => false)]);
      assert.ok(more || expected.test(this.out), `It has ended: ${this.out}${this.errors}`);
    }
  }

  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    this.#child.kill(signal);
    return (await this.ended)[0];
  }
}

describe('The command line: logs --follow', () => {
  let folder: Folder;
  const started: Running[] = [];
  const start = (args: readonly string[]): Running => {
    const running = new Running(args, folder.path);
    started.push(running);
    return running;
  };
  beforeEach(() => (folder = makeFolder()));
  afterEach(async () => {
    await Promise.all(started.splice(0).map((running) => running.stop('SIGKILL')));
    folder.remove();
  });

  it('prints the report, then each new error in one line, through rotation and truncation', async () => {
    const path = folder.write({ 'app.log': line(0, 'missing_scope') });
    const running = start(['app.log', '--follow']);
    await running.until(/^1 error in 1 record/);
    appendFileSync(path, 'all is well\n' + line(1, 'already_exists'));
    await running.until(/\n2026-03-14 06:01:00Z {2}already_exists 409 {2}\S.* {2}app\.log\n$/);
    renameSync(path, join(folder.path, 'app.log.1'));
    appendFileSync(join(folder.path, 'app.log.1'), line(2, 'missing_token'));
    writeFileSync(path, line(3, 'server_error'));
    await running.until(/missing_token[^]*server_error/);
    // Cut, and longer than before at the next look.
    truncateSync(path, 0);
    appendFileSync(path, 'all is well again\n');
    appendFileSync(path, line(4, 'entity_not_found'));
    await running.until(/entity_not_found/);
    assert.equal(await running.stop(), 0, running.errors);
    assert.deepEqual(running.out.match(/^2026\S* \S+ {2}\w+/gm)?.map((row) => row.split('  ')[1]), ['already_exists', 'missing_token', 'server_error', 'entity_not_found']);
  });

  it('prints objects for programs, a record of several lines once', async () => {
    const path = folder.write({ 'app.log': line(0, 'missing_scope') });
    const running = start(['--follow', '--format', 'json', 'app.log']);
    // What is there is not told again: the first line is the first new error, once the file is followed.
    const writing = setInterval(() => appendFileSync(path, '{"time":"2026-03-14T06:01:00Z","method":"POST","url":"https://acme.plusauth.com/api/v1/users","error":"already_exists","status":400}\n'), 50);
    await running.until(/\n/);
    clearInterval(writing);
    const [first = ''] = running.out.split('\n');
    const { next, ...rest } = JSON.parse(first) as Record<string, unknown>;
    assert.deepEqual(rest, { time: '2026-03-14T06:01:00.000Z', name: 'already_exists', status: 400, description: null, method: 'POST', path: '/api/v1/users', contradicts: true, file: 'app.log' });
    assert.equal(typeof next, 'string');
    appendFileSync(path, "PlusAuthRestError: entity_not_found\n    at call (/app/a.js:1:2) {\n  error: 'entity_not_found',\n  status: 404\n}\n");
    await running.until(/entity_not_found/);
    assert.equal(await running.stop('SIGTERM'), 0);
    assert.equal(running.out.match(/"name":"entity_not_found","status":404/g)?.length, 1);
  });

  it('reads standard input as it comes, to its end', async () => {
    const running = start(['-', '--follow', '--format', 'csv']);
    running.stdin.write(line(1, 'already_exists').slice(0, 40));
    running.stdin.write(line(1, 'already_exists').slice(40));
    await running.until(/already_exists/);
    running.stdin.write('2026-03-14T06:02:00Z PlusAuth said plan_limit_exceeded');
    running.stdin.end();
    assert.deepEqual(await running.ended, [0, null]);
    assert.equal(running.out, 'time,name,status,method,path,file\r\n2026-03-14T06:01:00.000Z,already_exists,,,,-\r\n2026-03-14T06:02:00.000Z,plan_limit_exceeded,,,,-\r\n');
  });

  it('stops when nobody reads what it prints', async () => {
    const running = start(['-', '--follow']);
    running.stdin.on('error', () => undefined);
    running.stdin.write(line(1, 'already_exists') + line(2, 'missing_scope'));
    await running.until(/already_exists/);
    running.stdout.destroy();
    const writing = setInterval(() => running.stdin.write(line(3, 'missing_token')), 50);
    assert.equal((await running.ended)[0], 0);
    clearInterval(writing);
  });

  it('says what it cannot follow', async () => {
    const running = start(['gone.log', '--follow']);
    assert.deepEqual(await running.ended, [2, null]);
    assert.match(running.errors, /gone\.log: There is no such file or folder\./);
  });
});
