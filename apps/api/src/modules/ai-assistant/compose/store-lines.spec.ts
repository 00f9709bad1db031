import { describe, expect, it } from '@jest/globals';

import type { StoreTopic } from '../decide/decision.js';
import type { ShopFacts, Voice } from '../ground/shop-facts.js';
import { voiceFor } from '../ground/shop-facts.js';
import { paymentsOf, storeLines } from './store-lines.js';

const SHOP: ShopFacts = {
  name: 'Casa Sur',
  country: 'EC',
  city: 'Loja',
  currency: 'USD',
  address: 'Bolívar 12, Loja',
  hours: 'Lun a Vie 9 a 18',
  shipping: 'Todo el país en 48 h',
  payments: ['efectivo', 'tarjeta'],
  warranty: '6 meses',
  wholesaleMinQty: 5,
};
const SILENT: ShopFacts = {
  ...SHOP,
  address: '',
  hours: '',
  shipping: '',
  payments: [],
  warranty: '',
  wholesaleMinQty: null,
};
const lines = (topic: StoreTopic, voice: Voice = 'es-neutral', shop = SHOP, city: string | null = null): string =>
  storeLines(voice, shop, [topic], city).join('\n');

describe('what is told of the shop', () => {
  it.each([
    ['hours', 'Lun a Vie 9 a 18'],
    ['address', 'Bolívar 12, Loja'],
    ['shipping', 'Todo el país en 48 h'],
    ['payments', 'efectivo y tarjeta'],
    ['instalments', 'efectivo y tarjeta'],
    ['pickup', 'Bolívar 12, Loja (Lun a Vie 9 a 18)'],
    ['wholesale', '5 unidades'],
    ['trust', 'Casa Sur'],
    ['invoice', 'factura'],
    ['social', 'chat'],
  ] as const)('%s: its own words', (topic, words) => {
    expect(lines(topic)).toContain(words);
  });

  it.each(['hours', 'address', 'shipping', 'payments', 'instalments', 'pickup', 'wholesale'] as const)(
    '%s: nothing when it has not said so',
    (topic) => {
      expect(lines(topic, 'es-neutral', SILENT)).toBe('');
    },
  );

  it('speaks of the city that was asked about', () => {
    expect(lines('shipping', 'es-neutral', SHOP, 'Zaruma')).toContain('Zaruma');
    expect(lines('shipping', 'en', SHOP, 'Zaruma')).toMatch(/^To Zaruma/);
    expect(lines('shipping')).not.toContain('Zaruma');
  });

  it('names the page of the shop where it has one', () => {
    expect(lines('social', 'en', { ...SHOP, website: 'https://casasur.ec' })).toBe('https://casasur.ec');
  });

  it('says nothing twice, in the order asked', () => {
    const said = storeLines('en', SHOP, ['hours', 'address', 'hours'], null);
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('Opening hours');
  });

  it('lists the means of payment in the language of the customer', () => {
    expect(paymentsOf('en', SHOP)).toBe('efectivo and tarjeta');
    expect(paymentsOf('pt-BR', SHOP)).toBe('efectivo e tarjeta');
    expect(paymentsOf('en', SILENT)).toBe('');
  });
});

describe('voiceFor', () => {
  it.each([
    ['AR', undefined, 'es', 'es-rioplatense'],
    ['UY', undefined, 'es', 'es-rioplatense'],
    ['MX', undefined, 'es', 'es-neutral'],
    ['BR', undefined, 'es', 'es-neutral'],
    ['AR', 'es-neutral', 'es', 'es-neutral'],
    ['MX', 'es-rioplatense', 'es', 'es-rioplatense'],
    ['AR', 'en', 'es', 'es-rioplatense'],
    ['AR', undefined, 'pt', 'pt-BR'],
    ['EC', 'es-neutral', 'en', 'en'],
  ] as const)('a shop of %s that wishes %s answers %s in %s', (country, voice, language, spoken) => {
    expect(voiceFor({ country, ...(voice && { voice }) }, language)).toBe(spoken);
  });
});
