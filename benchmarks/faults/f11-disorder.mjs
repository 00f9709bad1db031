import { setTimeout as pause } from 'node:timers/promises';
import { insertAccepted, unreadMessages } from '../ingest/outbound-messages.mjs';
import { closedLoop } from '../rig/load.mjs';
import { messagesBody, statusesBody } from '../rig/webhook-bodies.mjs';
import { signed } from './stage.mjs';

export const name = 'F11';
export const title = 'statuses and messages out of order, early and a week late';

const WEEK_S = 7 * 86_400;
const EARLY = 50;
const PATIENCE_MS = 60_000;
const LADDER = ['sent', 'delivered', 'read'];

const shuffled = (items) =>
  items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

export async function run(stage, { small }) {
  const count = small ? 300 : 3000;
  const server = await stage.start('all');
  const send = (requests) => closedLoop({ port: server.port, requests, connections: 16 });
  const now = Math.floor(Date.now() / 1000);
  const weekOld = Array.from({ length: count }, (_, index) =>
    signed(messagesBody([{ id: `wamid.F11.${index}`, customer: index % 60, at: now - WEEK_S + index }])),
  );
  const messages = await send(shuffled(weekOld));
  await stage.settled();

  const ours = await insertAccepted(stage.database, 60, 'F11');
  const statuses = ours.flatMap(({ id, customer }) =>
    LADDER.map((status, step) => signed(statusesBody([{ id, customer, status, at: now + step }]))),
  );
  await send(shuffled([...statuses, ...statuses]));
  await stage.settled();
  const regressed = await unreadMessages(stage.database, ours);

  const early = Array.from({ length: EARLY }, (_, index) => `wamid.OUT.EARLY.${index + 1}`);
  await send(
    shuffled(
      early.flatMap((id, customer) =>
        LADDER.map((status, step) => signed(statusesBody([{ id, customer, status, at: now + step }]))),
      ),
    ),
  );
  await stage.settled();
  const parked = await stage.database.count('select 1 from parked_status');
  // Only now does our own commit become visible.
  const made = await insertAccepted(stage.database, EARLY, 'EARLY');
  const began = performance.now();
  let late = made.length;
  while (late > 0 && performance.now() - began < PATIENCE_MS) {
    await pause(100);
    late = await stage.database.count('select 1 from message where provider_id = any($1::text[]) and status <> 6', [
      early,
    ]);
  }
  return {
    figures: {
      messages: count,
      p99: Math.round(messages.p99),
      statuses: statuses.length * 2,
      parked,
      settledAfterMs: Math.round(performance.now() - began),
    },
    violations: [
      ...regressed,
      ...(parked === EARLY * LADDER.length ? [] : [`${parked} of ${EARLY * LADDER.length} early statuses were parked`]),
      ...(late > 0 ? [`${late} early status(es) were not applied within ${PATIENCE_MS} ms`] : []),
      ...(await stage.invariants()),
    ],
  };
}
