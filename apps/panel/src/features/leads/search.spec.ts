import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LEAD_SORTS, readLeadSearch } from './search';

const ID = '01a1fce6-9f31-7215-98c0-f4b4524ebaf9';

describe('the address of the leads', () => {
  it('keeps every filter that means something', () => {
    const search = {
      modo: 'tabla',
      estado: 'negotiating',
      red: 'none',
      asesor: 'me',
      calidad: 'warm',
      producto: ID,
      desde: '2026-02-28',
      hasta: '2028-02-29',
      orden: '-completeness',
      q: 'ana',
    };
    expect(readLeadSearch(search)).toEqual(search);
  });

  it.each([
    ['a mode', { modo: 'lista' }],
    ['a state', { estado: 'nuevo' }],
    ['a network', { red: 'orkut' }],
    ['a person who is no id', { asesor: 'paula' }],
    ['a person who is nearly an id', { asesor: ID.slice(1) }],
    ['a quality', { calidad: 'tibia' }],
    ['an item', { producto: 'SOF-3' }],
    ['an order', { orden: 'name' }],
    ['a day without zeros', { desde: '2026-1-1' }],
    ['a month that is none', { desde: '2026-13-01' }],
    ['a day that is none', { hasta: '2026-02-30' }],
    ['a 29 February of a common year', { hasta: '2026-02-29' }],
    ['a day in words', { desde: 'ayer' }],
    ['an empty search', { q: '' }],
    ['a list', { q: ['a'], red: ['qr'] }],
    ['what nobody asked for', { otro: 1 }],
  ])('drops %s', (_what, raw) => expect(readLeadSearch(raw)).toEqual({}));

  it('takes numbers typed as a search, and no more than a hundred signs of it', () => {
    expect(readLeadSearch({ q: 968196046 })).toEqual({ q: '968196046' });
    expect(readLeadSearch({ q: 'x'.repeat(500) }).q).toHaveLength(100);
  });

  it.each(LEAD_SORTS)('knows the order %s', (orden) => expect(readLeadSearch({ orden })).toEqual({ orden }));

  it('reads whatever is there without failing, and reading twice changes nothing', () =>
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('modo', 'estado', 'red', 'asesor', 'desde', 'q', 'x'), fc.anything()),
        (raw) => {
          const once = readLeadSearch(raw);
          expect(readLeadSearch({ ...once })).toEqual(once);
        },
      ),
    ));
});
