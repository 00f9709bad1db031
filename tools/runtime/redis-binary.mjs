import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { libraryPath, unpackRedisPackage } from './redis-package.mjs';
import { onPath, runCommand } from './run-command.mjs';

/** @typedef {{ program: string, environment: Record<string, string>, origin: string }} RedisBinary */

const names = ['redis-server', 'valkey-server'];

async function runs(binary, account) {
  const { code } = await runCommand(binary.program, ['--version'], {
    ...account,
    cwd: '/',
    env: { ...process.env, ...binary.environment },
  });
  return code === 0;
}

function installed() {
  const program = names.map((name) => onPath(name)).find(Boolean);
  return program && { program, environment: {}, origin: program };
}

function unpacked(tree) {
  const program = join(tree, 'usr/bin/redis-server');
  return (
    existsSync(program) && {
      program,
      environment: { LD_LIBRARY_PATH: libraryPath(tree) },
      origin: "the distribution's package",
    }
  );
}

async function brewed() {
  if (process.platform !== 'darwin' || !onPath('brew')) return undefined;
  await runCommand('brew', ['install', 'redis'], { show: true });
  const prefix = (await runCommand('brew', ['--prefix'])).stdout.trim();
  const program = join(prefix, 'bin', 'redis-server');
  return existsSync(program) && { program, environment: {}, origin: 'Homebrew' };
}

/**
 * The first Redis server that runs here: on the PATH, the copy of an earlier start, the distribution's package taken
 * apart, Homebrew's.
 * @param {import('./server-place.mjs').ServerPlace} place
 * @param {string} keep the data folder whose copy may be used and filled; the tests use the product's
 * @returns {Promise<{ binary: RedisBinary } | { refusal: string }>}
 */
export async function findRedisBinary(place, keep = place.folder) {
  const tree = join(keep, 'redis-server');
  const usable = async (binary) => (binary && (await runs(binary, place.account)) ? { binary } : undefined);
  const found = (await usable(installed())) ?? (await usable(unpacked(tree)));
  if (found) return found;
  const refusal = await unpackRedisPackage(tree);
  if (!refusal) {
    const direct = await usable(unpacked(tree));
    if (direct) return direct;
    const near = join(place.folder, 'redis-server');
    if (near !== tree) {
      cpSync(tree, near, { recursive: true, verbatimSymlinks: true });
      const copied = await usable(unpacked(near));
      if (copied) return copied;
    }
  }
  return (await usable(await brewed())) ?? { refusal: refusal ?? 'the package does not run here' };
}

export const redisInstructions = (reason) =>
  new Failure(
    `Hilo needs a Redis server and found no way to get one (${reason}). One of these helps, then start again:\n` +
      '  - install it: apt-get install redis-server, dnf install valkey, brew install redis\n' +
      '  - start Docker: Hilo then uses `docker compose up -d redis`\n' +
      '  - give the address of one: REDIS_URL=redis://:password@host:6379',
  );
