import { io } from 'socket.io-client';
import { say } from '../../tools/runtime/terminal.mjs';
import { openDatabase, settled } from '../rig/database.mjs';
import { readFlags } from '../rig/flags.mjs';
import { violatedInvariants } from '../rig/invariants.mjs';
import { percentiles } from '../rig/percentiles.mjs';
import { ADMIN, APP_SECRET, prepareProduct } from '../rig/product.mjs';
import { startRigServers } from '../rig/servers.mjs';
import { endInVerdict } from '../rig/verdict.mjs';
import { watchPanel } from './panel-watch.mjs';
import { placeIn, write } from './traffic.mjs';

const usage = `npm run bench:realtime [-- options]: from a webhook to a socket and to a bubble on the screen
  --rate N       messages a second (50)
  --seconds N    for how long (30)
  --no-browser   sockets only
  --no-build     measure what is built`;

const WARM_UP = 200;
/** Every fifth message is for the conversation that is open on the screen. */
const OPEN_CUSTOMER = 0;
const customerOf = (place) => (place % 5 === 0 ? OPEN_CUSTOMER : 1 + (place % 40));

const { has, numberOf } = readFlags(usage);
const [rate, seconds] = [numberOf('--rate', 50), numberOf('--seconds', 30)];

await endInVerdict(measure, { built: has('--no-build') });

async function measure(stops) {
  const servers = await startRigServers();
  stops.push(servers.stop);
  const databaseUrl = await servers.database('hilo_realtime');
  const product = await prepareProduct({ databaseUrl, redisUrl: servers.redisUrl, folder: servers.folder });
  const server = await product.start('all');
  stops.push(() => server.stop());
  const database = await openDatabase(servers.adminUrl, databaseUrl);
  stops.push(() => database.close());
  const cookie = await signIn(server.origin);
  const heard = await listen(server.origin, cookie);
  stops.push(() => heard.close());

  const traffic = { port: server.port, path: server.path, secret: APP_SECRET, rate, customerOf };
  await write({ ...traffic, first: 0, count: WARM_UP });
  await settled(database);
  const panel = has('--no-browser')
    ? undefined
    : await watchPanel({ origin: server.origin, cookie, conversationId: await openConversation(database) });
  if (panel) stops.push(() => panel.close());

  const count = rate * seconds;
  const { sent, stored } = await write({ ...traffic, first: WARM_UP, count });
  await settled(database);
  const places = Array.from({ length: count }, (_, index) => WARM_UP + index);
  await heard.until(places);
  const found = await violatedInvariants(database);
  // The frame of a socket may be here before our 200 is: that is no time at all.
  report(
    'stored to socket',
    places.map((place) => Math.max(0, heard.at.get(place) - stored[place])),
  );
  report(
    'webhook to socket',
    places.map((place) => heard.at.get(place) - sent[place]),
  );
  if (panel) {
    const expected = places.filter((place) => customerOf(place) === OPEN_CUSTOMER);
    const shown = new Map(await panel.seenOf(expected));
    const missing = expected.filter((place) => !shown.has(place));
    if (missing.length > 0) found.push(`${missing.length} of ${expected.length} messages never appeared on the screen`);
    report(
      'webhook to bubble',
      expected.filter((place) => shown.has(place)).map((place) => shown.get(place) - sent[place]),
    );
  }
  return found;
}

function report(name, values) {
  const { p50, p95, p99, max } = percentiles(values);
  say(
    `${name} at ${rate}/s, ${values.length} messages: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms, at most ${max} ms`,
  );
}

async function signIn(origin) {
  const answer = await fetch(`${origin}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(ADMIN),
  });
  const [pair] = (answer.headers.getSetCookie()[0] ?? '').split(';');
  if (!answer.ok || !pair) throw new Error(`signing in was answered ${answer.status}`);
  const [name, value] = pair.split('=');
  return { name, value };
}

/** Notes when each message of the rig first came over a socket of the panel. */
async function listen(origin, { name, value }) {
  const socket = io(`${origin}/realtime`, {
    transports: ['websocket'],
    extraHeaders: { cookie: `${name}=${value}`, origin },
  });
  const at = new Map();
  socket.on('events', (events) => {
    const now = Date.now();
    for (const { type, data } of events) {
      const place = type === 'message.created' ? placeIn(JSON.stringify(data)) : undefined;
      if (place !== undefined && !at.has(place)) at.set(place, now);
    }
  });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  const until = async (places) => {
    while (places.some((place) => !at.has(place))) await new Promise((resolve) => socket.once('events', resolve));
  };
  return { at, until, close: () => socket.close() };
}

async function openConversation(database) {
  const { id } = await database.one(
    `select c.id from conversation c join message m on m.conversation_id = c.id where m.text = 'marca 0.' and m.direction = 'in'`,
  );
  return id;
}
