import { setTimeout as pause } from 'node:timers/promises';
import { settled } from '../rig/database.mjs';
import { openLoop } from '../rig/load.mjs';
import { percentiles } from '../rig/percentiles.mjs';
import { messagesBody, signedRequest, statusesBody } from '../rig/webhook-bodies.mjs';
import { insertAccepted } from './outbound-messages.mjs';

const STATUSES_A_MESSAGE = 10;
const LOOK_MS = 100;

/**
 * Meta's mix, ten statuses for each message, at a given rate, until everything is worked off.
 * @param {{ server: object, database: object, secret: string, rate: number, seconds: number }} options rate: webhooks a second
 * @returns {Promise<object>} the door's figures, the lag of the work behind it, and how many were worked off a second
 */
export async function runMix({ server, database, secret, rate, seconds }) {
  const total = rate * seconds;
  const outbound = await insertAccepted(database, 5000, `MIX${Date.now()}`);
  await database.rows('analyze message, message_key');
  const run = `wamid.MIX${Date.now()}`;
  const ids = [];
  const requests = Array.from({ length: total }, (_, index) => {
    const path = server.path;
    if (index % (STATUSES_A_MESSAGE + 1) === 0) {
      const id = `${run}.${index}`;
      ids.push([index, id]);
      return signedRequest({ path, secret, body: messagesBody([{ id, customer: 900_000_000 + (index % 3000) }]) });
    }
    const { id, customer } = outbound[index % outbound.length];
    // Each status is a fact of its own: its time tells it from the others.
    return signedRequest({
      path,
      secret,
      body: statusesBody([
        { id, customer, status: ['sent', 'delivered', 'read'][index % 3], at: 1_790_000_000 + index },
      ]),
    });
  });
  const lags = [];
  let watching = true;
  const watch = async () => {
    while (watching) {
      const { lag } = await database.one(
        'select coalesce(extract(epoch from clock_timestamp() - min(received_at)), 0) * 1000 as lag from inbox_pending where set_aside_at is null',
      );
      lags.push(Number(lag));
      await pause(LOOK_MS);
    }
  };
  const watched = watch();
  const began = performance.now();
  const door = await openLoop({ port: server.port, requests, rate, connections: 128 });
  const drainMs = await settled(database);
  const worked = (performance.now() - began) / 1000;
  watching = false;
  await watched;
  const known = new Set(door.acknowledged);
  return {
    door,
    messages: ids.filter(([place]) => known.has(place)).map(([, id]) => id),
    workedRate: total / worked,
    drainMs,
    lag: percentiles(lags),
  };
}
