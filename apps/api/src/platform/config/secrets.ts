import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ENCRYPTION_KEYS_FORM, readEncryptionKeys } from './encryption-keys.js';
import { DEFAULT_DATA_DIR, InvalidEnvironment, type Env, type GivenEnv } from './env.js';

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
  const problems = secretProblems(env);
  if (problems.length > 0) throw new InvalidEnvironment(problems);
  const given: Partial<Secrets> = {
    ...(env.ENCRYPTION_KEYS && { encryptionKeys: env.ENCRYPTION_KEYS }),
    ...(env.BLIND_INDEX_KEY && { blindIndexKey: env.BLIND_INDEX_KEY }),
    ...(env.SESSION_SECRET && { sessionSecret: env.SESSION_SECRET }),
    ...(env.MEDIA_URL_SECRET && { mediaUrlSecret: env.MEDIA_URL_SECRET }),
  };
  const kept = keptIn(env.HILO_DATA_DIR) ?? {};
  const secrets = { ...fresh(), ...kept, ...given };
  const toKeep = { ...fresh(), ...secrets, ...kept };
  if (env.NODE_ENV !== 'production' && Object.keys(kept).length < Object.keys(schema.shape).length) {
    const file = fileIn(env.HILO_DATA_DIR);
    mkdirSync(env.HILO_DATA_DIR, { recursive: true });
    writeFileSync(file, `${JSON.stringify(toKeep, null, 2)}\n`, { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return secrets;
}

const fileIn = (dataDir: string): string => join(dataDir, 'secrets.json');

/** What an earlier start kept there; undefined when the file is not what was written. */
function keptIn(dataDir: string): Partial<Secrets> | undefined {
  if (!existsSync(fileIn(dataDir))) return {};
  try {
    return schema.partial().parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
}

const GUARDS = ['ENCRYPTION_KEYS', 'BLIND_INDEX_KEY', 'SESSION_SECRET', 'MEDIA_URL_SECRET'] as const;
const KEPT_AS_BASE64: ReadonlySet<string> = new Set(['BLIND_INDEX_KEY', 'MEDIA_URL_SECRET']);

type GivenSecrets = Pick<
  GivenEnv,
  (typeof GUARDS)[number] | 'NODE_ENV' | 'HILO_DATA_DIR' | 'WHATSAPP_PHONE_NUMBER_ID' | 'WHATSAPP_APP_SECRET'
>;

/** Everything that is wrong with the secrets given: keys that cannot be read, and in production what is missing or weak. */
export function secretProblems(given: GivenSecrets): string[] {
  const production = given.NODE_ENV === 'production';
  const problems = GUARDS.flatMap((name) => {
    const problem = (production && weakness(name, given[name])) || unreadable(name, given[name]);
    return problem ? [problem] : [];
  });
  if (production && given.WHATSAPP_PHONE_NUMBER_ID && (given.WHATSAPP_APP_SECRET?.length ?? 0) < 32)
    problems.push('WHATSAPP_APP_SECRET: needs at least 32 characters');
  const dataDir = given.HILO_DATA_DIR ?? DEFAULT_DATA_DIR;
  if (!keptIn(dataDir)) problems.push(`HILO_DATA_DIR: ${fileIn(dataDir)} is not a file of secrets that can be read`);
  return problems;
}

const unreadable = (name: string, value: string | undefined): string | undefined =>
  name === 'ENCRYPTION_KEYS' && value && !readEncryptionKeys(value) ? ENCRYPTION_KEYS_FORM : undefined;

function weakness(name: string, value: string | undefined): string | undefined {
  if (!value) return `${name}: is required in production; nothing is generated there`;
  if (value.length < 32) return `${name}: needs at least 32 characters`;
  // Read as base64, and what is no base64 is skipped: such a key could be nothing at all, and then anybody signs links.
  return KEPT_AS_BASE64.has(name) && Buffer.from(value, 'base64').length < 32
    ? `${name}: needs the base64 of at least 32 bytes (openssl rand -base64 32)`
    : undefined;
}
