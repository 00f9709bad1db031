import { spawn } from 'node:child_process';
import { chownSync, closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { composeRedis } from './compose-redis.mjs';
import { Failure } from './failure.mjs';
import { anyFreePort } from './free-port.mjs';
import { readJson, writePrivateJson } from './private-file.mjs';
import { commandLineOf, endProcess, isAlive, waitForEnd } from './process-table.mjs';
import { findRedisBinary, redisInstructions } from './redis-binary.mjs';
import { askRedis, redisPid } from './redis-connection.mjs';
import { redisSettings } from './redis-settings.mjs';
import { makeOwnFolder } from './server-place.mjs';

const urlFor = (port, password) => `redis://:${password}@127.0.0.1:${port}/0`;

/**
 * Our own Redis. Only a server that we started ourselves is ever spoken to: its pid must be the one we noted and it
 * must accept our password.
 * @param {{ place: import('./server-place.mjs').ServerPlace, password: string, keep?: string }} options
 * @returns {Promise<{ url: string, pid: number | null, reused: boolean, stop: () => Promise<void> }>}
 */
export async function startRedis({ place, password, keep }) {
  const folder = makeOwnFolder(place, 'redis');
  // Noted beside the folder, which may belong to another account.
  const note = join(place.folder, 'redis.json');
  const living = await livingServer(note, password);
  const server = living ?? (await launch(place, folder, note, password, keep));
  if (server.compose) return server;
  const url = urlFor(server.port, password);
  return {
    url,
    pid: server.pid,
    reused: living !== undefined,
    stop: async () => {
      await askRedis(url, [['SHUTDOWN']]).catch(() => undefined);
      if (!(await waitForEnd(server.pid, 10_000))) await endProcess(server.pid);
      rmSync(note, { force: true });
    },
  };
}

/** The server of an earlier start, when it still lives and is provably ours. */
async function livingServer(note, password) {
  const noted = readJson(note);
  if (!noted || !isAlive(noted.pid)) return undefined;
  if ((await redisPid(urlFor(noted.port, password))) === noted.pid) return noted;
  // Alive but deaf: two servers on one append-only file would ruin it, so the old one must go first.
  const command = await commandLineOf(noted.pid);
  if (/(redis|valkey)-server/.test(command) && command.includes(`:${noted.port}`)) await endProcess(noted.pid);
  return undefined;
}

async function launch(place, folder, note, password, keep) {
  const found = await findRedisBinary(place, keep);
  if (!found.binary) {
    const composed = await composeRedis(password);
    if (composed) return { ...composed, compose: true };
    throw redisInstructions(found.refusal);
  }
  const log = join(place.folder, 'redis.log');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const port = await anyFreePort();
    const pid = spawnServer(found.binary, place, folder, log, { port, folder, password });
    if (await isReady(urlFor(port, password), pid)) {
      writePrivateJson(note, { pid, port });
      return { pid, port };
    }
    if (pid) await endProcess(pid);
  }
  throw new Failure(`Redis (${found.binary.origin}) did not start on ${folder}. Its words:`, lastLines(log));
}

function spawnServer({ program, environment }, place, folder, log, settings) {
  const file = join(folder, 'hilo.conf');
  writeFileSync(file, redisSettings(settings), { mode: 0o600 });
  if (place.account) chownSync(file, place.account.uid, place.account.gid);
  const output = openSync(log, 'w', 0o600);
  // Its own session: Ctrl-C in the terminal must reach us alone, we stop things in order.
  const child = spawn(program, [file], {
    ...place.account,
    cwd: folder,
    env: { ...process.env, ...environment },
    detached: true,
    stdio: ['ignore', output, output],
  });
  child.on('error', () => undefined);
  child.unref();
  closeSync(output);
  return child.pid;
}

/** Waits until the server has loaded its data; it must be the child, not somebody else on that port. */
async function isReady(url, pid) {
  while (pid && isAlive(pid)) {
    const answering = await redisPid(url);
    if (answering === pid) return true;
    if (answering) return false;
    await pause(20);
  }
  return false;
}

function lastLines(log) {
  try {
    return readFileSync(log, 'utf8').split('\n').slice(-20).join('\n');
  } catch {
    return '';
  }
}
