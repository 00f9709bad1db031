import { describe, expect, it } from '@jest/globals';
import { faultWords } from './fault-words.js';

describe('the words of a fault', () => {
  it.each([
    ['invalid input syntax for type uuid: "593987654321"', 'Error: invalid input syntax for type uuid: "…"'],
    ['Key (phone)=(+593 98-765-4321) already exists.', 'Error: Key (phone)=(…) already exists.'],
    ['no chat with 098 765 4321 today', 'Error: no chat with … today'],
    ['Key (phone)=(02-234-5678) already exists.', 'Error: Key (phone)=(…) already exists.'],
    ['tel:(02) 234.5678-x and 55 11 91234-5678', 'Error: tel:(…-x and …'],
    ['first line\n0987 654 321\nlast', 'Error: first line\n…\nlast'],
    ['no contact ana.secreta+1@correo.com.ec here', 'Error: no contact … here'],
  ])('of %j quote nobody', (message, words) => {
    expect(faultWords(new Error(message))).toBe(words);
  });

  it.each([
    'message 0198a1b2-aaaa-7bbb-8ccc-123456789012 is gone',
    'message 01981234-1234-7123-8123-123456789012 is gone',
    'at 2026-11-29T01:23:45.678Z after 30000 ms',
    'since 2026-11-29 01:23:45.678901+00',
    'connect ECONNREFUSED 192.168.100.200:5432',
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
