import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CLAIM_ALPHABET, findClaimCode, withoutClaimCode, writeClaimCode } from './claim-code.js';

const code = fc
  .array(fc.constantFrom(...CLAIM_ALPHABET), { minLength: 6, maxLength: 8 })
  .map((letters) => letters.join(''));

describe('claim codes', () => {
  it('are read back from any prefilled text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), code, (text, written) => {
        fc.pre(findClaimCode(text) === null && !/ref[.:#\s]*\w*$/i.test(text));
        expect(findClaimCode(writeClaimCode(text, written))).toBe(written);
      }),
    );
  });

  it.each([
    ['Hola, quiero info (ref K7Q2MX)', 'K7Q2MX'],
    ['hola (REF k7q2mx) gracias', 'K7Q2MX'],
    ['ref: K7Q2MX', 'K7Q2MX'],
    ['Hola ref K7Q2MX y algo más', 'K7Q2MX'],
  ])('survive what people do to them: %s', (text, expected) => {
    expect(findClaimCode(text)).toBe(expected);
  });

  it('are taken out again, with their brackets', () => {
    expect(withoutClaimCode(writeClaimCode('Hola, quiero info', '33M8HA'))).toBe('Hola, quiero info');
    expect(withoutClaimCode('prefiero el azul')).toBe('prefiero el azul');
  });

  it.each(['prefiero el azul', 'refrigerador 350L', 'ref K7Q', 'la referencia', '', 'xref K7Q2MX'])(
    'are not seen where there is none: %s',
    (text) => {
      expect(findClaimCode(text)).toBeNull();
    },
  );

  it('answers at once on a very long text', () => {
    expect(findClaimCode('ref '.repeat(50_000))).toBeNull();
  });
});
