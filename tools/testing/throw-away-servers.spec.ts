import { existsSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkGivenPostgres, createDatabase, serverAnswers } from '../runtime/postgres-connection.mjs';
import { isAlive } from '../runtime/process-table.mjs';
import { askRedis, checkGivenRedis, redisPid } from '../runtime/redis-connection.mjs';
import { startThrowAwayServers } from './throw-away-servers.mjs';

const PATIENCE_MS = 180_000;
type Servers = Awaited<ReturnType<typeof startThrowAwayServers>>;
let servers: Servers;
let stopped = false;
beforeAll(async () => {
  servers = await startThrowAwayServers({ database: 'hilo_of_this_test' });
}, PATIENCE_MS);
afterAll(async () => {
  if (!stopped) await servers.stop();
}, PATIENCE_MS);

const withUser = (url: string, password: string): string => Object.assign(new URL(url), { password }).href;

describe('servers of their own', () => {
  it('answer to who has the password, and to nobody else', async () => {
    expect(await serverAnswers(servers.databaseUrl)).toBe(true);
    expect(await serverAnswers(withUser(servers.databaseUrl, 'guessed'))).toBe(false);
    expect(await redisPid(servers.redisUrl)).toBeGreaterThan(0);
    expect(await redisPid(withUser(servers.redisUrl, 'guessed'))).toBeUndefined();
  });

  it('listen on this machine alone', () => {
    for (const url of [servers.databaseUrl, servers.adminUrl, servers.redisUrl])
      expect(new URL(url).hostname).toBe('127.0.0.1');
  });

  it('are new enough, and say which they are', async () => {
    expect(await checkGivenPostgres(servers.adminUrl)).toMatch(/^PostgreSQL (1[5-9]|[2-9]\d)$/);
    expect(await checkGivenRedis(servers.redisUrl)).toMatch(/^Redis \d/);
  });

  it('have the database that was asked for, made once', async () => {
    expect(new URL(servers.databaseUrl).pathname).toBe('/hilo_of_this_test');
    await createDatabase(servers.adminUrl, 'hilo_of_this_test');
    for (let time = 0; time < 2; time += 1) await createDatabase(servers.adminUrl, 'with "quotes"; drop');
    expect(await serverAnswers(servers.databaseUrl)).toBe(true);
  });

  it('lose nothing that Redis would throw away under pressure', async () => {
    const [policy, kept] = await askRedis(servers.redisUrl, [
      ['CONFIG', 'GET', 'maxmemory-policy'],
      ['SET', 'of-this-test', 'ñ'],
    ]);
    expect([policy, kept]).toEqual([['maxmemory-policy', 'noeviction'], 'OK']);
  });

  it('keep their data where others cannot look', () => {
    expect(statSync(servers.folder).mode & 0o006).toBe(0);
  });

  it(
    'are gone with everything they wrote once they are stopped',
    async () => {
      const pid = (await redisPid(servers.redisUrl)) ?? 0;
      expect(isAlive(pid)).toBe(true);
      stopped = true;
      await servers.stop();
      expect([isAlive(pid), existsSync(servers.folder)]).toEqual([false, false]);
      expect(await serverAnswers(servers.databaseUrl)).toBe(false);
      expect(await redisPid(servers.redisUrl)).toBeUndefined();
    },
    PATIENCE_MS,
  );
});
