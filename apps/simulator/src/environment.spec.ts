import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from './environment.js';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'simulator-env-'));
  folders.push(made);
  return made;
};
afterEach(() => folders.splice(0).forEach((each) => rmSync(each, { recursive: true })));

describe('readEnvironment', () => {
  it('falls back to the identifiers of the demo', () => {
    const env = readEnvironment({ HILO_DATA_DIR: folder() });
    expect(env).toMatchObject({ host: '127.0.0.1', port: 4000, targetUrl: 'http://127.0.0.1:3000' });
    expect(env.whatsapp).toMatchObject({
      phoneNumberId: '100200300',
      businessAccountId: '900800700',
      accessToken: 'simulator-token',
    });
  });

  it('takes secrets from the data folder when the environment is silent', () => {
    const dir = folder();
    writeFileSync(
      join(dir, 'secrets.json'),
      JSON.stringify({ whatsappAppSecret: 'from-file', whatsappVerifyToken: 'vt-file', other: 1 }),
    );
    expect(readEnvironment({ HILO_DATA_DIR: dir }).whatsapp).toMatchObject({
      appSecret: 'from-file',
      verifyToken: 'vt-file',
    });
    expect(readEnvironment({ HILO_DATA_DIR: dir, WHATSAPP_APP_SECRET: 'from-env' }).whatsapp).toMatchObject({
      appSecret: 'from-env',
      verifyToken: 'vt-file',
    });
  });

  it('drops the trailing slash of the target and treats blank as absent', () => {
    const env = readEnvironment({
      HILO_DATA_DIR: folder(),
      TARGET_URL: 'http://localhost:3999/',
      SIMULATOR_PORT: ' ',
      SIMULATOR_HOST: '0.0.0.0',
    });
    expect(env).toMatchObject({ targetUrl: 'http://localhost:3999', port: 4000, host: '0.0.0.0' });
  });

  it('refuses what it cannot read', () => {
    expect(() => readEnvironment({ SIMULATOR_PORT: 'many' })).toThrow('SIMULATOR_PORT');
    expect(() => readEnvironment({ TARGET_URL: 'ftp://x' })).toThrow('TARGET_URL');
  });
});
