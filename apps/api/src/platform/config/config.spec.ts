import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Config, loadConfig } from './config.js';
import { InvalidEnvironment, readEnv } from './env.js';
import { loadSecrets } from './secrets.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hilo-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const env = (over: Record<string, string> = {}) =>
  readEnv({ HILO_DATA_DIR: folder, DATABASE_URL: 'postgresql://db/hilo', REDIS_URL: 'redis://cache', ...over });
const configOf = (over: Record<string, string> = {}) => new Config(env(over), loadSecrets(env(over)));
const long = 'k'.repeat(44);
const keys = {
  ENCRYPTION_KEYS: `v1:${Buffer.alloc(32, 'k').toString('base64')}`,
  BLIND_INDEX_KEY: long,
  SESSION_SECRET: long,
  MEDIA_URL_SECRET: long,
};
const refusalOf = (work: () => unknown): readonly string[] => {
  try {
    work();
    return [];
  } catch (error) {
    return error instanceof InvalidEnvironment ? error.problems : [String(error)];
  }
};

describe('secrets', () => {
  it('are made once, kept for their owner alone, and the same ever after', () => {
    const first = loadSecrets(env());
    expect(loadSecrets(env())).toEqual(first);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(Buffer.from(first.encryptionKeys.split(':')[1] ?? '', 'base64')).toHaveLength(32);
  });

  it('of the environment win and are not written down over those that are kept', () => {
    const kept = loadSecrets(env());
    expect(loadSecrets(env(keys))).toMatchObject({ sessionSecret: long, mediaUrlSecret: long });
    expect(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))).toEqual(kept);
  });

  it('that are missing in the file are added, those that are there stay', () => {
    writeFileSync(join(folder, 'secrets.json'), JSON.stringify({ sessionSecret: 'mine' }));
    const secrets = loadSecrets(env());
    expect(secrets.sessionSecret).toBe('mine');
    expect(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))).toEqual(secrets);
  });

  it('are never made up in production: each missing one is named', () => {
    const problems = refusalOf(() => loadSecrets(env({ NODE_ENV: 'production' })));
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(Object.keys(keys));
  });

  it.each(Object.keys(keys))('refuse a short %s in production', (name) => {
    expect(refusalOf(() => loadSecrets(env({ NODE_ENV: 'production', ...keys, [name]: 'short' })))).toEqual([
      expect.stringContaining(name),
    ]);
  });

  it.each(['BLIND_INDEX_KEY', 'MEDIA_URL_SECRET'])(
    'refuse a %s in production that is long and yet decodes to almost nothing',
    (name) => {
      for (const hollow of ['!'.repeat(64), 'a-passphrase=with=many-characters-of-which-few-count', 'k'.repeat(42)])
        expect(refusalOf(() => loadSecrets(env({ NODE_ENV: 'production', ...keys, [name]: hollow })))).toEqual([
          expect.stringContaining(`${name}: needs the base64`),
        ]);
    },
  );

  it('refuse a short app secret of a live number in production', () => {
    const live = { NODE_ENV: 'production', ...keys, WHATSAPP_PHONE_NUMBER_ID: '1' };
    expect(refusalOf(() => loadSecrets(env(live)))).toEqual([expect.stringContaining('WHATSAPP_APP_SECRET')]);
    expect(refusalOf(() => loadSecrets(env({ ...live, WHATSAPP_APP_SECRET: 'a'.repeat(32) })))).toEqual([]);
  });
});

describe('the configuration', () => {
  it('cannot be without its servers', () => {
    const bare = readEnv({ HILO_DATA_DIR: folder });
    expect(refusalOf(() => new Config(bare, loadSecrets(bare)))).toEqual([
      expect.stringContaining('DATABASE_URL'),
      expect.stringContaining('REDIS_URL'),
    ]);
  });

  it.each([
    ['all', true, true],
    ['http', true, false],
    ['worker', false, true],
  ])('as %s serves: %p, works: %p', (role, serves, works) => {
    const config = configOf({ ROLE: role });
    expect([config.servesHttp, config.works]).toEqual([serves, works]);
  });

  it('takes cookies as secure where the public address is', () => {
    expect(configOf({ PUBLIC_URL: 'https://tienda.test/' })).toMatchObject({
      publicUrl: 'https://tienda.test',
      cookieSecure: true,
    });
    expect(configOf()).toMatchObject({ publicUrl: 'http://127.0.0.1:3000', cookieSecure: false });
  });

  it('speaks to the simulator where there is one and nothing else is said', () => {
    expect(configOf({ SIMULATOR_URL: 'http://127.0.0.1:4000' }).whatsappGraphUrl).toBe('http://127.0.0.1:4000');
    expect(configOf().whatsappGraphUrl).toBe('https://graph.facebook.com');
  });

  it('seeds a channel only for a number', () => {
    expect(configOf({ WHATSAPP_APP_SECRET: 'x' }).whatsappSeed).toBeNull();
    expect(configOf({ WHATSAPP_PHONE_NUMBER_ID: '1' }).whatsappSeed).toMatchObject({
      phoneNumberId: '1',
      appSecret: null,
    });
  });
});

describe('a configuration with mistakes of every kind', () => {
  const source = (over: Record<string, string> = {}) => ({ HILO_DATA_DIR: folder, ...over });
  const names = (work: () => unknown) => refusalOf(work).map((problem) => problem.split(':')[0]);

  it('is refused once, with all of them', () => {
    const given = source({
      NODE_ENV: 'production',
      PORT: 'x',
      DATABASE_URL: 'mysql://db/hilo',
      ENCRYPTION_KEYS: `1:${long}`,
      BLIND_INDEX_KEY: '!'.repeat(64),
      SESSION_SECRET: 'short',
      WHATSAPP_PHONE_NUMBER_ID: '1',
    });
    expect(names(() => loadConfig({}, given))).toEqual([
      'PORT',
      'DATABASE_URL',
      'REDIS_URL',
      'ENCRYPTION_KEYS',
      'BLIND_INDEX_KEY',
      'SESSION_SECRET',
      'MEDIA_URL_SECRET',
      'WHATSAPP_APP_SECRET',
    ]);
    expect(existsSync(join(folder, 'secrets.json'))).toBe(false);
  });

  it.each(['', `v1:${long}`, `v1:${Buffer.alloc(32).toString('base64')},v2`, 'secret'])(
    'hears of unreadable keys outside production too: %j',
    (given) => {
      const expected = given === '' ? [] : ['ENCRYPTION_KEYS'];
      const whole = source({
        DATABASE_URL: 'postgresql://db/hilo',
        REDIS_URL: 'redis://cache',
        ENCRYPTION_KEYS: given,
      });
      expect(names(() => loadConfig({}, whole))).toEqual(expected);
    },
  );

  it('names a file of secrets that is spoilt, and leaves it as it is', () => {
    writeFileSync(join(folder, 'secrets.json'), '{"sessionSecret":');
    expect(names(() => loadConfig({}, source({ PORT: 'x' })))).toEqual([
      'PORT',
      'DATABASE_URL',
      'REDIS_URL',
      'HILO_DATA_DIR',
    ]);
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe('{"sessionSecret":');
  });

  it('says nothing of a role that the program gives itself', () => {
    const whole = source({ DATABASE_URL: 'postgresql://db/hilo', REDIS_URL: 'redis://cache', ROLE: 'boss' });
    expect(names(() => loadConfig({}, whole))).toEqual(['ROLE']);
    expect(loadConfig({ ROLE: 'worker' }, whole).role).toBe('worker');
  });
});
