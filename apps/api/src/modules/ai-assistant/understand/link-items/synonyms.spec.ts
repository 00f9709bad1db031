import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { SHOPS, type ShopId } from '../../testing/understand-in.js';
import { readMessage } from '../read-message.js';
import { linkItems, searchItems } from './link-items.js';

const found = (shop: ShopId, query: string): string[] =>
  searchItems(SHOPS[shop].index, query).map(({ item }) => item.sku);
const linked = (shop: ShopId, text: string): readonly string[] => linkItems(SHOPS[shop].index, readMessage(text)).skus;

describe('one thing by many names', () => {
  it.each([
    [
      'cel',
      'AU-JBL-T520-BLA',
      ['audífonos', 'auris jbl', 'cascos', 'headphones', 'fone de ouvido', 'auriculares blancos'],
    ],
    ['cel', 'PA-JBL-GO3-ROJ', ['bocina', 'altavoz jbl', 'speaker rojo', 'caixinha de som', 'parlantito']],
    ['cel', 'RE-AMZ-BIP5', ['smartwatch', 'reloj inteligente', 'relógio', 'watch']],
    ['cel', 'NB-LEN-I5', ['notebook', 'laptop', 'portátil', 'compu lenovo', 'computadora']],
    ['cel', 'FU-S23-SIL', ['funda', 'carcasa', 'capinha', 'case s23', 'forro']],
    ['cel', 'PS5-SLIM', ['play 5', 'playstation', 'la play', 'consola', 'ps5 slim']],
    ['cel', 'TV-TCL-55', ['tele de 55', 'televisor tcl', 'tv 55', 'pantalla tcl de 55']],
    ['mue', 'VE-2C-NOG', ['velador', 'mesita de luz', 'buró', 'mesa de noche', 'criado mudo', 'nightstand']],
    ['mue', 'RO-4P-BLA', ['ropero', 'placard', 'closet', 'armario', 'guarda roupa', 'wardrobe']],
    ['mue', 'SI-EJE-NEG', ['silla de oficina', 'sillón ejecutivo', 'office chair', 'cadeira executiva']],
    ['mue', 'ES-GAM-NEG', ['escritorio', 'mesa gamer', 'desk', 'escrivaninha']],
    ['mue', 'SF-MAN-ESQ-BEI', ['sofá esquinero', 'sofá en l', 'sillón esquinero', 'seccional']],
    ['sus', 'OF-365', ['office', 'microsoft 365', 'ofis', 'word y excel']],
    ['sus', 'W11-KEY', ['windows 11', 'licencia de windows', 'win 11']],
    ['sus', 'YT-1', ['youtube premium', 'yutub', 'you tube']],
    ['sus', 'PV-1', ['prime video', 'amazon prime', 'primevideo']],
    ['sus', 'CR-12', ['crunchyroll', 'crunchy', 'crunchirol']],
  ] as const)('%s finds %s by each of %j', (shop, sku, names) => {
    const missed = names.filter((name) => !found(shop, name).slice(0, 3).includes(sku));
    expect(missed).toEqual([]);
  });

  it.each([
    ['cel', 'CL-RN13-256-CEL', ['redmi note13', 'xiaomi note 13', 'shaomi redmi', 'redmy note 13', 'note 13']],
    ['cel', 'CL-S23-128-VER', ['samsum s23', 'sansung s23', 'galaxi s23', 'samsung s 23', 'S23 verde']],
    ['cel', 'CL-IP15PM-256-TIT', ['iphone 15', 'ip15 pro max', 'aifon 15', 'ifone 15 promax', 'Iphone15']],
    ['cel', 'RE-AMZ-BIP5', ['amasfit', 'amazfit bip', 'bip 5']],
    ['mue', 'SI-EJE-NEG', ['siya ejecutiva', 'silla ejecutva', 'silla hergonomica']],
    ['mue', 'CO-6-NOG', ['comedor salina 6', 'comedor de seis puesto', 'comdor 6 puestos']],
    ['sus', 'NF-4K-1', ['netflis', 'netlix', 'neflix', 'nesflix']],
    ['sus', 'SP-3', ['spotifi', 'spoty', 'espotify']],
    ['sus', 'DS-1', ['disney', 'disni', 'disnei plus', 'disney+']],
  ] as const)('%s finds %s by each mistyping of %j', (shop, sku, names) => {
    const missed = names.filter((name) => !found(shop, name).slice(0, 3).includes(sku));
    expect(missed).toEqual([]);
  });
});

describe('what names nothing', () => {
  it.each([
    'necesito ayuda con la factura',
    'me pasan el alias por favor',
    'hasta qué hora están',
    'soy estudiante y vivo lejos',
    'muchas gracias por la atención',
    'estimados señores',
    'mándame la ubicación',
    'no entiendo nada',
    'qué lindo día',
    'boa tarde, tudo certo?',
    'thank you so much for your help',
    'tengo poco tiempo',
    'voy con mi hermana mañana',
  ])('is "%s", in every shop', (text) => {
    for (const shop of ['cel', 'mue', 'sus'] as const) expect(linked(shop, text)).toEqual([]);
  });

  it.each([
    ['cel', 'venden heladeras?'],
    ['cel', 'tenés el s24?'],
    ['cel', 'hay iphone 16?'],
    ['mue', 'tienen cunas?'],
    ['sus', 'venden paramount?'],
  ] as const)('is a thing that the shop has not: %s: "%s"', (shop, text) => {
    expect(linked(shop, text)).toEqual([]);
  });
});

describe('a search', () => {
  const everyItem = [...SHOPS.cel.items, ...SHOPS.mue.items, ...SHOPS.sus.items];

  it('finds every item first by its own name, in capitals or not, with or without accents', () => {
    for (const shop of ['cel', 'mue', 'sus'] as const)
      for (const { name, sku } of SHOPS[shop].items) {
        const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
        for (const query of [name, name.toUpperCase(), plain])
          expect([query, found(shop, query)[0]]).toEqual([query, sku]);
      }
  });

  it('holds each item at most once, best first, and no more than its limit', () => {
    const query = fc.array(fc.constantFrom(...everyItem.flatMap(({ name }) => name.split(' '))), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(query, fc.integer({ min: 1, max: 10 }), (words, limit) => {
        const ranked = searchItems(SHOPS.cel.index, words.join(' '), limit);
        const scores = ranked.map(({ score }) => score);
        expect(ranked.length).toBeLessThanOrEqual(limit);
        expect(new Set(ranked.map(({ item }) => item.sku)).size).toBe(ranked.length);
        expect(scores).toEqual([...scores].sort((one, other) => other - one));
      }),
    );
  });

  it('still finds an item when one letter of its longest word is lost, doubled or swapped', () => {
    const slips = fc.record({ at: fc.nat(), place: fc.nat(), slip: fc.constantFrom('drop', 'double', 'swap') });
    fc.assert(
      fc.property(slips, ({ at, place, slip }) => {
        const item = SHOPS.mue.items[at % SHOPS.mue.items.length];
        const words = (item?.name ?? '').normalize('NFD').replace(/\p{M}/gu, '').split(' ');
        const longest = words.reduce((one, other) => (other.length > one.length ? other : one));
        fc.pre(longest.length >= 8);
        const cut = 1 + (place % (longest.length - 2));
        const [head, tail] = [longest.slice(0, cut), longest.slice(cut)];
        const wrong = {
          drop: head + tail.slice(1),
          double: head + head.slice(-1) + tail,
          swap: head.slice(0, -1) + tail.charAt(0) + head.slice(-1) + tail.slice(1),
        }[slip];
        const query = words.map((word) => (word === longest ? wrong : word)).join(' ');
        expect(found('mue', query).slice(0, 3)).toContain(item?.sku);
      }),
    );
  });

  it.each(['', '   ', '???', '%', "'; --", '\u0000', '🙂🙂', 'zzzzzz', '()[]{}'])('finds nothing for %j', (query) => {
    for (const shop of ['cel', 'mue', 'sus'] as const) expect(found(shop, query)).toEqual([]);
  });
});
