import { checkGivenPostgres } from './postgres-connection.mjs';
import { startPostgres } from './postgres.mjs';
import { checkGivenRedis } from './redis-connection.mjs';
import { startRedis } from './redis.mjs';
import { ensureServerPasswords } from './secrets.mjs';
import { serverPlaceFor } from './server-place.mjs';

const given = (url, note) => ({ url, pid: null, note, stop: () => Promise.resolve() });

/**
 * PostgreSQL and Redis: the given ones when their addresses are given, else our own.
 * @param {{ environment: object, dataDir: string, throwAway?: boolean, keepRedisIn?: string }} options keepRedisIn: the data
 *   folder whose copy of the Redis program is used
 * @returns {{ postgres: Promise<object>, redis: Promise<object> }} each { url, pid | null, note, stop }
 */
export function startServers({ environment, dataDir, throwAway, keepRedisIn }) {
  const place = serverPlaceFor(dataDir);
  const passwords = place.then(({ folder }) => ensureServerPasswords(folder));
  const note = (server, name) => ({
    ...server,
    note: server.reused ? `${name} of the last start still runs, used again` : undefined,
  });

  const postgres = async () => {
    if (environment.DATABASE_URL)
      return given(environment.DATABASE_URL, await checkGivenPostgres(environment.DATABASE_URL));
    const options = { place: await place, password: (await passwords).postgres, throwAway };
    return note(await startPostgres(options), 'the server');
  };
  const redis = async () => {
    if (environment.REDIS_URL) return given(environment.REDIS_URL, await checkGivenRedis(environment.REDIS_URL));
    const options = {
      place: await place,
      password: (await passwords).redis,
      keep: keepRedisIn ?? (await place).folder,
    };
    return note(await startRedis(options), 'the server');
  };
  return { postgres: postgres(), redis: redis() };
}
