import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isProductTold, tellProduct, type Product } from './product.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const PATIENCE_MS = 240_000;
const ADMIN = { email: 'admin@hilo.local', password: 'the-admin-of-the-journeys' };

/** Starts everything with the one command, in an empty data folder and on free ports. */
export default async function startProduct(): Promise<() => Promise<void>> {
  // One that runs already may be named, to try a journey again and again.
  if (isProductTold()) return async () => undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'hilo-journeys-'));
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: ROOT,
    env: {
      ...withoutServers(process.env),
      HILO_DATA_DIR: dataDir,
      PORT: String(await freePort()),
      SIMULATOR_PORT: String(await freePort()),
      HILO_ADMIN_EMAIL: ADMIN.email,
      HILO_ADMIN_PASSWORD: ADMIN.password,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  const urls = await ready(join(dataDir, 'runtime.json'), child, output);
  const file = join(dataDir, 'journeys.json');
  const told: Product = { ...urls, admin: ADMIN };
  writeFileSync(file, JSON.stringify(told));
  tellProduct(file);
  return async () => {
    child.kill('SIGTERM');
    await new Promise((ended) => (child.exitCode === null ? child.once('exit', ended) : ended(undefined)));
    rmSync(dataDir, { recursive: true, force: true });
  };
}

const withoutServers = ({
  DATABASE_URL: _database,
  REDIS_URL: _redis,
  ...rest
}: NodeJS.ProcessEnv): NodeJS.ProcessEnv => rest;

function collect(child: ChildProcess): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  return lines;
}

async function ready(
  runtimeFile: string,
  child: ChildProcess,
  output: readonly string[],
): Promise<{ apiUrl: string; simulatorUrl: string }> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(250)) {
    if (child.exitCode !== null) break;
    if (!existsSync(runtimeFile)) continue;
    const runtime = JSON.parse(readFileSync(runtimeFile, 'utf8')) as { apiUrl: string; simulatorUrl: string };
    const answer = await fetch(`${runtime.apiUrl}/health/ready`).catch(() => undefined);
    if (answer?.ok) return runtime;
  }
  child.kill('SIGKILL');
  throw new Error(`the product did not become ready:\n${output.join('').slice(-3000)}`);
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? found(address.port) : failed(new Error('no free port')),
      );
    });
  });
}
