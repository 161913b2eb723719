// Takes the pictures of the README from real VS Code:    node scripts/screenshots.mjs [name …]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openBrowser } from './host/browser.mjs';
import { startServer } from './host/server.mjs';
import { root } from './lib/paths.mjs';
import { runHere } from './lib/run.mjs';

// Another theme is for looking at: its pictures go to .build.
const { SCREENSHOT_THEME } = process.env;
const OUT = path.join(root, SCREENSHOT_THEME ? '.build/images' : 'docs/images');
const VIEWPORT = { width: 1040, height: 720 };
const WINDOW = {
  'editor.fontSize': 14,
  'editor.lineHeight': 1.6,
  'workbench.colorTheme': SCREENSHOT_THEME || 'Default Dark Modern',
  'breadcrumbs.enabled': false,
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.hover.delay': 100,
  'editor.hover.above': false,
  'editor.lightbulb.enabled': 'off',
  'editor.matchBrackets': 'never',
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'editor.wordBasedSuggestions': 'off',
};

/** What a person would do in a window. */
class Window {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  type(text) {
    return this.page.keyboard.type(text);
  }

  shown(selector, hasText) {
    return this.page.locator(`${selector}:visible`, hasText ? { hasText } : {}).first().waitFor();
  }

  /** Opens a file of the workspace; the cursor goes to the first `text` in it, after `ahead` characters of that. */
  async open(workspace, file, text, ahead = 1) {
    await this.press('Control+p');
    await this.shown('.quick-input-widget');
    await this.type(file);
    await this.shown('.quick-input-list .monaco-list-row.focused', file);
    await this.press('Enter');
    await this.shown('.tab.active', file);
    await this.moveTo(fs.readFileSync(path.join(workspace, 'src', file), 'utf8'), text, ahead);
  }

  async moveTo(content, text, ahead = 1) {
    const offset = content.indexOf(text);
    if (offset < 0) throw new Error(`"${text}" is not in the file.`);
    const lines = content.slice(0, offset + ahead).split('\n');
    await this.command(`:${lines.length}:${lines.at(-1).length + 1}`, 'Control+g');
    await this.press('Control+1');
    await this.page.waitForFunction(() => document.activeElement?.closest('.monaco-editor'));
  }

  /** Types into the box that `key` opens, and confirms. */
  async command(text, key = 'F1') {
    await this.press(key);
    await this.shown('.quick-input-widget');
    await this.type(key === 'Control+g' ? text.slice(1) : text);
    if (key === 'F1') await this.shown('.quick-input-list .monaco-list-row.focused', text);
    await this.press('Enter');
  }
}

/** Three hours of a shop: a few errors all the time, a quota that runs out, a minute in which a server is down. */
function exampleLog() {
  const lines = ['2026-03-14T09:00:00Z INFO PlusAuth client ready'];
  const start = Date.UTC(2026, 2, 14, 9);
  const log = (seconds, error, status, method, path) => {
    lines.push(JSON.stringify({ time: new Date(start + seconds * 1000).toISOString(), level: 50, error, status, msg: `${method} /api/v1/${path} failed` }));
  };
  for (let minute = 0; minute < 180; minute++) {
    const noise = (minute * 7919) % 13;
    for (let n = 0; n < noise / 3; n++) log(minute * 60 + n * 11, 'already_exists', minute === 70 ? 400 : 409, 'POST', 'users');
    for (let n = 0; n < (minute % 17 === 3 ? 3 : 0); n++) log(minute * 60 + n * 9 + 4, 'entity_not_found', 404, 'GET', `users/u${minute}${n}`);
    for (let n = 0; n < (minute > 95 && minute < 140 ? (minute - 95) / 4 : 0); n++) log(minute * 60 + n * 5, 'too_many_requests', 429, 'GET', 'roles');
    for (let n = 0; n < (minute > 128 && minute < 134 ? 14 : 0); n++) log(minute * 60 + n * 4, 'server_error', 503, 'POST', 'users');
    if (minute % 29 === 5) log(minute * 60 + 31, 'missing_scope', 401, 'DELETE', `clients/c${minute}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The pictures, in the order in which they are taken. Each leaves the window as it found it. */
const PICTURES = {
  async finding(window, workspace) {
    await window.open(workspace, 'createUser.ts', 'switch (err');
    await window.shown('.squiggly-warning');
    await window.press('Control+k', 'Control+i');
    await window.shown('.monaco-hover', 'unhandled-error');
    return () => window.press('Escape');
  },
  async hover(window, workspace) {
    await window.open(workspace, 'createUser.ts', "'already_exists'", 5);
    await window.press('Control+k', 'Control+i');
    await window.shown('.monaco-hover', 'Provided resource already exists.');
    return () => window.press('Escape');
  },
  async 'quick-fix'(window, workspace) {
    await window.open(workspace, 'createUser.ts', 'err.error', 6);
    await window.shown('.squiggly-warning');
    await window.press('Control+.');
    await window.shown('.action-widget .monaco-list-row.action');
    return () => window.press('Escape');
  },
  async completion(window, workspace) {
    await window.open(workspace, 'createUser.ts', "'invalid_entity'", 1);
    await window.press('Control+Space');
    await window.shown('.suggest-widget.visible .monaco-list-row', 'plan_limit_exceeded');
    // The first of these may come before the list takes keys.
    const details = window.page.locator('.suggest-details:visible').first();
    for (let tries = 0; tries < 5 && !(await details.isVisible()); tries++) {
      await window.press('Control+Space');
      await details.waitFor({ timeout: 2000 }).catch(() => undefined);
    }
    await details.waitFor();
    return () => window.press('Escape', 'Escape');
  },
  async 'look-up'(window) {
    await window.command('PlusAuth: Look Up Error');
    await window.shown('.quick-input-title', 'PlusAuth Errors');
    await window.type('scope');
    await window.shown('.quick-input-list .monaco-list-row.focused', 'missing_scope');
    return () => window.press('Escape');
  },
  async card(window, workspace) {
    await window.open(workspace, 'createUser.ts', "'already_exists'", 5);
    await window.command('PlusAuth: Look Up Error');
    await window.shown('.quick-input-list .monaco-list-row.focused', 'already_exists');
    await window.press('Enter');
    await window.shown('.tab.active', 'already_exists');
    await window.page.frameLocator('iframe.webview.ready').frameLocator('iframe').locator('h1, h2, h3').first().waitFor();
    return () => window.press('Control+w');
  },
  async report(window, workspace) {
    await window.open(workspace, 'shop.log', 'PlusAuth');
    await window.command('PlusAuth: Analyze Log File');
    await window.shown('.quick-input-list .monaco-list-row.focused', 'shop.log');
    await window.press('Enter');
    await window.shown('.tab.active', 'Errors in shop.log');
    await window.page.frameLocator('iframe.webview.ready').frameLocator('iframe').locator('.timeline').waitFor();
    return () => window.press('Control+w');
  },
  async status(window, workspace) {
    await window.open(workspace, 'createUser.ts', 'switch', 1);
    await window.page.locator('.statusbar-item [aria-label*="Editor Language Status"], #status\\.languageStatus').first().hover();
    await window.shown('.hover-language-status', 'PlusAuth');
    return () => window.press('Escape');
  },
  async problems(window, workspace) {
    for (const file of ['roles.ts', 'userActions.js']) {
      await window.open(workspace, file, 'import');
      await window.shown('.squiggly-warning, .squiggly-info');
    }
    await window.press('Control+Shift+m');
    await window.shown('.markers-panel .monaco-list-row');
    return () => window.press('Control+j');
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in PICTURES));
if (unknown) {
  console.error(`There is no picture "${unknown}". There are: ${Object.keys(PICTURES).join(', ')}.`);
  process.exit(1);
}
if ((await runHere(process.execPath, ['esbuild.mjs'])) !== 0) process.exit(1);

fs.mkdirSync(OUT, { recursive: true });
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'plusauth-errors-pictures-'));
const workspace = path.join(scratch, 'acme-admin');
fs.cpSync(path.join(root, 'examples'), workspace, { recursive: true });
fs.writeFileSync(path.join(workspace, 'src', 'shop.log'), exampleLog());
const server = await startServer({ settings: WINDOW });
const { browser, page } = await openBrowser({ viewport: VIEWPORT, deviceScaleFactor: 1.5 });
try {
  await page.goto(server.url({ folder: workspace, development: [root], openFile: `${workspace}/src/createUser.ts:1:1` }));
  await page.waitForFunction(() => 'driver' in window);
  await page.evaluate(() => /** @type {any} */ (window).driver.whenWorkbenchRestored());
  await page.locator('.squiggly-warning').first().waitFor();
  await page.getByText('Activating Extensions').waitFor({ state: 'detached' });
  const window = new Window(page);
  await window.press('Control+b'); // without the side bar
  for (const [name, take] of Object.entries(PICTURES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const undo = await take(window, workspace);
    await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))));
    await page.screenshot({ path: path.join(OUT, `${name}.png`), animations: 'disabled', caret: 'initial' });
    console.log(`docs/images/${name}.png`);
    await undo();
  }
} catch (error) {
  const failure = path.join(root, '.build', 'screenshot-failed.png');
  await page.screenshot({ path: failure });
  console.error(`${error instanceof Error ? error.message : error}\nThe window as it was then: ${path.relative(root, failure)}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  await server.stop();
  fs.rmSync(scratch, { recursive: true, force: true });
}
