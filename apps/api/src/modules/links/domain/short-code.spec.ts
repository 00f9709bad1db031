import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findClaimCode, writeClaimCode } from '../../conversations/domain/claim-code.js';
import { clickCodeFrom, CLICK_CODE_LENGTH, readSlug, SLUG_LENGTH, slugFrom } from './short-code.js';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe('short codes', () => {
  it('make slugs that are read in any case', () => {
    fc.assert(
      fc.property(bytes(SLUG_LENGTH), (random) =>
        expect(readSlug(slugFrom(random).toUpperCase())).toBe(slugFrom(random)),
      ),
    );
  });

  it('make click codes that the inbox finds in a message', () => {
    fc.assert(
      fc.property(bytes(CLICK_CODE_LENGTH), (random) =>
        expect(findClaimCode(writeClaimCode('Hola', clickCodeFrom(random)))).toBe(clickCodeFrom(random)),
      ),
    );
  });

  it.each(['', 'abc', 'abcdefgh', 'ilou123', "abc'123", '../../x', 'abc%001'])(
    'refuse %j without asking anybody',
    (typed) => {
      expect(readSlug(typed)).toBeUndefined();
    },
  );
});
