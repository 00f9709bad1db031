import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InvalidEnvironment, type Env } from './env.js';

const schema = z.object({
  encryptionKeys: z.string(),
  blindIndexKey: z.string(),
  sessionSecret: z.string(),
  mediaUrlSecret: z.string(),
  whatsappAppSecret: z.string(),
  whatsappVerifyToken: z.string(),
});
export type Secrets = z.infer<typeof schema>;

const base64 = (bytes: number): string => randomBytes(bytes).toString('base64');
const fresh = (): Secrets => ({
  encryptionKeys: `v1:${base64(32)}`,
  blindIndexKey: base64(32),
  sessionSecret: base64(48),
  mediaUrlSecret: base64(32),
  whatsappAppSecret: randomBytes(16).toString('hex'),
  whatsappVerifyToken: randomBytes(8).toString('hex'),
});

/** What the environment gives wins; the rest is kept in, or generated once into, `secrets.json` (mode 0600). Production generates nothing that guards data. */
export function loadSecrets(env: Env): Secrets {
  const given: Partial<Secrets> = {
    ...(env.ENCRYPTION_KEYS && { encryptionKeys: env.ENCRYPTION_KEYS }),
    ...(env.BLIND_INDEX_KEY && { blindIndexKey: env.BLIND_INDEX_KEY }),
    ...(env.SESSION_SECRET && { sessionSecret: env.SESSION_SECRET }),
    ...(env.MEDIA_URL_SECRET && { mediaUrlSecret: env.MEDIA_URL_SECRET }),
  };
  if (env.NODE_ENV === 'production') refuseWeak(env);
  const file = join(env.HILO_DATA_DIR, 'secrets.json');
  const kept = existsSync(file) ? schema.partial().parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  const secrets = { ...fresh(), ...kept, ...given };
  const toKeep = { ...fresh(), ...secrets, ...kept };
  if (env.NODE_ENV !== 'production' && Object.keys(kept).length < Object.keys(schema.shape).length) {
    mkdirSync(env.HILO_DATA_DIR, { recursive: true });
    writeFileSync(file, `${JSON.stringify(toKeep, null, 2)}\n`, { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return secrets;
}

const KEPT_AS_BASE64 = new Set(['BLIND_INDEX_KEY', 'MEDIA_URL_SECRET']);

function refuseWeak(env: Env): void {
  const needed = {
    ENCRYPTION_KEYS: env.ENCRYPTION_KEYS,
    BLIND_INDEX_KEY: env.BLIND_INDEX_KEY,
    SESSION_SECRET: env.SESSION_SECRET,
    MEDIA_URL_SECRET: env.MEDIA_URL_SECRET,
  };
  const problems = Object.entries(needed).flatMap(([name, value]) => {
    if (!value) return [`${name}: is required in production; nothing is generated there`];
    if (value.length < 32) return [`${name}: needs at least 32 characters`];
    // Read as base64, and what is no base64 is skipped: such a key could be nothing at all, and then anybody signs links.
    return KEPT_AS_BASE64.has(name) && Buffer.from(value, 'base64').length < 32
      ? [`${name}: needs the base64 of at least 32 bytes (openssl rand -base64 32)`]
      : [];
  });
  if (env.WHATSAPP_PHONE_NUMBER_ID && (env.WHATSAPP_APP_SECRET?.length ?? 0) < 32)
    problems.push('WHATSAPP_APP_SECRET: needs at least 32 characters');
  if (problems.length > 0) throw new InvalidEnvironment(problems);
}
