import { io } from 'socket.io-client';
import { build } from '../../tools/runtime/build.mjs';
import { say, showFailure, step } from '../../tools/runtime/terminal.mjs';
import { openDatabase, settled } from '../rig/database.mjs';
import { violatedInvariants } from '../rig/invariants.mjs';
import { percentiles } from '../rig/percentiles.mjs';
import { ADMIN, APP_SECRET, prepareProduct } from '../rig/product.mjs';
import { startRigServers } from '../rig/servers.mjs';
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

const flags = process.argv.slice(2);
const flag = (name) => flags.includes(name);
const valueOf = (name, otherwise) => (flag(name) ? Number(flags[flags.indexOf(name) + 1]) : otherwise);
const [rate, seconds] = [valueOf('--rate', 50), valueOf('--seconds', 30)];
if (flag('--help') || !(rate > 0 && seconds > 0)) {
  say(usage);
  process.exit(flag('--help') ? 0 : 1);
}

const stops = [];
let violations;
try {
  if (!flag('--no-build')) await step('Build', build);
  violations = await measure();
} catch (error) {
  showFailure(error);
  violations = [`the rig could not run: ${error.message}`];
} finally {
  for (const stop of stops.reverse())
    await Promise.resolve(stop()).catch((error) => say(`could not stop: ${error.message}`));
}
for (const violation of violations) say(`violated: ${violation}`);
process.exit(violations.length === 0 ? 0 : 1);

async function measure() {
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
  const panel = flag('--no-browser')
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
