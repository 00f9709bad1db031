import { setTimeout as pause } from 'node:timers/promises';
import { lostMessages } from '../rig/invariants.mjs';
import { Line } from '../rig/line.mjs';
import { messagesBody } from '../rig/webhook-bodies.mjs';
import { signed } from './stage.mjs';

export const name = 'F1';
export const title = 'the API is killed in the middle of webhooks';

const CONNECTIONS = 16;
const PATIENCE_MS = 5000;

/**
 * 16 connections write, each message again until it is acknowledged, as the provider does; meanwhile the process is killed at random moments.
 * @returns {Promise<{ figures: object, violations: string[] }>}
 */
export async function run(stage, { small }) {
  const kills = small ? 3 : 20;
  const wanted = small ? 1500 : 20_000;
  let server = await stage.start('all');
  const { port } = server;
  const acknowledged = [];
  let next = 0;
  let killing = true;
  const lane = async () => {
    const line = new Line(port, 3000);
    while (killing || next < wanted) {
      const id = `wamid.F1.${next}`;
      const request = signed(messagesBody([{ id, customer: next % 997 }]));
      next += 1;
      while ((await line.send(request)) !== 200) await pause(20);
      acknowledged.push(id);
    }
    line.close();
  };
  const lanes = Array.from({ length: CONNECTIONS }, lane);
  const recoveries = [];
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(200 + Math.random() * 800);
    server.kill();
    await server.ended;
    const began = performance.now();
    server = await stage.start('all', port);
    recoveries.push(performance.now() - began);
  }
  killing = false;
  await Promise.all(lanes);
  await stage.settled();
  const slowest = Math.max(...recoveries);
  return {
    figures: {
      kills,
      acknowledged: acknowledged.length,
      slowestRestartMs: Math.round(slowest),
      ...(slowest > PATIENCE_MS && { said: `serving again took longer than ${PATIENCE_MS} ms` }),
    },
    violations: [...(await lostMessages(stage.database, acknowledged)), ...(await stage.invariants())],
  };
}
