#!/usr/bin/env node
// Stands in for the `code` program: takes the flags that @vscode/test-electron passes, but runs VS Code's server and opens the workbench
// in this machine's Chromium. With --extensionTestsPath it exits with the tests' code; without, it serves until Ctrl+C.
//   HOST_VERBOSE=1          shows everything the workbench and the server log
//   HOST_SCREENSHOT=FILE    writes a picture of the window when the tests fail
import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { openBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

const LIMIT_S = 300;
/** What VS Code says of itself while tests run. */
const CHATTER = /^(Ignoring fetching additional builtin|Updating additional builtin|\[AccountPolicyGate\])/;
const verbose = Boolean(process.env.HOST_VERBOSE);

/** @type {Map<string, string[]>} */
const flags = new Map();
const operands = [];
for (const argument of process.argv.slice(2)) {
  const [, name, value = 'true'] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
  if (name) flags.set(name, [...(flags.get(name) ?? []), value]);
  else operands.push(argument);
}
const flag = (name) => flags.get(name)?.at(-1);

let server;
let browser;
let ending = false;
/** Ends everything that was started, then this process. */
async function finish(code) {
  if (ending) return;
  ending = true;
  await browser?.close().catch(() => {}); // It may be gone already, by a crash or a closed window.
  await server?.stop();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void finish(130));

async function main() {
  const development = (flags.get('extensionDevelopmentPath') ?? []).map((folder) => path.resolve(folder));
  // The server build takes no flag for it: the kind is set per extension.
  const kind = flag('extensionDevelopmentKind');
  const settings = kind ? { 'remote.extensionKind': Object.fromEntries(development.map((folder) => [identify(folder), [kind]])) } : {};
  server = await startServer({ userData: flag('user-data-dir'), extensions: flag('extensions-dir'), settings, verbose });
  const tests = flag('extensionTestsPath');
  const [opened] = operands;
  const url = server.url({
    ...(opened && { [opened.endsWith('.code-workspace') ? 'workspace' : 'folder']: path.resolve(opened) }),
    development,
    ...(tests && { tests: path.resolve(tests) }),
    more: flags.has('disable-extensions') ? [['disableExtensions', 'true']] : [],
  });
  if (tests) await finish(await runTests(url));
  else await show(url);
}

/** `publisher.name` of the extension in a folder. */
function identify(folder) {
  const { publisher, name } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return `${publisher}.${name}`;
}

/** Leaves the window to a person. */
async function show(url) {
  console.log(`VS Code is open at\n\n  ${url}\n\nCtrl+C stops it.`);
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const opened = await openBrowser({ headless: false, viewport: null });
  browser = opened.browser;
  browser.on('disconnected', () => void finish(0));
  await opened.page.goto(url);
}

/** Runs the tests in a window without a screen; resolves to their exit code. */
async function runTests(url) {
  const opened = await openBrowser();
  browser = opened.browser;
  const { page } = opened;

  // The workbench logs to the same channel: the tests' part lies between the two marks that test/vscode/runner/run.ts prints.
  const before = [];
  let phase = 'before';
  await page.exposeFunction('codeAutomationLog', (_level, values) => {
    const line = format(...values);
    if (line === '[tests] start') phase = 'tests';
    else if (line === '[tests] end') phase = 'after';
    else if (verbose || (phase === 'tests' && !CHATTER.test(line))) console.log(line);
    else if (phase === 'before') before.push(line);
  });

  let limit;
  const result = await new Promise((resolve) => {
    const fail = (message) => {
      console.error(message);
      resolve(1);
    };
    limit = setTimeout(() => fail(`The tests gave no result within ${LIMIT_S} s.`), LIMIT_S * 1000);
    page.on('crash', () => fail('The page of VS Code crashed.'));
    page
      .exposeFunction('codeAutomationExit', resolve)
      .then(() => page.goto(url))
      .catch((error) => fail(`The window could not be opened: ${error.message}`));
  });
  clearTimeout(limit);
  if (result !== 0 && phase === 'before') console.error(`The tests did not start. VS Code said:\n${before.join('\n')}`);
  if (result !== 0 && process.env.HOST_SCREENSHOT) await page.screenshot({ path: process.env.HOST_SCREENSHOT });
  return result;
}

main().catch(async (error) => {
  console.error(error instanceof Error ? error.message : error);
  await finish(1);
});
