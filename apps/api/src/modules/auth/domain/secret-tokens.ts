import { createHash, createHmac, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
const KEY_PREFIX = 'hilo_';
const HINT_LENGTH = KEY_PREFIX.length + 6;

export const newSessionToken = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** Keyed, so that changing the secret signs everybody out. */
export const sessionTokenHash = (token: string, secret: string): string =>
  createHmac('sha256', secret).update(token).digest('base64url');

/** Shown once; afterwards only its hash and its first characters are known. */
export function newApiKey(): { key: string; hash: string; hint: string } {
  const key = `${KEY_PREFIX}${randomBytes(SECRET_BYTES).toString('base64url')}`;
  return { key, hash: apiKeyHash(key), hint: key.slice(0, HINT_LENGTH) };
}

export const apiKeyHash = (key: string): string => createHash('sha256').update(key).digest('base64url');

export const looksLikeApiKey = (text: string): boolean => /^hilo_[A-Za-z0-9_-]{43}$/.test(text);

/** The token of an `Authorization: Bearer` header. */
export const bearerOf = (header: string | undefined): string | undefined =>
  /^Bearer ([^\s,]{1,200})$/i.exec(header ?? '')?.[1];
