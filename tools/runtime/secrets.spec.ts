import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { completeSecrets, ensureSecrets, ensureServerPasswords } from './secrets.mjs';

describe('completeSecrets', () => {
  it('makes keys of the promised sizes', () => {
    const { secrets, changed } = completeSecrets(undefined);
    const bytes = (name: string) => Buffer.from(secrets[name] ?? '', 'base64').length;
    expect(changed).toBe(true);
    expect(secrets['encryptionKeys']).toMatch(/^v1:/);
    expect(Buffer.from((secrets['encryptionKeys'] ?? '').slice(3), 'base64')).toHaveLength(32);
    expect([bytes('sessionSecret'), bytes('blindIndexKey'), bytes('mediaUrlSecret')]).toEqual([48, 32, 32]);
    expect(secrets['whatsappAppSecret']).toMatch(/^[0-9a-f]{32}$/);
    expect(secrets['whatsappVerifyToken']).toMatch(/^[0-9a-f]{16}$/);
  });

  it('keeps what is there, also what it does not know, and fills only the gaps', () => {
    const first = completeSecrets(undefined).secrets;
    const { secrets, changed } = completeSecrets({ ...first, sessionSecret: '', future: 'kept' });
    expect(changed).toBe(true);
    expect(secrets['future']).toBe('kept');
    expect(secrets['encryptionKeys']).toBe(first['encryptionKeys']);
    expect(secrets['sessionSecret']).not.toBe('');
  });

  it('changes nothing when everything is there', () => {
    const { secrets } = completeSecrets(undefined);
    expect(completeSecrets(secrets)).toEqual({ secrets, changed: false });
  });
});

describe('the files', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hilo-secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are the same at the second start and readable by their owner alone', () => {
    const first = ensureSecrets(folder);
    expect(ensureSecrets(folder)).toEqual(first);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('keep the passwords of the servers', () => {
    const first = ensureServerPasswords(folder);
    expect(first.postgres).not.toBe(first.redis);
    expect(ensureServerPasswords(folder)).toEqual(first);
    expect(statSync(join(folder, 'servers.json')).mode & 0o777).toBe(0o600);
  });

  it('are made anew when damaged', () => {
    writeFileSync(join(folder, 'servers.json'), '{"postgres": "ab');
    expect(ensureServerPasswords(folder).postgres).toMatch(/^[0-9a-f]{32}$/);
  });
});
