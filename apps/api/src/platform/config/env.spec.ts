import { describe, expect, it } from '@jest/globals';
import { InvalidEnvironment, readEnv } from './env.js';

const problemsOf = (source: Record<string, string>): readonly string[] => {
  try {
    readEnv(source);
    return [];
  } catch (error) {
    return error instanceof InvalidEnvironment ? error.problems : [String(error)];
  }
};

describe('readEnv', () => {
  it('has an answer for everything that may be left out', () => {
    expect(readEnv({})).toMatchObject({
      NODE_ENV: 'development',
      ROLE: 'all',
      HOST: '127.0.0.1',
      PORT: 3000,
      DATABASE_POOL: 12,
      LOG_LEVEL: 'info',
      TRUST_PROXY: [],
    });
  });

  it('reads numbers and flags, and takes an empty value for none', () => {
    expect(readEnv({ PORT: '8080', TRUST_PROXY: 'yes', COOKIE_SECURE: '0', PUBLIC_URL: '  ', ROLE: '' })).toMatchObject(
      { PORT: 8080, TRUST_PROXY: ['loopback', 'linklocal', 'uniquelocal'], COOKIE_SECURE: false, ROLE: 'all' },
    );
  });

  it('reads which proxies are believed', () => {
    expect(readEnv({ TRUST_PROXY: '203.0.113.0/24, fd00::/8' }).TRUST_PROXY).toEqual(['203.0.113.0/24', 'fd00::/8']);
    expect(readEnv({ TRUST_PROXY: 'no' }).TRUST_PROXY).toEqual([]);
  });

  it('names every mistake at once', () => {
    const problems = problemsOf({
      PORT: 'x',
      ROLE: 'boss',
      DATABASE_URL: 'mysql://x',
      REDIS_URL: 'http://x',
      HILO_ADMIN_PASSWORD: 'short',
      PUBLIC_URL: 'ftp://x',
    });
    expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual([
      'DATABASE_URL',
      'HILO_ADMIN_PASSWORD',
      'PORT',
      'PUBLIC_URL',
      'REDIS_URL',
      'ROLE',
    ]);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['DATABASE_POOL', '1'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'maybe'],
    ['TRUST_PROXY', '10.0.0.1'],
    ['TRUST_PROXY', 'true,10.0.0.0/8'],
    ['HILO_ADMIN_EMAIL', 'x'],
    ['WHATSAPP_GRAPH_URL', 'javascript:alert(1)'],
  ])('refuses %s=%s', (name, value) => {
    expect(problemsOf({ [name]: value })).toHaveLength(1);
  });
});
