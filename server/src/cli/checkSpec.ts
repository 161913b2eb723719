import { CONFIGURATION_FILE } from '../core/context/configuration';
import { CONTEXT_MODES, LEVELS } from '../core/context/settings';
import { EXTENSIONS } from '../core/languages/files';
import { FINDING_CODES } from '../core/model/finding';
import type { CommandSpec } from './args';

const FORMATS = ['pretty', 'json', 'sarif', 'github'];

/** Apart from the command, which is a bundle of its own. */
export const checkSpec: CommandSpec = {
  name: 'check',
  summary: 'find code that forgets or misspells errors',
  usage: 'check [paths…] [options]',
  details: [
    'Checks the given files and the files below the given folders, or below the current folder. What .gitignore files name, .git and node_modules are left out; a file or folder that is named itself is not.',
    `Reads files that end in ${EXTENSIONS.join(' ')}`,
    `The nearest ${CONFIGURATION_FILE} above a file says how it is judged; options of the command line take precedence.`,
    `Rules: ${FINDING_CODES.join(', ')}.`,
  ],
  options: {
    format: { value: 'FORMAT', choices: FORMATS, help: 'how findings are printed; pretty if not given' },
    fix: { help: 'apply the preferred fix of every finding that has one' },
    strict: { help: 'a fallback does not excuse missing names; a body that only logs swallows' },
    context: { value: 'MODE', choices: CONTEXT_MODES, help: 'speak where PlusAuth is evident (auto, if not given), everywhere or nowhere' },
    rule: { value: 'CODE=SEVERITY', many: true, help: `severity of a rule: ${LEVELS.join(', ')}; can be given more than once` },
    'max-warnings': { value: 'NUMBER', help: 'exit with 1 only for an error, or for more warnings than this' },
    baseline: { value: 'FILE', help: 'findings that are known: only others are printed and counted' },
    'update-baseline': { help: 'write the findings of today to the baseline' },
    stdin: { help: 'check the text on standard input' },
    'stdin-filename': { value: 'PATH', help: 'where that text belongs: decides its language, settings and project' },
    lang: { value: 'LANGUAGE', choices: ['en', 'tr'], help: 'language of the messages; by LANG if not given' },
  },
};
