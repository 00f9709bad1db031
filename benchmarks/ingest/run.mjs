import { say, step } from '../../tools/runtime/terminal.mjs';
import { openDatabase, settled, statementCounter } from '../rig/database.mjs';
import { readFlags } from '../rig/flags.mjs';
import { lostMessages, violatedInvariants } from '../rig/invariants.mjs';
import { memoryOf, watchMemory } from '../rig/process-watch.mjs';
import { APP_SECRET, prepareProduct } from '../rig/product.mjs';
import { startRigServers } from '../rig/servers.mjs';
import { endInVerdict } from '../rig/verdict.mjs';
import { ingestCases, ladders, runCase, writeCase } from './cases.mjs';
import { runMix } from './mix.mjs';
import { insertAccepted, unreadMessages } from './outbound-messages.mjs';
import { startReference, violatedByReference } from './reference.mjs';
import { tableOf } from './report.mjs';

const usage = `npm run bench:ingest [-- options]
  --quick            a fifth of the messages, ten seconds of Meta's mix
  --rate N           webhooks a second of Meta's mix (3300)
  --seconds N        its length (60; 10 with --quick)
  --no-build         measure what is built`;

const { has, numberOf } = readFlags(usage);
const quick = has('--quick');
const options = { rate: numberOf('--rate', 3300), seconds: numberOf('--seconds', quick ? 10 : 60) };

await endInVerdict(measure, { built: has('--no-build') });

async function measure(stops) {
  let servers;
  await step('PostgreSQL and Redis of this run', async () => {
    servers = await startRigServers();
    stops.push(servers.stop);
  });
  const { redisUrl, folder, adminUrl } = servers;
  const [productUrl, referenceUrl] = [await servers.database('hilo_rig'), await servers.database('hilo_reference')];
  const product = await prepareProduct({ databaseUrl: productUrl, redisUrl, folder });
  const reference = await startReference({ databaseUrl: referenceUrl, folder });
  stops.push(() => reference.stop());
  let server = await product.start('all');
  stops.push(() => server.stop());
  const database = await openDatabase(adminUrl, productUrl);
  const referenceDatabase = await openDatabase(adminUrl, referenceUrl);
  stops.push(
    () => database.close(),
    () => referenceDatabase.close(),
  );
  const counter = await statementCounter(database);
  const idleMemory = await memoryOf(server.pid);
  const memory = watchMemory(server.pid);

  await warmUp(server, reference);
  await settled(database);
  const found = [];
  const cases = [];
  for (const wanted of ingestCases(quick)) {
    for (const one of [database, referenceDatabase]) await one.rows('analyze');
    const mine = await onProduct(wanted, server, database, counter);
    found.push(...mine.violations);
    const theirs = await onReference(wanted, reference, referenceDatabase);
    found.push(...theirs.violations);
    cases.push({
      name: wanted.name,
      must: wanted.must,
      product: mine.figures,
      reference: theirs.figures,
      statements: mine.statements,
      drainMs: mine.drainMs,
    });
    say(JSON.stringify(cases.at(-1)));
  }

  const mix = await runMix({ server, database, secret: APP_SECRET, ...options });
  found.push(...(await lostMessages(database, mix.messages)), ...(await violatedInvariants(database)));
  cases.push({
    name: `Meta's mix, ${options.rate}/s offered`,
    product: figuresOf(mix.door, mix.door.answered),
    drainMs: mix.drainMs,
  });
  const lag = { p50: Math.round(mix.lag.p50), p99: Math.round(mix.lag.p99), max: Math.round(mix.lag.max) };
  say(
    JSON.stringify({
      name: cases.at(-1).name,
      door: cases.at(-1).product,
      workedOffASecond: Math.round(mix.workedRate),
      lagMs: lag,
      drainMs: Math.round(mix.drainMs),
    }),
  );
  const peakMemory = memory.stop();

  await server.stop();
  server = await product.start('http');
  const alone = { name: 'the door alone, 64 connections', connections: 64, count: quick ? 4000 : 20_000, must: 2 };
  const doorCase = await onDoorAlone(alone, server, reference);
  cases.push(doorCase);
  say(JSON.stringify(doorCase));

  say(`\n${tableOf(cases)}\n`);
  say(`memory of the process: ${idleMemory} MB idle, ${peakMemory} MB at most`);
  say(
    `Meta's mix: ${Math.round(mix.workedRate)} webhooks/s worked off, lag p50 ${lag.p50} ms, p99 ${lag.p99} ms, at most ${lag.max} ms`,
  );
  for (const { name, must, product: mine, reference: theirs } of cases)
    if (must && mine.perSecond < must * theirs.perSecond)
      say(`below its must: ${name}, ${(mine.perSecond / theirs.perSecond).toFixed(2)} x instead of ${must} x`);
  return found;
}

/** The first requests meet cold code, empty pools and unplanned statements on both sides. */
async function warmUp(server, reference) {
  for (const one of [server, reference]) {
    const wanted = { name: 'warm-up', connections: 16, count: 1000 };
    await runCase(wanted, one, writeCase(wanted, { secret: APP_SECRET, path: one.path }));
  }
}

function figuresOf({ seconds, codes, p50, p99, max }, units) {
  return { perSecond: units / seconds, seconds, p50, p99, max, codes };
}

async function onProduct(wanted, server, database, counter) {
  const sent =
    wanted.kind === 'status' ? await insertAccepted(database, Math.floor(wanted.count / 3), `CASE${Date.now()}`) : [];
  const before = wanted.kind === 'bad-signature' ? await database.count('select 1 from webhook_receipt') : 0;
  const written = writeCase(wanted, { secret: APP_SECRET, path: server.path, sent: ladders(sent) });
  await counter?.reset();
  const result = await runCase(wanted, server, written);
  const drainMs = await settled(database);
  const units = wanted.kind ? result.answered : result.messages.length;
  const statements = counter && !wanted.kind ? (await counter.calls()) / units : undefined;
  const violations = [...(await lostMessages(database, result.messages)), ...(await violatedInvariants(database))];
  if (sent.length > 0) violations.push(...(await unreadMessages(database, sent)));
  if (wanted.kind === 'bad-signature' && (await database.count('select 1 from webhook_receipt')) !== before)
    violations.push('a badly signed webhook left a row');
  return {
    figures: figuresOf(result, units),
    violations: violations.map((words) => `${wanted.name}: ${words}`),
    statements,
    drainMs,
  };
}

async function onReference(wanted, reference, database) {
  const statuses = Array.from({ length: wanted.count }, (_, index) => ({
    id: `wamid.REF.${Math.floor(index / 3)}`,
    customer: index,
    status: ['sent', 'delivered', 'read'][index % 3],
  }));
  const written = writeCase(wanted, { secret: APP_SECRET, path: reference.path, sent: statuses });
  const result = await runCase(wanted, reference, written);
  const units = wanted.kind ? result.answered : result.messages.length;
  return {
    figures: figuresOf(result, units),
    violations: (await violatedByReference(database, result.messages)).map((words) => `${wanted.name}: ${words}`),
  };
}

async function onDoorAlone(wanted, server, reference) {
  const results = [];
  for (const one of [server, reference]) {
    const result = await runCase(wanted, one, writeCase(wanted, { secret: APP_SECRET, path: one.path }));
    results.push(figuresOf(result, result.messages.length));
  }
  return { name: wanted.name, must: wanted.must, product: results[0], reference: results[1] };
}
