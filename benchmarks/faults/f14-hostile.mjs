import { Line } from '../rig/line.mjs';
import { memoryOf } from '../rig/process-watch.mjs';
import { messagesBody, statusesBody } from '../rig/webhook-bodies.mjs';
import { hostileBodies } from './hostile-bodies.mjs';
import { mutated, seededRandom } from './mutations.mjs';
import { endlessChunks, gzipBomb, slowLoris } from './slow-clients.mjs';
import { goodMessageIsStored, signed } from './stage.mjs';

export const name = 'F14';
export const title = 'hostile bodies, mutations, a gzip bomb, endless chunks, slow clients';

const LONGEST_BLOCK_MS = 50;
const MOST_GROWTH_MB = 300;
/** Names are shared and ids repeated on purpose in this rig: who a text belongs to cannot be told from it. */
const BROKEN_HERE = ['I1 a message lies under its own customer', 'I2 one contact a customer'];

export async function run(stage, { small }) {
  const server = await stage.start('all');
  const violations = [];
  const memoryBefore = await memoryOf(server.pid);
  const blocked = { ms: 0, by: '' };
  const look = async (what) => {
    const ms = await longestBlock(server.origin);
    if (ms > blocked.ms) Object.assign(blocked, { ms, by: what });
  };
  await look('the start');
  blocked.ms = 0;

  const told = hostileBodies.filter(({ large }) => !(small && large));
  for (const { name: what, body, stored, refused } of told) {
    const line = new Line(server.port, 20_000);
    const status = await line.send(signed(body()));
    line.close();
    const right = refused
      ? (status >= 400 && status < 500) || status === 0
      : status === 200 || (status >= 400 && status < 500);
    if (!right) violations.push(`${what}: answered ${status}`);
    await look(what);
    const wrong = await goodMessageIsStored(stage, server.port);
    if (wrong) violations.push(`after ${what}: ${wrong}`);
    if (stored && (await stage.database.count('select 1 from message where position($1 in text) > 0', [stored])) === 0)
      violations.push(`${what}: lost`);
  }

  const answers = await tellMutations(server.port, small ? 500 : 10_000);
  for (const status of Object.keys(answers))
    if (!/^(200|4\d\d)$/.test(status)) violations.push(`mutations: ${answers[status]} answered ${status}`);
  await look('mutations');

  const bomb = await gzipBomb(server.port);
  if (bomb !== undefined && bomb !== 200 && (bomb < 400 || bomb >= 500)) violations.push(`gzip bomb: answered ${bomb}`);
  const endless = await endlessChunks(server.port);
  if (endless.megabytes >= 64) violations.push('endless chunks were read without an end');
  const stopLoris = slowLoris(server.port, small ? 100 : 500);
  const wrong = await goodMessageIsStored(stage, server.port);
  if (wrong) violations.push(`beside slow clients: ${wrong}`);
  stopLoris();
  await look('slow clients');

  await stage.settled();
  const memoryAfter = await memoryOf(server.pid);
  if (memoryAfter - memoryBefore > MOST_GROWTH_MB)
    violations.push(`the process grew from ${memoryBefore} to ${memoryAfter} MB`);
  const asideNow = await stage.database.count('select 1 from inbox_pending where set_aside_at is not null');
  const after = await goodMessageIsStored(stage, server.port);
  if (after) violations.push(`at the end: ${after}`);
  const alive = await Promise.race([server.ended.then(() => false), Promise.resolve(true)]);
  if (!alive) violations.push(`the process ended: ${server.lastLines(20)}`);
  return {
    figures: {
      bodies: told.length,
      mutations: answers,
      gzipBomb: bomb ?? 'cut off',
      endlessChunks: endless,
      setAside: asideNow,
      memoryMB: [memoryBefore, memoryAfter],
      longestBlockMs: Math.round(blocked.ms),
      ...(blocked.ms > LONGEST_BLOCK_MS && {
        said: `the loop was blocked ${Math.round(blocked.ms)} ms by ${blocked.by}`,
      }),
    },
    violations: [...violations, ...(await stage.invariants(BROKEN_HERE))],
  };
}

async function tellMutations(port, count) {
  const random = seededRandom(14);
  const line = new Line(port, 20_000);
  const answers = {};
  for (let index = 0; index < count; index += 1) {
    const id = `wamid.MUTATION.${index}`;
    const body =
      index % 4 === 0
        ? statusesBody([{ id, status: 'read', customer: index % 50 }])
        : messagesBody([
            { id, customer: 603_000 + (index % 50), text: 'mutación' },
            { id: `${id}.b`, customer: 603_100, text: 'otra' },
          ]);
    const status = await line.send(signed(mutated(body, random)));
    answers[status] = (answers[status] ?? 0) + 1;
  }
  line.close();
  return answers;
}

/** Milliseconds the event loop was held up at most since the last look. */
async function longestBlock(origin) {
  const text = await (await fetch(`${origin}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(text)?.[1] ?? 0) * 1000;
}
