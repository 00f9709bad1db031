import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from './api-command.mjs';
import { build } from './build.mjs';
import { Failure } from './failure.mjs';
import { freePortFrom } from './free-port.mjs';
import { install, installIsFresh } from './install.mjs';
import { productEnvironment, rolesOf, simulatorEnvironment } from './product-environment.mjs';
import { apiMain, dataDirOf, inProject, simulatorMain } from './project.mjs';
import { pidsByRole, removeRuntime, writeRuntime } from './runtime-file.mjs';
import { ensureSecrets } from './secrets.mjs';
import { startServers } from './servers.mjs';
import { startService } from './service.mjs';
import { endOrphans, takeStartLock } from './start-lock.mjs';
import { bold, dim, say, step } from './terminal.mjs';
import { waitListening, waitReady } from './wait-ready.mjs';

/**
 * Starts everything. What was started is told to `stops` at once, so that a failure or a signal at any moment can undo it.
 * @param {{ demo: boolean, logs: boolean, stops: import('./stops.mjs').Stops }} options
 * @returns {Promise<string>} settles only when a process of the API ends unasked: its name, reason and last lines
 */
export async function startHilo({ demo, logs, stops }) {
  const environment = process.env;
  const dataDir = dataDirOf(environment);
  const unlock = await takeStartLock(dataDir);
  stops.add({ name: 'lock', stop: async () => unlock() });
  const orphans = await endOrphans(dataDir);
  if (orphans) say(dim(`  ended ${orphans} program(s) that an interrupted start had left running`));

  if (!installIsFresh()) await step('Installing packages (npm ci), a minute or two the first time', install);
  await step('Build', build);
  if (environment.NODE_ENV !== 'production') ensureSecrets(dataDir);

  const ports = await choosePorts(environment);
  const logOf = (name) => (logs ? undefined : join(dataDir, 'logs', `${name}.log`));
  const simulator = startSimulator({ dataDir, ports, log: logOf('simulator'), stops });
  const { postgres, redis } = await startBothServers(environment, dataDir, stops);
  const simulatorUrl = simulator ? `http://127.0.0.1:${ports.simulator}` : null;
  const product = productEnvironment({
    given: environment,
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    dataDir,
    port: ports.api,
    simulatorUrl,
    panelDir: existsSync(inProject('apps/panel/dist/index.html')) ? inProject('apps/panel/dist') : undefined,
  });

  let prepared;
  await step('Database: migrations, administrator, demo shop', async () => {
    prepared = await prepare(product, { demo });
    return prepared.demo ? 'demo shop loaded' : undefined;
  });

  const services = rolesOf(environment.ROLE).map((role, index) => {
    const service = startService({
      name: index === 0 ? 'API' : 'worker',
      program: apiMain,
      environment: { ...product, ROLE: role, WORKER_PORT: String(ports.worker) },
      log: logOf(index === 0 ? 'api' : 'worker'),
    });
    stops.add(service);
    return { service, port: role === 'worker' ? ports.worker : ports.api, role };
  });
  writeRuntime(dataDir, {
    apiUrl: `http://127.0.0.1:${ports.api}`,
    panelUrl: `http://127.0.0.1:${ports.api}`,
    simulatorUrl,
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    pids: {
      ...pidsByRole(services.map(({ role, service }) => ({ role, pid: service.pid }))),
      simulator: simulator?.pid ?? null,
      postgres: postgres.pid,
      redis: redis.pid,
    },
  });
  stops.add({ name: 'runtime.json', stop: async () => removeRuntime(dataDir) });

  await step('API and panel', () => waitForServices(services));
  if (simulator) await waitListening(ports.simulator, simulator);
  greet({ publicUrl: product.PUBLIC_URL, simulatorUrl, admin: prepared.admin, logs: logOf('api') });
  watchSimulator(simulator);
  return Promise.race(services.map(({ service }) => unexpectedEnd(service)));
}

async function choosePorts(environment) {
  const wanted = {
    api: Number(environment.PORT || 3000),
    simulator: Number(environment.SIMULATOR_PORT || 4000),
    worker: Number(environment.WORKER_PORT || 3001),
  };
  if (!Object.values(wanted).every(Number.isInteger)) {
    throw new Failure('PORT, WORKER_PORT and SIMULATOR_PORT must be numbers.');
  }
  const api = await freePortFrom(wanted.api);
  const simulator = await freePortFrom(wanted.simulator, [api]);
  if (api !== wanted.api) say(dim(`  port ${wanted.api} is taken: Hilo uses ${api}`));
  if (simulator !== wanted.simulator) say(dim(`  port ${wanted.simulator} is taken: the simulator uses ${simulator}`));
  const worker = await freePortFrom(wanted.worker, [api, simulator]);
  return { api, simulator, worker };
}

function startSimulator({ dataDir, ports, log, stops }) {
  if (!existsSync(simulatorMain)) return undefined;
  const service = startService({
    name: 'simulator',
    program: simulatorMain,
    environment: simulatorEnvironment({ given: process.env, dataDir, ports }),
    log,
  });
  stops.add(service);
  return service;
}

async function startBothServers(environment, dataDir, stops) {
  const { postgres, redis } = startServers({ environment, dataDir });
  // Both start at once; a failure of one must still leave the other one to be stopped.
  for (const [name, server] of Object.entries({ Redis: redis, PostgreSQL: postgres })) {
    stops.add({
      name,
      stop: () =>
        server.then(
          (one) => one.stop(),
          () => undefined,
        ),
    });
  }
  const noteOf = (server) => server.then(({ note }) => note);
  redis.catch(() => undefined);
  await step('PostgreSQL', () => noteOf(postgres));
  await step('Redis', () => noteOf(redis));
  return { postgres: await postgres, redis: await redis };
}

async function waitForServices(services) {
  await Promise.all(services.map(({ service, port }) => waitReady(`http://127.0.0.1:${port}/health/ready`, service)));
}

const unexpectedEnd = (service) =>
  new Promise((resolve) => {
    service.onUnexpectedEnd((reason) =>
      resolve(`The ${service.name} ${reason}. Its last lines:\n${service.lastLines(40)}`),
    );
  });

function watchSimulator(simulator) {
  simulator?.onUnexpectedEnd((reason) =>
    say(`\nThe simulator ${reason}. The product runs on without it.\n${simulator.lastLines(10)}`),
  );
}

function greet({ publicUrl, simulatorUrl, admin, logs }) {
  say(`\n  ${bold('Hilo is ready')}: ${bold(publicUrl)}`);
  if (admin?.email) {
    const password = admin.password
      ? `  password  ${bold(admin.password)} ${dim('(shown once)')}`
      : dim('  password  the one of the first start');
    say(`  sign in   ${bold(admin.email)}\n${password}`);
  }
  if (simulatorUrl) say(`  simulator ${simulatorUrl} ${dim(`(or ${publicUrl}/simulador)`)}`);
  say(`  API       ${publicUrl}/docs`);
  if (logs) say(dim(`  log       ${logs}`));
  say(dim('\n  Ctrl-C stops everything.'));
}
