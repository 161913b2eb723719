import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const run = (...args: readonly string[]) => spawnSync(process.execPath, [resolve('dist/cli/main.js'), 'query', ...args], { encoding: 'utf8' });

describe('The command line: query', () => {
  it('prints the query of each engine under its name', () => {
    const { stdout, stderr, status } = run('already_exists');
    assert.deepEqual([stderr, status], ['', 0]);
    assert.equal(stdout.match(/^# /gm)?.length, 8);
    assert.match(stdout, /^# Elasticsearch, OpenSearch \(KQL, DQL\)\nerror: "already_exists"\n\n# /);
  });

  it('prints one alone, with the fields that are given', () => {
    assert.equal(run('5xx', '--engine', 'splunk', '--field', 'status=http.status').stdout, 'index=* http.status>=500 http.status<=599\n');
    assert.equal(run('already_exists', '--engine=kql', '--field=error=log.error', '--field=status=x').stdout, 'log.error: "already_exists"\n');
  });

  it('says what is wrong, and what is meant', () => {
    for (const [args, message] of [
      [[], /takes one name or one status/],
      [['a', 'b'], /takes one name or one status/],
      [['already_exist'], /already_exists/],
      [['700'], /query --help/],
      [['409', '--engine', 'grep'], /one of kql, dsl/],
      [['409', '--field', 'status=a b'], /--field is error=NAME or status=NAME, not "status=a b"/],
      [['409', '--field', 'level=a'], /--field is/],
    ] as const) {
      const { stdout, stderr, status } = run(...args);
      assert.deepEqual([stdout, status], ['', 2]);
      assert.match(stderr, message);
    }
  });
});
