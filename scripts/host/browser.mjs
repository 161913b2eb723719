import fs from 'node:fs';
import { chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The Chromium (or Chrome) of this machine.
 * @throws with what to install, when there is none
 */
export function findBrowser() {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH && !fs.existsSync(CHROME_PATH)) throw new Error(`CHROME_PATH says ${CHROME_PATH}, but there is no such file. Set it to your Chromium or Chrome.`);
  const found = CHROME_PATH || INSTALLED.find((file) => fs.existsSync(file));
  if (found) return found;
  throw new Error(
    'VS Code could not be downloaded, so its server build is used, which needs Chromium, and none was found. ' +
      'Install it (Debian and Ubuntu: `sudo apt-get install -y --no-install-recommends chromium`), or set CHROME_PATH to your Chromium or Chrome.',
  );
}

/**
 * Starts it and opens an empty page.
 * @param {{ headless?: boolean, viewport?: { width: number, height: number } | null, deviceScaleFactor?: number }} [options]
 */
export async function openBrowser({ headless = true, viewport = { width: 1280, height: 800 }, deviceScaleFactor } = {}) {
  const browser = await chromium.launch({
    headless,
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const context = await browser.newContext({ viewport, ...(deviceScaleFactor && { deviceScaleFactor }) });
  return { browser, page: await context.newPage() };
}
