import { describe, expect, it } from '@jest/globals';
import { NETWORKS } from '../../app/network';
import { RANGES, readLinkSearch, readRange } from './search';

describe('the address of the links', () => {
  it('keeps what narrows or groups them', () => {
    const search = { agrupar: 'red', red: 'qr', producto: 'i1', archivados: 'si', q: 'bio' };
    expect(readLinkSearch(search)).toEqual(search);
  });

  it.each(NETWORKS)('knows the network %s', (red) => expect(readLinkSearch({ red })).toEqual({ red }));

  it.each([
    { agrupar: 'canal' },
    { red: 'none' },
    { archivados: 'no' },
    { archivados: true },
    { q: '' },
    { producto: '' },
    { pagina: 2 },
  ])('drops %j', (raw) => expect(readLinkSearch(raw)).toEqual({}));

  it('takes a code of digits, and no more than a hundred signs', () => {
    expect(readLinkSearch({ q: 4242 })).toEqual({ q: '4242' });
    expect(readLinkSearch({ q: 'y'.repeat(200) }).q).toHaveLength(100);
  });
});

describe('how far the statistics look back', () => {
  it.each(RANGES)('%s days, written as text or as a number', (days) => {
    expect([readRange({ dias: days }), readRange({ dias: Number(days) })]).toEqual([days, days]);
  });

  it.each([{}, { dias: 12 }, { dias: 'mes' }, { dias: null }, { dias: ['7', '30'] }])('a month for %j', (raw) =>
    expect(readRange(raw)).toBe('30'),
  );
});
