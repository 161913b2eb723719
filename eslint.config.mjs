import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Walls between the parts (ARCHITECTURE.md): for the files of a folder, what they may not import.
 * @param {string} folder
 * @param {string[]} group patterns of forbidden imports
 * @param {string} message
 * @returns {import('eslint').Linter.Config}
 */
const wall = (folder, group, message) => ({ files: [`${folder}/**/*.ts`], rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] } });

export default defineConfig(
  globalIgnores(['dist/', 'media/', '.build/', '.vscode-test/', 'coverage/', 'examples/', 'test/fixtures/', 'test/bench/fixtures/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: ['server/src/core/tsconfig.json', 'server/tsconfig.json', 'client/tsconfig.json', 'test/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  // Where standard output is the product, or the channel to whoever runs it.
  { files: ['server/src/cli/**/*.ts', 'test/**/*.ts'], rules: { 'no-console': 'off' } },
  // Mocha runs what describe and it return.
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [{ from: 'package', package: 'mocha', name: ['describe', 'it'] }] }] } },
  wall('server/src/core', ['vscode', 'vscode-*', 'node:*'], 'The core is pure: it reaches its host through ports.'),
  wall('client/src/common', ['node:*'], 'This part of the client also runs in a browser.'),
);
