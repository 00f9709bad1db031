import { existsSync } from 'node:fs';
import { Failure } from '../runtime/failure.mjs';
import { inProject, root } from '../runtime/project.mjs';
import { onPath, runCommand } from '../runtime/run-command.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const installed = () =>
  names.map((name) => onPath(name)).find(Boolean) ?? applications.find((path) => existsSync(path));

/**
 * The browser for the browser tests: CHROMIUM_PATH, one of the machine, Debian's package (as root), Playwright's own.
 * @returns {Promise<string>} its path
 */
export async function findChromium(environment = process.env) {
  const given = environment.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Failure(`CHROMIUM_PATH is ${given}, but there is no such file.`);
  return given || installed() || (await fromDebian()) || (await fromPlaywright());
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return undefined;
  const options = { show: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await runCommand('apt-get', ['update', '-q'], options);
  // Without the emoji font a screen full of emoji is a screen full of boxes.
  await runCommand(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-color-emoji'],
    options,
  );
  return installed();
}

async function fromPlaywright() {
  const { chromium } = await import('@playwright/test');
  if (!existsSync(chromium.executablePath())) {
    const cli = inProject('node_modules', '@playwright', 'test', 'cli.js');
    await runCommand(process.execPath, [cli, 'install', 'chromium'], { show: true, cwd: root });
  }
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  throw new Failure(
    'The browser tests need Chromium or Chrome and none could be had. Install one (Debian: apt-get install chromium; ' +
      'elsewhere: npx playwright install --with-deps chromium), or give its path in CHROMIUM_PATH, or leave these tests out: npm test -- --skip-browser',
  );
}
