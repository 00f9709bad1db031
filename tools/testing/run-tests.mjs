import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, installIsFresh } from '../runtime/install.mjs';
import { ensureSecrets } from '../runtime/secrets.mjs';
import { red, say, step } from '../runtime/terminal.mjs';
import { countsLine, sum } from './counts.mjs';
import { runStages } from './run-stages.mjs';
import { chosenStages, stages } from './stages.mjs';
import { startThrowAwayServers } from './throw-away-servers.mjs';

const templateDatabase = 'hilo_template';

/**
 * Runs the tests and prints their counts as the last line.
 * @param {{ only: string[], skipBrowser: boolean }} options
 * @returns {Promise<number>} the exit code
 */
export async function runTests({ only, skipBrowser }) {
  if (!installIsFresh()) await step('Installing packages (npm ci)', install);
  const chosen = chosenStages(stages, only);
  const reports = mkdtempSync(join(tmpdir(), 'hilo-reports-'));
  let servers;
  const cleanUp = async () => {
    if (servers)
      await servers.then(
        (started) => started.stop(),
        () => undefined,
      );
    rmSync(reports, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void cleanUp().then(() => process.exit(1)));

  const contextFor = async (stage) => {
    const onServers = stage.needs?.includes('servers') && !(stage.name === 'browser' && skipBrowser);
    if (!onServers) return { reports, environment: {}, template: process.env, skipBrowser };
    servers ??= startThrowAwayServers({ database: templateDatabase });
    return { reports, skipBrowser, ...environmentsOf(await servers) };
  };
  try {
    const results = await runStages(chosen, contextFor);
    return report(results);
  } finally {
    await cleanUp();
  }
}

function environmentsOf({ adminUrl, databaseUrl, redisUrl, folder }) {
  ensureSecrets(folder);
  const own = { HILO_DATA_DIR: folder, LOG_LEVEL: 'warn' };
  return {
    environment: { TEST_DATABASE_URL: adminUrl, TEST_REDIS_URL: redisUrl, ...own },
    template: {
      ...process.env,
      ...own,
      NODE_ENV: 'test',
      ROLE: 'http',
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
    },
  };
}

function report(results) {
  const total = sum(results.map(({ counts }) => counts));
  const failing = results.filter(({ counts }) => counts.failed > 0);
  say('');
  for (const { name, counts, why, failures = [] } of failing) {
    say(red(`failed: ${name} (${counts.failed})${why ? `, ${why}` : ''}`));
    // Once more here: of a long log people see the end.
    for (const failure of failures) say(`  ${failure}`);
  }
  say(countsLine(total));
  return total.failed > 0 ? 1 : 0;
}
