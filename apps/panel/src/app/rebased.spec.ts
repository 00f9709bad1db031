import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rebased } from './rebased';

const fields = fc.record({ name: fc.string(), city: fc.string(), item: fc.option(fc.record({ id: fc.string() })) });

describe('what was typed upon somebody else`s change', () => {
  it('keeps each side`s own fields, and the typed one where both changed the same', () => {
    const before = { name: 'Sofá', city: 'Quito', stock: '3' };
    const typed = { name: 'Sofá Cumbres', city: 'Quito', stock: '5' };
    const latest = { name: 'Sofá', city: 'Cuenca', stock: '9' };
    expect(rebased(before, typed, latest)).toEqual({ name: 'Sofá Cumbres', city: 'Cuenca', stock: '5' });
  });

  it('sees that an emptied choice was changed, and an equal one was not', () => {
    const item = { id: 'i1', name: 'Sofá' };
    expect(rebased<{ item: typeof item | null }>({ item }, { item: null }, { item })).toEqual({ item: null });
    expect(rebased<{ item: typeof item | null }>({ item }, { item: { ...item } }, { item: null })).toEqual({
      item: null,
    });
  });

  it('is theirs when nothing was typed, and what was typed when they changed nothing', () =>
    fc.assert(
      fc.property(fields, fields, (one, other) => {
        expect(rebased(one, one, other)).toEqual(other);
        expect(rebased(one, other, one)).toEqual(other);
      }),
    ));

  it('saved twice upon the same version is the same', () =>
    fc.assert(
      fc.property(fields, fields, fields, (before, typed, latest) => {
        const once = rebased(before, typed, latest);
        expect(rebased(latest, once, latest)).toEqual(once);
      }),
    ));
});
