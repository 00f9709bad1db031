import { build } from '../../tools/runtime/build.mjs';
import { say, showFailure, step } from '../../tools/runtime/terminal.mjs';
import { startRigServers } from '../rig/servers.mjs';
import * as f01 from './f01-kill-mid-webhook.mjs';
import * as f10 from './f10-duplicates.mjs';
import * as f11 from './f11-disorder.mjs';
import * as f14 from './f14-hostile.mjs';
import * as f15 from './f15-signatures.mjs';
import { openStage } from './stage.mjs';

const faults = [f01, f10, f11, f14, f15];
const usage = `npm run faults [-- options]
  --small         the form that runs with every change: three minutes instead of twenty-five
  --only F1,F14   some of ${faults.map(({ name }) => name).join(', ')}
  --no-build      break what is built`;

const flags = process.argv.slice(2);
const only = flags.includes('--only')
  ? (flags[flags.indexOf('--only') + 1] ?? '').split(',')
  : faults.map(({ name }) => name);
const unknown = only.filter((name) => !faults.some((fault) => fault.name === name));
if (flags.includes('--help') || unknown.length > 0) {
  say(usage);
  process.exit(unknown.length > 0 ? 1 : 0);
}

const violations = [];
let servers;
try {
  if (!flags.includes('--no-build')) await step('Build', build);
  await step('PostgreSQL and Redis of this run', async () => {
    servers = await startRigServers();
  });
  for (const fault of faults.filter(({ name }) => only.includes(name))) violations.push(...(await prove(fault)));
} catch (error) {
  showFailure(error);
  violations.push(`the rig could not run: ${error.message}`);
} finally {
  await servers?.stop().catch((error) => say(`could not stop: ${error.message}`));
}
for (const violation of violations) say(`violated: ${violation}`);
say(violations.length === 0 ? `verdict: ${only.join(', ')} hold` : `verdict: ${violations.length} violation(s)`);
process.exit(violations.length === 0 ? 0 : 1);

async function prove({ name, title, run }) {
  const began = performance.now();
  const stage = await openStage(servers);
  try {
    const { figures, violations: found } = await run(stage, { small: flags.includes('--small') });
    say(
      JSON.stringify({
        fault: name,
        title,
        seconds: Math.round((performance.now() - began) / 1000),
        figures,
        violations: found.length,
      }),
    );
    return found.map((words) => `${name}: ${words}`);
  } catch (error) {
    showFailure(error);
    return [`${name}: ${error.message}`];
  } finally {
    await stage.close();
  }
}
