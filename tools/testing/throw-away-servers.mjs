import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataDirOf } from '../runtime/project.mjs';
import { createDatabase } from '../runtime/postgres-connection.mjs';
import { serverPlaceFor } from '../runtime/server-place.mjs';
import { startServers } from '../runtime/servers.mjs';

/**
 * A PostgreSQL and a Redis in a temporary folder, gone with their data when stopped. Given addresses are not used:
 * tests may write anything.
 * @param {{ database: string }} options a database to make
 * @returns {Promise<{ adminUrl: string, databaseUrl: string, redisUrl: string, folder: string, stop: () => Promise<void> }>}
 */
export async function startThrowAwayServers({ database }) {
  const folder = mkdtempSync(join(tmpdir(), 'hilo-servers-'));
  chmodSync(folder, 0o711);
  const { postgres, redis } = startServers({
    environment: {},
    dataDir: folder,
    throwAway: true,
    keepRedisIn: dataDirOf({}),
  });
  const stop = async () => {
    const place = await serverPlaceFor(folder);
    await Promise.allSettled([postgres, redis].map(async (server) => (await server).stop()));
    for (const used of [folder, place.folder]) rmSync(used, { recursive: true, force: true });
  };
  try {
    const adminUrl = (await postgres).url;
    await createDatabase(adminUrl, database);
    const databaseUrl = Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href;
    return { adminUrl, databaseUrl, redisUrl: (await redis).url, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
