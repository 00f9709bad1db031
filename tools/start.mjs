import { nodeRefusal } from './runtime/node-version.mjs';

const usage = `npm start [-- options]: starts Hilo with everything it needs.
  --no-demo   leave the demo shop out
  --logs      show the logs here instead of writing them to the data folder
Variables: .env.example`;

const parameters = process.argv.slice(2);
const refusal = nodeRefusal(process.versions.node);
const unknown = parameters.find((parameter) => !['--no-demo', '--logs', '--help'].includes(parameter));
if (refusal || unknown || parameters.includes('--help')) {
  console.error(refusal ?? (unknown ? `Unknown option ${unknown}\n${usage}` : usage));
  process.exit(parameters.includes('--help') && !unknown && !refusal ? 0 : 1);
}

// Only now: older versions of Node may not even read these files.
const { runUntilStopped } = await import('./runtime/run-until-stopped.mjs');
process.exit(await runUntilStopped({ demo: !parameters.includes('--no-demo'), logs: parameters.includes('--logs') }));
