import assert from 'node:assert/strict';
import { closest, parseArguments, UsageError, type CommandSpec } from '../../server/src/cli/args';

const spec: CommandSpec = {
  name: 'do', summary: '', usage: 'do', details: [],
  options: { format: { value: 'FORMAT', choices: ['pretty', 'json'], help: '' }, name: { value: 'NAME', help: '' }, fix: { help: '' } },
};

describe('Arguments', () => {
  const read = (...given: string[]): unknown => {
    const { operands, values, switches } = parseArguments(given, spec);
    return { operands, values, switches: [...switches] };
  };

  it('takes operands, values in both forms and switches, in any order', () => {
    assert.deepEqual(read('a', '--format', 'json', '--fix', 'b'), { operands: ['a', 'b'], values: { format: 'json' }, switches: ['fix'] });
    assert.deepEqual(read('--format=pretty', '--name=a=b'), { operands: [], values: { format: 'pretty', name: 'a=b' }, switches: [] });
    assert.deepEqual(read('-', '--', '--fix', '-x'), { operands: ['-', '--fix', '-x'], values: {}, switches: [] });
    assert.deepEqual(read('--name', '-'), { operands: [], values: { name: '-' }, switches: [] });
    assert.deepEqual(read('--name='), { operands: [], values: { name: '' }, switches: [] });
  });

  const wrong: readonly (readonly [given: string[], message: string])[] = [
    [['--fromat', 'json'], 'There is no option "--fromat". Did you mean --format? `plusauth-errors do --help` lists them.'],
    [['--zzzzzz=1'], 'There is no option "--zzzzzz". `plusauth-errors do --help` lists them.'],
    [['-f'], 'There is no option "-f". `plusauth-errors do --help` lists them.'],
    [['--'.concat('constructor')], 'There is no option "--constructor". `plusauth-errors do --help` lists them.'],
    [['--format'], '--format needs a value: one of pretty, json.'],
    [['--format', '--fix'], '--format needs a value: one of pretty, json.'],
    [['--name'], '--name needs a value: NAME.'],
    [['--format', 'xml'], '--format is one of pretty, json, not "xml".'],
    [['--fix=yes'], '--fix takes no value.'],
  ];
  for (const [given, message] of wrong) {
    it(`refuses ${given.join(' ')}`, () => assert.throws(() => parseArguments(given, spec), (error) => error instanceof UsageError && error.message === message));
  }

  it('suggests only what is near', () => {
    assert.equal(closest('chekc', ['check', 'explain']), 'check');
    assert.equal(closest('CHECK', ['check', 'explain']), 'check');
    assert.equal(closest('logs', ['check', 'explain']), undefined);
    assert.equal(closest('x'.repeat(100_000), ['check']), undefined);
  });
});
