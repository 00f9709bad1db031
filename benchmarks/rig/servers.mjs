import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createDatabase } from '../../tools/runtime/postgres-connection.mjs';
import { dataDirOf } from '../../tools/runtime/project.mjs';
import { serverPlaceFor } from '../../tools/runtime/server-place.mjs';
import { startServers } from '../../tools/runtime/servers.mjs';

/**
 * @typedef {{ adminUrl: string, redisUrl: string, folder: string, database: (name: string) => Promise<string>, stop: () => Promise<void> }} RigServers
 * database: makes one and gives its address
 */

/**
 * A PostgreSQL and a Redis for this run only. Writes are as durable as in production (fsync on), since durability is what is
 * measured. RIG_DATABASE_URL and RIG_REDIS_URL, when both are given, are used instead; only databases made here are dropped.
 * @returns {Promise<RigServers>}
 */
export async function startRigServers(environment = process.env) {
  const folder = mkdtempSync(join(tmpdir(), 'hilo-rig-'));
  chmodSync(folder, 0o711);
  const given = environment.RIG_DATABASE_URL && environment.RIG_REDIS_URL;
  const { postgres, redis } = given
    ? { postgres: { url: environment.RIG_DATABASE_URL }, redis: { url: environment.RIG_REDIS_URL } }
    : startServers({ environment: {}, dataDir: folder, throwAway: false, keepRedisIn: dataDirOf({}) });
  const made = [];
  const stop = async () => {
    if (given) await dropAll((await postgres).url, made);
    const place = await serverPlaceFor(folder);
    if (!given) await Promise.allSettled([postgres, redis].map(async (server) => (await server).stop()));
    for (const used of [folder, place.folder]) rmSync(used, { recursive: true, force: true });
  };
  try {
    const adminUrl = (await postgres).url;
    const redisUrl = (await redis).url;
    const database = async (name) => {
      const unique = `${name}_${randomBytes(4).toString('hex')}`;
      await createDatabase(adminUrl, unique);
      made.push(unique);
      return Object.assign(new URL(adminUrl), { pathname: `/${unique}` }).href;
    };
    return { adminUrl, redisUrl, folder, database, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function dropAll(adminUrl, names) {
  const client = new pg.Client(adminUrl);
  await client.connect();
  for (const name of names) await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  await client.end();
}
