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

  /** Takes the keys back from a page in the editor, which keeps some of them. */
  leavePage() {
    return this.page.evaluate(() => {
      if (document.activeElement instanceof HTMLIFrameElement) document.activeElement.blur();
    });
  }

  /** Closes the editor in front. */
  async close() {
    await this.leavePage();
    await this.press('Control+w');
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
    await this.leavePage();
    await this.press('Control+p');
    await this.shown('.quick-input-widget');
    await this.type(file);
    await this.shown('.quick-input-list .monaco-list-row.focused', file);
    await this.press('Enter');
    await this.shown('.tab.active', file);
    await this.moveTo(fs.readFileSync(path.join(workspace, 'src', file), 'utf8'), text, ahead);
  }

  /** Opens the report on a log. */
  async analyze(workspace, file) {
    await this.open(workspace, file, 'PlusAuth');
    await this.command('PlusAuth: Analyze Log File');
    await this.shown('.quick-input-list .monaco-list-row.focused', file);
    await this.press('Enter');
    await this.shown('.tab.active', `Errors in ${file}`);
    await this.page.frameLocator('iframe.webview.ready').frameLocator('iframe').locator('.timeline').waitFor();
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
    await this.leavePage();
    await this.press(key);
    await this.shown('.quick-input-widget');
    await this.type(key === 'Control+g' ? text.slice(1) : text);
    await this.shown('.quick-input-list .monaco-list-row.focused', key === 'F1' ? text : `column ${text.split(':').at(-1)}`);
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
    return () => window.close();
  },
  async report(window, workspace) {
    await window.analyze(workspace, 'shop.log');
    return () => window.close();
  },
  async view(window, workspace) {
    await window.analyze(workspace, 'shop.log');
    await window.close();
    await window.open(workspace, 'createUser.ts', 'switch (err');
    await window.shown('.squiggly-warning');
    await window.command('PlusAuth: Find Handled and Missing Errors');
    const row = (text) => window.page.locator('.pane:has(.pane-header[aria-label^="PlusAuth Errors"]) .monaco-list-row', { hasText: text }).first();
    await row('invalid_request').waitFor();
    // The view gets the room of the others.
    await window.page.locator('.pane-header', { hasText: 'acme-admin' }).click();
    const { mouse } = window.page;
    const edge = await window.page.locator('.part.sidebar').boundingBox();
    if (!edge) throw new Error('There is no side bar.');
    await mouse.move(edge.x + edge.width, 300);
    await mouse.down();
    await mouse.move(edge.x + 430, 300, { steps: 5 });
    await mouse.up();
    await row('already_exists').click();
    await row(/Handled/).click();
    await row('In logs').waitFor();
    await window.press('Control+1');
    return async () => {
      await window.press('Control+b');
      await window.command('View: Close All Editors');
    };
  },
  async walkthrough(window) {
    await window.command('Welcome: Open Walkthrough');
    await window.shown('.quick-input-list .monaco-list-row', 'Get started with PlusAuth');
    await window.type('Get started with PlusAuth');
    await window.press('Enter');
    await window.shown('.gettingStartedContainer .step-list-container', 'See what code forgets');
    return () => window.command('View: Close All Editors');
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
    // The walkthrough is for looking at: no document shows it.
    if (wanted.length > 0 ? !wanted.includes(name) : name === 'walkthrough') continue;
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
