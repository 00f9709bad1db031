import { existsSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { apiCli, dataDirOf, inProject, root } from './runtime/project.mjs';
import { commandEnvironment } from './runtime/command-environment.mjs';
import { readRuntime } from './runtime/runtime-file.mjs';
import { ensureSecrets } from './runtime/secrets.mjs';

/** `npm run hilo -- <command> ...`: the API's command line, on the running product or on the given servers. */
if (existsSync(inProject('.env'))) process.loadEnvFile(inProject('.env'));
const dataDir = dataDirOf(process.env);
const environment = commandEnvironment({ given: process.env, runtime: readRuntime(dataDir), dataDir });
if (!existsSync(apiCli)) {
  console.error('Hilo is not built yet: run `npm start` once, or `npm run build`.');
  process.exit(1);
}
if (!environment) {
  console.error(
    'Hilo is not running and DATABASE_URL and REDIS_URL are not given. Run `npm start` in another terminal first.',
  );
  process.exit(1);
}
if (process.env.NODE_ENV !== 'production') ensureSecrets(dataDir);

const child = spawn(process.execPath, [apiCli, ...process.argv.slice(2)], {
  cwd: root,
  env: environment,
  stdio: 'inherit',
});
// The terminal sends Ctrl-C to both: the command decides what it means, we wait for it.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
