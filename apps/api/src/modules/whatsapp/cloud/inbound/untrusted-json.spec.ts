import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  asFilledText,
  asId,
  asList,
  asNumber,
  asObject,
  asText,
  cut,
  MAX_ID_LENGTH,
  MAX_TEXT_LENGTH,
  storable,
} from './untrusted-json.js';

const loose = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\ud800', '\udc00', 'a', '🙏', '\0') }),
);

describe('storable text', () => {
  it.each([
    ['a\0b', 'a\ufffdb'],
    ['\ud800', '\ufffd'],
    ['\udc00x', '\ufffdx'],
    ['\udc00\ud800', '\ufffd\ufffd'],
    ['🙏', '🙏'],
    ['ñandú', 'ñandú'],
    ['', ''],
  ])('of %j is %j', (text, kept) => {
    expect(storable(text)).toBe(kept);
  });

  it('is well formed without NUL, whatever came, and changes nothing that could be stored', () => {
    fc.assert(
      fc.property(loose, (text) => {
        const kept = storable(text);
        expect(kept).not.toContain('\0');
        expect(Buffer.from(kept, 'utf8').toString('utf8')).toBe(kept);
        expect(kept).toHaveLength(text.length);
        expect(storable(kept)).toBe(kept);
      }),
    );
  });
});

describe('cutting', () => {
  it.each([
    ['abc', 5, 'abc'],
    ['abc', 3, 'abc'],
    ['abc', 2, 'ab'],
    ['a🙏b', 2, 'a'],
    ['a🙏b', 3, 'a🙏'],
    ['🙏', 1, ''],
  ])('%j at %i is %j', (text, length, kept) => {
    expect(cut(text, length)).toBe(kept);
  });

  it('never parts a pair and never lengthens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, length) => {
        const kept = cut(text, length);
        expect(kept.length).toBeLessThanOrEqual(length);
        expect(text.startsWith(kept)).toBe(true);
        expect(storable(kept)).toBe(kept);
      }),
    );
  });
});

describe('reading', () => {
  it('takes an object for an object and nothing else', () => {
    expect(asObject({ a: 1 })).toEqual({ a: 1 });
    for (const value of [null, undefined, [], 'x', 1, true]) expect(asObject(value)).toBeUndefined();
  });

  it('takes anything else than a list for an empty one', () => {
    expect(asList([1])).toEqual([1]);
    for (const value of [null, undefined, {}, 'x', { length: 3 }]) expect(asList(value)).toEqual([]);
  });

  it('tells empty text from missing text', () => {
    expect(asText('')).toBe('');
    expect(asFilledText('')).toBeUndefined();
    for (const value of [null, undefined, 5, [], {}])
      expect([asText(value), asFilledText(value)]).toEqual([undefined, undefined]);
  });

  it('keeps a text of the greatest length whole', () => {
    expect(asText('x'.repeat(MAX_TEXT_LENGTH))).toHaveLength(MAX_TEXT_LENGTH);
    expect(asText('x'.repeat(MAX_TEXT_LENGTH + 1))).toHaveLength(MAX_TEXT_LENGTH);
  });

  it.each([
    ['wamid.1', 'wamid.1'],
    [0, '0'],
    [12345, '12345'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [2 ** 53, undefined],
    [1.5, undefined],
    [NaN, undefined],
    ['', undefined],
    ['x'.repeat(MAX_ID_LENGTH + 1), undefined],
    ['a\0b', undefined],
    ['a\ud800', undefined],
    [null, undefined],
    [{}, undefined],
    [['a'], undefined],
  ])('an id of %j is %j: whole or not at all', (value, id) => {
    expect(asId(value)).toBe(id);
  });

  it('keeps an id of the greatest length', () => {
    expect(asId('x'.repeat(MAX_ID_LENGTH))).toHaveLength(MAX_ID_LENGTH);
  });

  it('takes only numbers that can be counted with', () => {
    expect([asNumber(0), asNumber(-1.5)]).toEqual([0, -1.5]);
    for (const value of [NaN, Infinity, -Infinity, '1', null, undefined]) expect(asNumber(value)).toBeUndefined();
  });
});
