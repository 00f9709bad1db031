import { describe, expect, it } from '@jest/globals';
import {
  apiKeyHash,
  bearerOf,
  looksLikeApiKey,
  newApiKey,
  newSessionToken,
  sessionTokenHash,
} from './secret-tokens.js';

describe('API keys', () => {
  it('are recognisable, never alike, and found again by their hash', () => {
    const [one, other] = [newApiKey(), newApiKey()];
    expect(looksLikeApiKey(one.key)).toBe(true);
    expect(one.key).not.toBe(other.key);
    expect(one.hash).toBe(apiKeyHash(one.key));
    expect(one.hash).not.toContain(one.key.slice(5, 20));
    expect(one.key.startsWith(one.hint)).toBe(true);
    expect(one.hint).toHaveLength(11);
  });

  it.each(['', 'hilo_', 'hilo_short', `sk_${'a'.repeat(43)}`, `hilo_${'a'.repeat(42)} `, `hilo_${'a'.repeat(44)}`])(
    'are not mistaken for %j',
    (text) => {
      expect(looksLikeApiKey(text)).toBe(false);
    },
  );
});

describe('session tokens', () => {
  it('hash differently under another secret', () => {
    const token = newSessionToken();
    expect(token).toHaveLength(43);
    expect(sessionTokenHash(token, 'a')).not.toBe(sessionTokenHash(token, 'b'));
    expect(sessionTokenHash(token, 'a')).toBe(sessionTokenHash(token, 'a'));
  });
});

describe('bearerOf', () => {
  it.each([
    ['Bearer abc', 'abc'],
    ['bearer abc', 'abc'],
    ['Basic abc', undefined],
    ['Bearer', undefined],
    ['Bearer a b', undefined],
    [`Bearer ${'x'.repeat(201)}`, undefined],
    [undefined, undefined],
  ])('%s -> %s', (header, token) => {
    expect(bearerOf(header)).toBe(token);
  });
});
