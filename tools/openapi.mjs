import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { commandEnvironment } from './runtime/command-environment.mjs';
import { Failure } from './runtime/failure.mjs';
import { apiCli, dataDirOf, inProject, root } from './runtime/project.mjs';
import { runCommand } from './runtime/run-command.mjs';
import { readRuntime } from './runtime/runtime-file.mjs';
import { ensureSecrets } from './runtime/secrets.mjs';
import { showFailure } from './runtime/terminal.mjs';
import { documentFrom } from './openapi-document.mjs';

/** `node tools/openapi.mjs [--check]`: writes openapi.json and the panel's client types; --check only compares. */
const documentFile = inProject('openapi.json');
const clientFile = inProject('libs/api-client/src/schema.gen.ts');

async function withEnvironment(work) {
  const dataDir = dataDirOf(process.env);
  const environment = commandEnvironment({ given: process.env, runtime: readRuntime(dataDir), dataDir });
  if (environment) return work(environment);
  // Nothing runs and nothing is given: the API only needs servers to start on.
  const { startThrowAwayServers } = await import('./testing/throw-away-servers.mjs');
  const servers = await startThrowAwayServers({ database: 'hilo_openapi' });
  try {
    ensureSecrets(servers.folder);
    const own = {
      DATABASE_URL: servers.databaseUrl,
      REDIS_URL: servers.redisUrl,
      HILO_DATA_DIR: servers.folder,
      LOG_LEVEL: 'warn',
    };
    const all = { ...process.env, ...own };
    await apiCommand('migrate', all);
    return await work(all);
  } finally {
    await servers.stop();
  }
}

async function apiCommand(name, env) {
  if (!existsSync(apiCli)) throw new Failure('The API is not built: run `npm run build` first.');
  const { code, stdout, stderr } = await runCommand(process.execPath, [apiCli, name], { cwd: root, env });
  if (code !== 0) throw new Failure(`\`hilo ${name}\` failed.`, stderr + stdout);
  return stdout;
}

/** A field with a default may be left out of a body; answers name theirs as required. */
async function clientTypes(source) {
  const cli = inProject('node_modules/openapi-typescript/bin/cli.js');
  const { code, stdout, stderr } = await runCommand(process.execPath, [cli, source, '--default-non-nullable=false'], {
    cwd: root,
  });
  if (code !== 0) throw new Failure('openapi-typescript refused the document.', stderr);
  return stdout;
}

async function main() {
  const document = documentFrom(await withEnvironment((environment) => apiCommand('openapi', environment)));
  const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  if (!process.argv.includes('--check')) {
    writeFileSync(documentFile, document);
    mkdirSync(dirname(clientFile), { recursive: true });
    writeFileSync(clientFile, await clientTypes(documentFile));
    return console.log('openapi.json and libs/api-client/src/schema.gen.ts are written.');
  }
  if (read(documentFile) !== document)
    throw new Failure('openapi.json is not what the API says. Run `npm run openapi` and commit it.');
  if (read(clientFile) !== (await clientTypes(documentFile))) {
    throw new Failure(
      'libs/api-client/src/schema.gen.ts is not what openapi.json says. Run `npm run openapi` and commit it.',
    );
  }
  return console.log('openapi.json and the client agree with the API.');
}

try {
  await main();
} catch (error) {
  showFailure(error);
  process.exitCode = 1;
}
