import { describe, expect, it } from '@jest/globals';
import { faultWords } from './fault-words.js';

describe('the words of a fault', () => {
  it.each([
    ['invalid input syntax for type uuid: "593987654321"', 'Error: invalid input syntax for type uuid: "…"'],
    ['Key (phone)=(+593 98-765-4321) already exists.', 'Error: Key (phone)=(…) already exists.'],
    ['no contact ana.secreta+1@correo.com.ec here', 'Error: no contact … here'],
  ])('of %j quote nobody', (message, words) => {
    expect(faultWords(new Error(message))).toBe(words);
  });

  it.each([
    'message 0198a1b2-aaaa-7bbb-8ccc-123456789012 is gone',
    'at 2026-11-29T01:23:45.678Z after 30000 ms',
    'relation "message_2026_11" does not exist',
  ])('keep what names the fault: %s', (message) => {
    expect(faultWords(new TypeError(message))).toBe(`TypeError: ${message}`);
  });

  it('are bounded, and are found for whatever was thrown', () => {
    expect(faultWords(new Error('x'.repeat(10_000)))).toHaveLength(500);
    expect(faultWords('ana@correo.ec')).toBe('…');
    expect(faultWords(undefined)).toBe('undefined');
    for (const evil of ['a.'.repeat(50_000), '+1 '.repeat(50_000), `${'a@'.repeat(50_000)}`])
      expect(faultWords(evil).length).toBeLessThanOrEqual(500);
  });
});
