import { build } from '../../tools/runtime/build.mjs';
import { say, showFailure, step } from '../../tools/runtime/terminal.mjs';

/**
 * Measures from a build to a verdict, stops what was started, the last first, and ends the process: 1 when anything was
 * violated or the rig could not run.
 * @param {(stops: (() => unknown)[]) => Promise<string[]>} measure is given where to leave what stops its parts, tells what
 *   was violated
 * @param {{ built: boolean }} how built: measure what is built
 */
export async function endInVerdict(measure, { built }) {
  const stops = [];
  let violations;
  try {
    if (!built) await step('Build', build);
    violations = await measure(stops);
  } catch (error) {
    showFailure(error);
    violations = [`the rig could not run: ${error.message}`];
  } finally {
    for (const stop of stops.reverse()) {
      try {
        await stop();
      } catch (error) {
        say(`could not stop: ${error.message}`);
      }
    }
  }
  for (const violation of violations) say(`violated: ${violation}`);
  const holds = violations.length === 0;
  say(holds ? 'verdict: every invariant holds' : `verdict: ${violations.length} invariant(s) violated`);
  process.exit(holds ? 0 : 1);
}
