import { none } from './counts.mjs';
import { bold, green, red, say, showFailure } from '../runtime/terminal.mjs';

/**
 * Runs stages one after the other; a failing one does not stop the rest, only those that stand on it.
 * @param {import('./stages.mjs').Stage[]} stages
 * @param {(stage: import('./stages.mjs').Stage) => Promise<import('./stages.mjs').StageContext>} contextFor may throw: no servers
 * @returns {Promise<{ name: string, counts: import('./counts.mjs').Counts, failures?: string[], why?: string }[]>}
 */
export async function runStages(stages, contextFor) {
  const results = [];
  for (const stage of stages) {
    say(`\n${bold(`=== ${stage.name}`)}`);
    const began = performance.now();
    const result = await runStage(stage, contextFor, results);
    const { passed, failed, skipped } = result.counts;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const colour = failed ? red : green;
    say(colour(`${stage.name}: ${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s`));
    results.push(result);
  }
  return results;
}

async function runStage(stage, contextFor, results) {
  const { name } = stage;
  const broken = results.find((one) => standsOn(stage).includes(one.name) && one.counts.failed > 0);
  if (broken) {
    say(`needs ${broken.name}, which failed`);
    return { name, counts: { ...none, failed: 1 }, why: `needs ${broken.name}` };
  }
  try {
    const { failures, ...counts } = await stage.run(await contextFor(stage));
    return { name, counts, failures };
  } catch (error) {
    showFailure(error);
    return { name, counts: { ...none, failed: 1 }, why: error.message };
  }
}

/** The names of the stages whose failure makes this one pointless. */
export function standsOn(stage) {
  const names = [];
  if (stage.needs?.includes('build')) names.push('build');
  if (stage.needs?.includes('servers') && stage.name !== 'migrations') names.push('migrations');
  return names;
}
