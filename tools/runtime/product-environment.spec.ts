import { describe, expect, it } from '@jest/globals';
import { productEnvironment, rolesOf, simulatorEnvironment } from './product-environment.mjs';

const base = { databaseUrl: 'postgresql://own', redisUrl: 'redis://own', dataDir: '/data', port: 3001 };

describe('productEnvironment', () => {
  it('leads the product to its servers and the simulator', () => {
    expect(productEnvironment({ ...base, given: {}, simulatorUrl: 'http://127.0.0.1:4000' })).toEqual({
      DATABASE_URL: 'postgresql://own',
      REDIS_URL: 'redis://own',
      HILO_DATA_DIR: '/data',
      PORT: '3001',
      PUBLIC_URL: 'http://127.0.0.1:3001',
      SIMULATOR_URL: 'http://127.0.0.1:4000',
      WHATSAPP_GRAPH_URL: 'http://127.0.0.1:4000',
    });
  });

  it('lets what a person has set win', () => {
    const given = {
      PUBLIC_URL: 'https://crm.example',
      WHATSAPP_GRAPH_URL: 'https://graph.facebook.com',
      PANEL_DIR: '/panel',
    };
    expect(
      productEnvironment({ ...base, given, simulatorUrl: 'http://127.0.0.1:4000', panelDir: '/built' }),
    ).toMatchObject(given);
  });

  it('knows no simulator when there is none', () => {
    expect(productEnvironment({ ...base, given: {}, simulatorUrl: null })).not.toHaveProperty('WHATSAPP_GRAPH_URL');
  });
});

describe('simulatorEnvironment', () => {
  it('never hands a live secret to the simulator', () => {
    const given = { WHATSAPP_APP_SECRET: 'live', WHATSAPP_ACCESS_TOKEN: 'live', LLM_API_KEY: 'live', PATH: '/bin' };
    const environment = simulatorEnvironment({ given, dataDir: '/data', ports: { api: 3001, simulator: 4001 } });
    expect(Object.values(environment)).not.toContain('live');
    expect({ ...given, ...environment }).toMatchObject({
      WHATSAPP_APP_SECRET: '',
      PATH: '/bin',
      TARGET_URL: 'http://127.0.0.1:3001',
      SIMULATOR_PORT: '4001',
    });
  });
});

describe('rolesOf', () => {
  it.each([
    [undefined, ['all']],
    ['', ['all']],
    ['http', ['http']],
    ['split', ['http', 'worker']],
  ])('%j runs %j', (role, expected) => expect(rolesOf(role)).toEqual(expected));
});
