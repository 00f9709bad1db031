import { describe, expect, it } from '@jest/globals';

import { SHOPS, type ShopId } from '../../testing/understand-in.js';
import { readMessage } from '../read-message.js';
import { linkItems, type LinkedMention } from './link-items.js';
import { PhraseTable } from './phrase-table.js';

const read = (shop: ShopId, text: string) => linkItems(SHOPS[shop].index, readMessage(text));
const mentions = (shop: ShopId, text: string): readonly LinkedMention[] => read(shop, text).mentions;
const firsts = (shop: ShopId, text: string): (string | undefined)[] =>
  mentions(shop, text).map(({ items }) => items[0]?.sku);

describe('the things that a message speaks of', () => {
  it.each([
    ['cel', 'el a15 y la funda', ['CL-A15-128-AZU', 'FU-S23-SIL']],
    ['cel', 'parlante rojo, auriculares blancos', ['PA-JBL-GO3-ROJ', 'AU-JBL-T520-BLA']],
    ['cel', 's23 ultra o redmi note 13?', ['CL-S23U-512-NEG', 'CL-RN13-256-CEL']],
    ['mue', 'la cama queen más el velador', ['CA-QUE-CAO', 'VE-2C-NOG']],
    ['mue', 'ropero\nescritorio\nsilla ejecutiva', ['RO-4P-BLA', 'ES-GAM-NEG', 'SI-EJE-NEG']],
    ['sus', 'disney más prime video', ['DS-1', 'PV-1']],
    ['sus', 'office and windows', ['OF-365', 'W11-KEY']],
    ['cel', 'la compu lenovo en gris', ['NB-LEN-I5']],
    ['cel', 'el samsung a15 de 128 azul', ['CL-A15-128-AZU']],
  ] as const)('%s: "%s" are %j', (shop, text, skus) => {
    expect(firsts(shop, text)).toEqual(skus);
  });

  it.each([
    ['cel', 'no quiero samsung', 'negated'],
    ['cel', 'cualquiera menos el redmi', 'negated'],
    ['mue', 'en vez de la cama', 'negated'],
    ['cel', 'me llegó sin los auriculares', 'absent'],
    ['cel', 'faltan las fundas', 'absent'],
    ['cel', 'veio sem a capinha', 'absent'],
  ] as const)('%s: in "%s" it is %s', (shop, text, kind) => {
    const found = mentions(shop, text);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((mention) => mention[kind])).toBe(true);
  });

  it('counts nothing that is not wanted among what is asked about', () => {
    expect(read('cel', 'no busco iphone sino el s23').skus).not.toContain('CL-IP13-128-BLA');
    expect(read('mue', 'quiero la cama, no el colchón').skus[0]).toBe('CA-QUE-CAO');
    expect(read('cel', 'vino sin el cargador y sin la funda').skus).toEqual([]);
  });

  it('takes another model for near, never for the same', () => {
    for (const text of ['el s22', 'iphone 14', 'redmi note 12', 'a35'])
      expect(mentions('cel', text).every(({ approximate }) => approximate)).toBe(true);
  });

  it('names the firsts of each thing before the seconds of any', () => {
    const { skus } = read('cel', 'iphone 13 o s23');
    expect(skus.slice(0, 2).map((sku) => sku.slice(0, 6))).toEqual(['CL-IP1', 'CL-S23']);
  });

  it('hears that the plain one is meant', () => {
    expect(read('cel', 'el s23 común').plain).toBe(true);
    expect(read('cel', 'el s23 ultra').plain).toBe(false);
  });

  it('reads no item where a place was read', () => {
    const message = readMessage('envían a cuenca?');
    expect(linkItems(SHOPS.mue.index, message, new Set([2])).skus).toEqual([]);
  });
});

describe('PhraseTable', () => {
  const table = new PhraseTable([
    ['silla de oficina', 'office chair'],
    ['silla', 'chair'],
    ['mesa', 'table'],
  ]);
  const find = (text: string): string[] =>
    table.find(text.split(' ')).map(({ value, from, to }) => `${value} ${from}-${to}`);

  it.each([
    ['silla', ['chair 0-1']],
    ['sillas', ['chair 0-1']],
    ['silla de oficina', ['office chair 0-3']],
    ['silla oficina', ['office chair 0-2']],
    ['silla para la oficina', ['office chair 0-4']],
    ['mesa silla', ['table 0-1', 'chair 1-2']],
    ['de silla', ['chair 1-2']],
    ['oficina', []],
    ['', []],
  ])('"%s": %j', (text, hits) => {
    expect(find(text)).toEqual(hits);
  });

  it('knows single words, whatever their number', () => {
    expect(table.has('mesas')).toBe(true);
    expect(table.get('sillas')).toBe('chair');
    expect(table.get('oficina')).toBeUndefined();
    expect(table.singleWords().map(([word]) => word)).toEqual(['silla', 'mesa']);
  });
});
