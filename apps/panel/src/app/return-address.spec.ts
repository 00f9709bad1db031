import { describe, expect, it } from '@jest/globals';
import { returnAddress } from './return-address';

describe('where to go after the sign-in', () => {
  it.each([
    ['/bandeja?vista=mios', '/bandeja?vista=mios'],
    [undefined, '/'],
    ['https://elsewhere.example', '/'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/entrar?volver=/entrar', '/'],
  ])('%p goes to %p', (wanted, expected) => {
    expect(returnAddress(wanted)).toBe(expected);
  });
});
