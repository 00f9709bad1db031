import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../http/domain-error.js';
import { newId } from '../ids/uuid.js';
import { encodeCursor } from './keyset-page.js';
import { placeById, placeByName } from './place-in-list.js';

const refusalOf = (read: (cursor: string | undefined) => unknown, cursor: string): unknown => {
  try {
    return read(cursor);
  } catch (error) {
    return error instanceof DomainError ? error.status : error;
  }
};

describe('a place in a list', () => {
  it('is the beginning when there is no cursor', () => {
    expect(placeById(undefined)).toBeNull();
    expect(placeByName(undefined)).toBeNull();
  });

  it('is where the page before ended', () => {
    const id = newId();
    expect(placeById(encodeCursor([id]))).toBe(id);
    expect(placeByName(encodeCursor(['Ñandú', id]))).toEqual({ name: 'Ñandú', id });
    expect(placeByName(encodeCursor(['', id]))).toEqual({ name: '', id });
  });

  it.each([
    ['something else than an id', ['x']],
    ['nothing', [null]],
    ['an id with more behind it', [`${newId()}' or true --`]],
    ['two parts', ['a', newId()]],
  ])('of ids is not taken from %s', (_, parts) => {
    expect(refusalOf(placeById, encodeCursor(parts))).toBe(400);
  });

  it.each([
    ['a name without an id', ['Ana', null]],
    ['an id without a name', [null, newId()]],
    ['a name with something else', ['Ana', 'x']],
    ['an id alone', [newId()]],
  ])('of names is not taken from %s', (_, parts) => {
    expect(refusalOf(placeByName, encodeCursor(parts))).toBe(400);
  });

  it('comes back for the longest names that are kept, in any script', () => {
    const id = newId();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 512 }), (name) => {
        fc.pre(name.length <= 1024);
        expect(placeByName(encodeCursor([name, id]))).toEqual({ name, id });
      }),
    );
  });
});
