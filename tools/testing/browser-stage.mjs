import { join } from 'node:path';
import { readJson } from '../runtime/private-file.mjs';
import { inProject } from '../runtime/project.mjs';
import { runCommand } from '../runtime/run-command.mjs';
import { findChromium } from './chromium.mjs';
import { countListed, countPlaywright, none } from './counts.mjs';
import { playwrightFailures } from './failures.mjs';

const playwright = (parameters, options) =>
  runCommand(process.execPath, [inProject('node_modules', '@playwright', 'test', 'cli.js'), 'test', ...parameters], {
    cwd: inProject('apps', 'panel-e2e'),
    timeout: 45 * 60_000,
    ...options,
  });

/** Runs the browser tests of apps/panel-e2e. @param {{ reports: string, environment: object }} options */
export async function runBrowserTests({ reports, environment }) {
  const outputFile = join(reports, 'browser.json');
  const env = {
    ...process.env,
    ...environment,
    CHROMIUM_PATH: await findChromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: outputFile,
  };
  const { code } = await playwright(['--reporter=list,json'], { env, show: true });
  const report = readJson(outputFile);
  return { ...countPlaywright(report, code), failures: playwrightFailures(report) };
}

/** Counts the browser tests as skipped, without running them. @param {{ reports: string }} options */
export async function skipBrowserTests({ reports }) {
  const outputFile = join(reports, 'browser-list.json');
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: outputFile };
  await playwright(['--list', '--reporter=json'], { env });
  return { ...none, skipped: countListed(readJson(outputFile)) };
}
