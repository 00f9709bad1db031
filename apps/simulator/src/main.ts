import { readEnvironment } from './environment.js';
import { startSimulator } from './simulator.js';

const environment = readEnvironment();
const simulator = await startSimulator(environment);
process.stdout.write(`simulator listens on ${simulator.url}, webhooks go to ${environment.targetUrl}\n`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void simulator.close().then(() => process.exit(0));
  });
}
