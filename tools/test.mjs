import { nodeRefusal } from './runtime/node-version.mjs';
import { parseTestArguments } from './testing/arguments.mjs';

const usage = `npm test [-- options]: runs every test on servers of its own.
  --only unit|integration|e2e|panel|browser|lint   some of them (several: comma)
  --skip-browser                                   count the browser tests as skipped`;

const wanted = parseTestArguments(process.argv.slice(2));
const refusal = nodeRefusal(process.versions.node) ?? wanted.refusal;
if (refusal) {
  console.error(`${refusal}\n${usage}\n0 passed, 1 failed, 0 skipped`);
  process.exit(1);
}
const { runTests } = await import('./testing/run-tests.mjs');
const { showFailure } = await import('./runtime/terminal.mjs');
try {
  process.exitCode = await runTests(wanted);
} catch (error) {
  showFailure(error);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}
