import { existsSync } from 'node:fs';
import { inProject } from './project.mjs';
import { startHilo } from './start-hilo.mjs';
import { Stops } from './stops.mjs';
import { dim, red, say, showFailure } from './terminal.mjs';

/**
 * Starts Hilo and keeps it until a signal or a death; then stops what was started.
 * @param {{ demo: boolean, logs: boolean }} options
 * @returns {Promise<number>} the exit code
 */
export async function runUntilStopped({ demo, logs }) {
  if (existsSync(inProject('.env'))) process.loadEnvFile(inProject('.env'));
  const stops = new Stops();
  const outcome = await Promise.race([
    firstSignal(() => stops.insist()).then(() => ({ code: 0 })),
    startHilo({ demo, logs, stops }).then(
      (death) => ({ code: 1, death }),
      (error) => ({ code: 1, error }),
    ),
  ]);
  if (outcome.error) showFailure(outcome.error);
  else say(outcome.death ? `\n${red(outcome.death)}` : dim('\n  Stopping ...'));
  for (const complaint of await stops.stopAll()) say(`  ${complaint}`);
  say(dim('  Stopped.'));
  return outcome.code;
}

/** Resolves at the first Ctrl-C or SIGTERM; the second one no longer waits for anybody. */
function firstSignal(onSecond) {
  return new Promise((resolve) => {
    let times = 0;
    const onSignal = () => {
      times += 1;
      if (times === 1) resolve();
      else onSecond();
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, onSignal);
  });
}
