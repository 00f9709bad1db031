import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  countryOf,
  formatInternational,
  fromWaId,
  isE164,
  lastDigits,
  maskPhone,
  phoneVariants,
  searchDigits,
  toE164,
} from './index.js';

const digits = (min: number, max: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((list) => list.join(''));

describe('reading a number', () => {
  it.each([
    ['+54 9 11 5550-1234', undefined, '+5491155501234'],
    ['0054 9 11 5550 1234', undefined, '+5491155501234'],
    ['011 5550-1234', 'AR', '+541155501234'],
    ['(11) 98765-4321', 'BR', '+5511987654321'],
    ['55 1234 5678', 'MX', '+525512345678'],
    ['099 000 0001', 'EC', '+593990000001'],
    ['+593 99 000 0001', 'AR', '+593990000001'],
    ['＋５４ 11 5550 1234', undefined, '+541155501234'],
  ])('%s (%s) is %s', (input, country, expected) => expect(toE164(input, country)).toBe(expected));

  it.each([
    ['', 'AR'],
    ['hola', 'AR'],
    ['12', 'AR'],
    ['+', undefined],
    ['1155501234', undefined],
    ['1155501234', 'ar'],
    ['AR.10203040506070809010', 'AR'],
    ['+999123456789', undefined],
    ['9'.repeat(41), 'AR'],
  ])('%p (%p) is no number', (input, country) => expect(toE164(input, country)).toBeUndefined());

  it('never invents a mobile prefix', () => {
    expect(toE164('+54 11 4321 5678')).toBe('+541143215678');
    expect(toE164('+55 11 3333 4444')).toBe('+551133334444');
  });

  it('never throws, answers E.164 or nothing, and reads its own answer as itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          digits(0, 20),
          digits(5, 15).map((text) => `+${text}`),
        ),
        fc.constantFrom('AR', 'BR', 'EC', 'MX', 'CL', undefined),
        (input, country) => {
          const number = toE164(input, country);
          if (number === undefined) return;
          expect(isE164(number)).toBe(true);
          expect(toE164(number)).toBe(number);
        },
      ),
    );
  });

  it("takes WhatsApp's bare digits as they are", () => {
    expect(fromWaId('5491155501234')).toBe('+5491155501234');
    expect(fromWaId('+447700900123')).toBe('+447700900123');
    expect(fromWaId('GB.55667788990011223344')).toBeUndefined();
    expect(fromWaId('')).toBeUndefined();
  });
});

describe('showing a number', () => {
  it('groups it as its country does', () => {
    expect(formatInternational('+5491155501234')).toBe('+54 9 11 5550 1234');
    expect(formatInternational('+593990000001')).toBe('+593 99 000 0001');
    expect(formatInternational('+99912345')).toBe('+99912345');
    expect(countryOf('+593990000001')).toBe('EC');
    expect(countryOf('+99912345')).toBeUndefined();
  });

  it('hides all but the country and three digits', () => {
    expect(maskPhone('+5491155501234')).toBe('+54 ••••••••234');
    expect(maskPhone('+99912345')).toBe('•••••345');
    expect(maskPhone('12')).toBe('••');
  });

  it('shows no more than three digits of the national number', () => {
    fc.assert(
      fc.property(digits(8, 10), (national) => {
        expect(maskPhone(`+593${national}`).replace('+593 ', '').replace(/•/g, '')).toHaveLength(3);
      }),
    );
  });
});

describe('finding a number', () => {
  it('indexes its last 4 to 10 digits', () => {
    expect(lastDigits('+5491155501234')).toEqual([
      '1234',
      '01234',
      '501234',
      '5501234',
      '55501234',
      '155501234',
      '1155501234',
    ]);
    expect(lastDigits('+12345')).toEqual(['2345', '12345']);
  });

  it('finds what is typed among them, with or without country code and punctuation', () => {
    const index = lastDigits('+5491155501234');
    for (const typed of ['1234', '5550-1234', '(011) 5550-1234', '+54 9 11 5550-1234'])
      expect(index).toContain(searchDigits(typed));
    expect(searchDigits('123')).toBeUndefined();
    expect(searchDigits('abc')).toBeUndefined();
  });

  it.each([
    ['+5491155501234', ['+5491155501234', '+541155501234']],
    ['+541155501234', ['+541155501234', '+5491155501234']],
    ['+5511987654321', ['+5511987654321', '+551187654321']],
    ['+551187654321', ['+551187654321', '+5511987654321']],
    ['+551133334444', ['+551133334444']],
    ['+5215512345678', ['+5215512345678', '+525512345678']],
    ['+525512345678', ['+525512345678', '+5215512345678']],
    ['+593990000001', ['+593990000001']],
  ])('looks %s up as %j', (number, variants) => expect(phoneVariants(number)).toEqual(variants));

  it('is symmetric: a variant of a number has that number among its own', () => {
    const number = fc
      .tuple(fc.constantFrom('+54', '+549', '+55', '+559', '+52', '+521', '+593'), digits(8, 11))
      .map(([prefix, rest]) => prefix + rest);
    fc.assert(
      fc.property(number, (value) => {
        for (const variant of phoneVariants(value)) expect(phoneVariants(variant)).toContain(value);
      }),
      { numRuns: 1000 },
    );
  });
});
