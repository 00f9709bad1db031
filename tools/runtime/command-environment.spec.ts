import { describe, expect, it } from '@jest/globals';
import { commandEnvironment } from './command-environment.mjs';

const runtime = {
  apiUrl: 'http://127.0.0.1:3001',
  panelUrl: 'http://127.0.0.1:3001',
  simulatorUrl: 'http://127.0.0.1:4000',
  databaseUrl: 'postgresql://own',
  redisUrl: 'redis://own',
  pids: { api: 1, worker: 1, simulator: 2, postgres: 3, redis: 4 },
};

describe('commandEnvironment', () => {
  it('leads to the running product', () => {
    expect(commandEnvironment({ given: { PATH: '/bin' }, runtime, dataDir: '/data' })).toMatchObject({
      PATH: '/bin',
      DATABASE_URL: 'postgresql://own',
      REDIS_URL: 'redis://own',
      HILO_DATA_DIR: '/data',
      PUBLIC_URL: 'http://127.0.0.1:3001',
      WHATSAPP_GRAPH_URL: 'http://127.0.0.1:4000',
      LOG_LEVEL: 'warn',
    });
  });

  it('lets given addresses win', () => {
    const given = {
      DATABASE_URL: 'postgresql://given',
      REDIS_URL: 'redis://given',
      PUBLIC_URL: 'https://crm.example',
      LOG_LEVEL: 'debug',
    };
    expect(commandEnvironment({ given, runtime, dataDir: '/data' })).toMatchObject(given);
  });

  it('needs no running product when both are given', () => {
    const given = { DATABASE_URL: 'postgresql://given', REDIS_URL: 'redis://given' };
    const environment = commandEnvironment({ given, runtime: undefined, dataDir: '/data' });
    expect(environment).toMatchObject({ ...given, PUBLIC_URL: 'http://127.0.0.1:3000' });
    expect(environment).not.toHaveProperty('SIMULATOR_URL');
  });

  it('is nothing when nothing runs', () => {
    expect(
      commandEnvironment({ given: { DATABASE_URL: 'postgresql://given' }, runtime: undefined, dataDir: '/data' }),
    ).toBeUndefined();
  });
});
