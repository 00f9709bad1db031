import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writePrivateJson } from './private-file.mjs';

const base64 = (bytes) => randomBytes(bytes).toString('base64');
const hex = (digits) => randomBytes(digits / 2).toString('hex');

const makers = {
  encryptionKeys: () => `v1:${base64(32)}`,
  sessionSecret: () => base64(48),
  blindIndexKey: () => base64(32),
  mediaUrlSecret: () => base64(32),
  whatsappAppSecret: () => hex(32),
  whatsappVerifyToken: () => hex(16),
};

/**
 * The secrets with the missing ones made up; those that are there are kept as they are.
 * @param {Record<string, unknown> | undefined} existing
 * @returns {{ secrets: Record<string, string>, changed: boolean }}
 */
export function completeSecrets(existing) {
  const secrets = { ...existing };
  let changed = false;
  for (const [name, make] of Object.entries(makers)) {
    if (typeof secrets[name] === 'string' && secrets[name] !== '') continue;
    secrets[name] = make();
    changed = true;
  }
  return { secrets, changed };
}

/** Reads `secrets.json` of the data folder, making it (mode 0600) at the first start. */
export function ensureSecrets(dataDir) {
  const path = join(dataDir, 'secrets.json');
  const { secrets, changed } = completeSecrets(readJson(path));
  if (changed) writePrivateJson(path, secrets);
  return secrets;
}

/** The passwords of our own PostgreSQL and Redis: `servers.json` beside their data, apart, as the API never reads it. */
export function ensureServerPasswords(folder) {
  const path = join(folder, 'servers.json');
  const existing = readJson(path) ?? {};
  const passwords = { postgres: existing.postgres || hex(32), redis: existing.redis || hex(32) };
  if (!existing.postgres || !existing.redis) writePrivateJson(path, passwords);
  return passwords;
}
