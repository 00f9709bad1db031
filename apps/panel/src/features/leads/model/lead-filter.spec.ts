import { describe, expect, it } from '@jest/globals';
import { readLeadSearch } from '../search';
import { aLead } from '../testing/a-lead';
import { filterCount, filterOf, meets, type LeadFilter } from './lead-filter';

const ITEM = '01a1fce6-9f31-7215-98c0-f4b4524ebaf9';

describe('the filters of the address bar', () => {
  it('keep what means something and drop the rest', () => {
    expect(
      readLeadSearch({ modo: 'tabla', estado: 'nuevo', red: 'tiktok', asesor: 'paula', desde: 'ayer', producto: ITEM }),
    ).toEqual({ modo: 'tabla', red: 'tiktok', producto: ITEM });
    expect(readLeadSearch({ estado: 'won', asesor: 'none', q: 99_123 })).toEqual({
      estado: 'won',
      asesor: 'none',
      q: '99123',
    });
  });

  it('become what the API takes, whole days in the business`s time zone', () => {
    expect(
      filterOf({ red: 'none', asesor: 'me', calidad: 'hot', desde: '2026-11-01', hasta: '2026-11-30' }, 'America/Lima'),
    ).toEqual({
      network: 'none',
      assigneeId: 'me',
      quality: 'hot',
      from: '2026-11-01T05:00:00.000Z',
      to: '2026-12-01T05:00:00.000Z',
    });
    expect(filterOf({ modo: 'tabla', estado: 'won', orden: '-value' }, 'UTC')).toEqual({});
  });

  it('are counted without mode, state and order', () => {
    expect(filterCount({ modo: 'tabla', estado: 'new', orden: '-value', q: 'x' })).toBe(0);
    expect(filterCount({ red: 'qr', desde: '2026-11-01', hasta: '2026-11-02' })).toBe(2);
  });
});

describe('whether a lead belongs to a filtered list', () => {
  const lead = aLead({
    quality: 'hot',
    assignee: { id: 'u1', name: 'Paula', initials: 'P' },
    createdAt: '2026-11-20T10:00:00.000Z',
  });

  it.each<[LeadFilter, boolean | undefined]>([
    [{}, true],
    [{ quality: 'hot' }, true],
    [{ quality: 'cold' }, false],
    [{ assigneeId: 'me' }, true],
    [{ assigneeId: 'none' }, false],
    [{ network: 'none' }, true],
    [{ network: 'google' }, false],
    [{ itemId: ITEM }, false],
    [{ from: '2026-11-21T00:00:00.000Z' }, false],
    [{ to: '2026-11-20T10:00:00.000Z' }, false],
    [{ from: '2026-11-20T10:00:00.000Z', to: '2026-11-21T00:00:00.000Z' }, true],
    [{ q: 'ana' }, undefined],
    [{ q: 'ana', quality: 'cold' }, false],
  ])('%j: %s', (filter, expected) => expect(meets(lead, filter, 'u1')).toBe(expected));
});
