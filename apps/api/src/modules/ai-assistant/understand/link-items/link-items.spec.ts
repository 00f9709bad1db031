import { describe, expect, it } from '@jest/globals';

import { buildShop } from '../../testing/build-shop.js';
import { readMessage } from '../read-message.js';
import { linkItems, searchItems } from './link-items.js';

const cel = buildShop('cel');
const mue = buildShop('mue');
const sus = buildShop('sus');
const links = (shop: typeof cel, text: string): readonly string[] => linkItems(shop.index, readMessage(text)).skus;
const first = (shop: typeof cel, query: string): string | undefined => searchItems(shop.index, query)[0]?.item.sku;

describe('searchItems', () => {
  it.each([
    ['s23ultra', 'CL-S23U-512-NEG'],
    ['aifon 13 blanco', 'CL-IP13-128-BLA'],
    ['iphone13 256', 'CL-IP13-256-NEG'],
    ['ip 15 pro max', 'CL-IP15PM-256-TIT'],
    ['motorolla g 54', 'CL-G54-128-LIL'],
    ['televisor 32', 'TV-PHI-32'],
    ['audifonos jbl', 'AU-JBL-T520-BLA'],
    ['bocina roja', 'PA-JBL-GO3-ROJ'],
    ['forro samsung s23', 'FU-S23-SIL'],
    ['ps5', 'PS5-SLIM'],
  ])('finds %s', (query, sku) => {
    expect(first(cel, query)).toBe(sku);
  });
  it.each([
    ['sillon esquinero', 'SF-MAN-ESQ-BEI'],
    ['sofa dos cuerpos', 'SF-CUE-2-GRI'],
    ['colchon matrimonial', 'CL-ORT-DOB'],
    ['colchao queen', 'CL-ORT-QUE'],
    ['closet', 'RO-4P-BLA'],
    ['mesa de noche', 'VE-2C-NOG'],
    ['sila ejecutiba', 'SI-EJE-NEG'],
    ['desk', 'ES-GAM-NEG'],
  ])('finds %s by a synonym or a mistyped word', (query, sku) => {
    expect(first(mue, query)).toBe(sku);
  });
  it.each([
    ['neflix tres meses', 'NF-4K-3'],
    ['espotifai', 'SP-3'],
    ['hbo', 'HB-1'],
    ['office anual', 'OF-365'],
  ])('finds %s', (query, sku) => {
    expect(first(sus, query)).toBe(sku);
  });
  it('puts the plain model before its variants, and the thing before its accessory', () => {
    expect(
      searchItems(cel.index, 's23')
        .map((one) => one.item.sku)
        .slice(0, 3),
    ).toEqual(['CL-S23-128-VER', 'CL-S23U-512-NEG', 'FU-S23-SIL']);
  });
  it('finds nothing for nothing', () => {
    expect(searchItems(cel.index, '')).toEqual([]);
    expect(searchItems(cel.index, 'hola que tal')).toEqual([]);
  });
  it('answers any query with items of the index only', () => {
    for (const query of ['%_\\', "'; drop table item;--", '((((', '\u0000', '🙂'])
      expect(Array.isArray(searchItems(cel.index, query))).toBe(true);
  });
});

describe('linkItems', () => {
  it('reads two things as two', () => {
    expect(links(cel, 'qué conviene, el a15 o el redmi note 13').slice(0, 2)).toEqual([
      'CL-A15-128-AZU',
      'CL-RN13-256-CEL',
    ]);
  });
  it('leaves out what the customer does not want', () => {
    expect(links(cel, 'no quiero iphone, prefiero el a15')).toEqual(['CL-A15-128-AZU']);
  });
  it('leaves out what is missing from a parcel', () => {
    expect(links(cel, 'me llegó sin la funda')).toEqual([]);
  });
  it('does not take a near model for the one that was named', () => {
    expect(links(cel, 'tenés el a52?')).toEqual([]);
    expect(links(cel, 'tenés iphone 11?')).toEqual([]);
  });
  it('does not read everyday words as products', () => {
    for (const text of [
      'espera un poco',
      'me lo llevo a casa',
      'gracias por todo',
      'quiero hablar con alguien',
      'cuánto tarda el envío',
    ])
      expect(links(cel, text)).toEqual([]);
  });
  it('keeps a place from naming an item when told so', () => {
    const message = readMessage('despachan a Manta?');
    expect(linkItems(mue.index, message, new Set([2])).skus).toEqual([]);
  });
  it('filters by places, size, duration and colour', () => {
    expect(links(mue, 'el comedor de 4')[0]).toBe('CO-4-ROB');
    expect(links(mue, 'cama king')[0]).toBe('CA-KIN-CAO');
    expect(links(sus, 'netflix por tres meses')).toEqual(['NF-4K-3']);
    expect(links(cel, 'iphone blanco')[0]).toBe('CL-IP13-128-BLA');
  });
});
