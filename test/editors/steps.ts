import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { CATALOG_NAMES } from '../harness/names';
import { makeFolder } from '../host/folder';

interface Step {
  readonly step: string;
  readonly [key: string]: unknown;
}

export interface Editor {
  /** With the least version that does. */
  readonly title: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Lets an editor use the built server as a person would; its script writes one JSON object per step.
 * @param file whose switch on `e.error` handles `already_exists` alone
 * @param found line of the switch as the editor counts, and what the fixed text holds
 */
export function useServer({ title, program, args, env }: Editor, file: { readonly name: string; readonly text: string }, found: { readonly line: number; readonly fixed: RegExp }): void {
  const folder = makeFolder();
  try {
    folder.write({ [file.name]: file.text });
    const all = { ...process.env, NODE: process.execPath, SERVER: resolve('dist/server/node.js'), ...env };
    const { stdout, stderr, error } = spawnSync(program, args, { cwd: folder.path, env: all, encoding: 'utf8', timeout: 120_000 });
    assert.equal(error, undefined, `${title} could not be started: ${error?.message}`);
    const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
    const steps = new Map(lines.map((line): [string, Step] => {
      const step = JSON.parse(line) as Step;
      return [step.step, step];
    }));
    assert.equal(steps.get('failed')?.['problem'], undefined, stderr);
    const [finding, ...others] = (steps.get('findings')?.['found'] ?? assert.fail(`${stdout}${stderr}`)) as { line: number; message: string }[];
    assert.deepEqual([finding?.line, others], [found.line, []]);
    assert.match(finding?.message ?? '', /entity_not_found|invalid_entity|plan_limit_exceeded/);
    assert.match(String(steps.get('hover')?.['text']), /already_exists[^]*409/);
    assert.deepEqual([...(steps.get('completion')?.['labels'] as string[])].sort(), [...CATALOG_NAMES].sort());
    assert.ok(String(steps.get('resolve')?.['documentation']).length > 200);
    assert.ok((steps.get('actions')?.['titles'] as string[]).length >= 3);
    assert.match(String(steps.get('fixed')?.['text']), found.fixed);
  } finally {
    folder.remove();
  }
}
