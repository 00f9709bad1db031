// Runs ISAC over evaluation files and writes predictions:
//   npm run isac:evaluate -- --catalogue F [--intents F] [--search F] [--dialogues F] --out DIR
// The product's own services answer: each shop of the file is a business in a scratch database, on servers started for it
// alone. Needs only `npm ci`. The verdict is the last line; exit 1 when a reply held an invented price or offered what is
// sold out.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nxEnvironment, tail } from './runtime/build.mjs';
import { Failure } from './runtime/failure.mjs';
import { apiCli, inProject, root } from './runtime/project.mjs';
import { runCommand } from './runtime/run-command.mjs';
import { ensureSecrets } from './runtime/secrets.mjs';
import { showFailure } from './runtime/terminal.mjs';
import { startThrowAwayServers } from './testing/throw-away-servers.mjs';

const files = ['catalogue', 'intents', 'search', 'dialogues', 'out'];
const usage = `Usage: npm run isac:evaluate -- --catalogue F [--intents F] [--search F] [--dialogues F] --out DIR`;

/** The API's build with what it needs, from the cache where nothing changed. */
async function buildApi() {
  const nx = ['dist/bin/nx.js', 'bin/nx.js'].map((path) => inProject('node_modules', 'nx', path)).find(existsSync);
  const environment = { ...process.env, ...nxEnvironment };
  delete environment.NODE_ENV;
  const { code, stdout, stderr } = await runCommand(
    process.execPath,
    [nx, 'run-many', '-t', 'build', '-p', '@hilo/api', '--outputStyle=static'],
    { cwd: root, env: environment },
  );
  if (code !== 0) throw new Failure('The build failed. Mend what it says below.', tail(stdout + stderr, 40));
}

async function evaluate(paths) {
  await buildApi();
  const servers = await startThrowAwayServers({ database: 'hilo_isac' });
  const stop = () => servers.stop();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().then(() => process.exit(1)));
  try {
    ensureSecrets(servers.folder);
    const child = spawn(process.execPath, [apiCli, 'isac-evaluate', ...paths], {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        NODE_ENV: 'test',
        ROLE: 'http',
        LOG_LEVEL: 'warn',
        DATABASE_URL: servers.databaseUrl,
        REDIS_URL: servers.redisUrl,
        HILO_DATA_DIR: servers.folder,
      },
    });
    return await new Promise((done) => child.on('exit', (code) => done(code ?? 1)));
  } finally {
    await stop();
  }
}

const { values } = parseArgs({ options: Object.fromEntries(files.map((name) => [name, { type: 'string' }])) });
if (!values.catalogue || !values.out) {
  console.error(usage);
  process.exit(2);
}
try {
  process.exitCode = await evaluate(Object.entries(values).flatMap(([name, path]) => [`--${name}`, resolve(path)]));
} catch (error) {
  showFailure(error);
  console.log('FAIL isac:evaluate: it could not run');
  process.exitCode = 1;
}
