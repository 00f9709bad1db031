import { describe, expect, it } from '@jest/globals';
import { sameSecret } from './same-secret.js';

describe('a secret', () => {
  it.each([
    ['verify-me-please', true],
    ['verify-me-pleas', false],
    ['verify-me-please ', false],
    ['Verify-me-please', false],
    ['', false],
  ])('given as %j is the one: %p', (given, same) => {
    expect(sameSecret(given, 'verify-me-please')).toBe(same);
  });
});
