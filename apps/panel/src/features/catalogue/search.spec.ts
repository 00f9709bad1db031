import { describe, expect, it } from '@jest/globals';
import { readCatalogueSearch } from './search';

describe('the address of the catalogue', () => {
  it('keeps what narrows the shelf', () => {
    const search = { categoria: 'Salas', tipo: 'service', stock: 'no', archivados: 'si', q: 'sofá' };
    expect(readCatalogueSearch(search)).toEqual(search);
  });

  it.each([
    { tipo: 'cosa' },
    { stock: true },
    { stock: 'quiza' },
    { archivados: 'no' },
    { q: '' },
    { categoria: '' },
    { sku: 'x' },
  ])('drops %j', (raw) => expect(readCatalogueSearch(raw)).toEqual({}));

  it('takes a SKU of digits, and cuts what no name is as long as', () => {
    expect(readCatalogueSearch({ q: 770123 })).toEqual({ q: '770123' });
    const long = readCatalogueSearch({ q: 'x'.repeat(900), categoria: 'y'.repeat(900) });
    expect([long.q?.length, long.categoria?.length]).toEqual([200, 80]);
  });
});
