import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { moneyWords } from '../compose/money-format.js';
import type { Grounds } from '../ground/grounds.js';
import { SHOPS } from '../testing/understand-in.js';
import type { GuardFinding } from './guard-finding.js';
import { guardReply } from './guard-reply.js';

type Rule = GuardFinding['rule'];
const { shop, items } = SHOPS.cel;
const a15 = items.filter(({ sku }) => sku === 'CL-A15-128-AZU');
const soldOut = items.filter(({ stock }) => stock === 0);
const GROUNDS: Grounds = { items: a15, shop, totals: [], quantities: [], customerTexts: [], soldOut };
const rules = (draft: string, over: Partial<Grounds> = {}): Rule[] =>
  guardReply(draft, { ...GROUNDS, ...over }).map(({ rule }) => rule);

describe('a draft that a model might make up', () => {
  it.each([
    ['money', 'El A15 está $ 299.000.'],
    ['money', 'Te queda en 300 mil pesos.'],
    ['money', 'Sale 250 lucas.'],
    ['money', 'Son USD 310.'],
    ['money', 'Custa R$ 310,00.'],
    ['money', 'It is 310 dollars.'],
    ['money', 'Precio: ARS 31.000'],
    ['money', '$310000.50'],
    ['money', 'De $ 350.000 a $ 310.000'],
    ['money', 'Cada cuota de $ 103.333'],
    ['money', 'El envío cuesta $ 5.000'],
    ['money', 'Vale €300'],
    ['money', 'Te lo dejo en trescientos mil pesos'],
    ['money', 'Vale doscientos noventa mil.'],
    ['money', 'Sale un palo y medio'],
    ['money', 'São duzentos reais'],
    ['money', 'It costs three hundred dollars'],
    ['money', 'Te lo dejo en mil pesos'],
    ['money', 'Son dos millones de pesos'],
    ['discount', 'Te hago un 15% de descuento.'],
    ['discount', 'Llevando dos, 10 por ciento menos'],
    ['discount', 'Te damos 2x1 en fundas'],
    ['discount', 'Te lo dejo a mitad de precio'],
    ['discount', 'El segundo va gratis'],
    ['discount', 'Envío gratis hoy'],
    ['discount', 'You get half price'],
    ['discount', 'Frete grátis para você'],
    ['discount', 'Te regalo la funda'],
    ['discount', 'Te descuento veinte por ciento'],
    ['stock', 'Quedan 30 unidades.'],
    ['stock', 'Hay 5 disponibles.'],
    ['stock', 'Tenemos 99 en stock'],
    ['stock', 'only 3 left'],
    ['stock', 'Restam 7 unidades'],
    ['stock', 'Quedan dos unidades'],
    ['figure', 'Trae una batería de 6000 mAh'],
    ['figure', 'Llega en 48 horas'],
    ['figure', 'La garantía es de 24 meses'],
    ['sold_out', 'Tenemos el iPhone 13 256GB Negro.'],
    ['sold_out', 'Sí, disponible el Motorola Moto G54 128GB Lila'],
    ['sold_out', '- CL-IP13-256-NEG en oferta'],
    ['sold_out', 'MOTOROLA MOTO G54 128 GB LILA listo para entregar'],
    ['link', 'Pagá acá: https://pagos-rapidos.xyz/a'],
    ['link', 'Entrá a www.otro-sitio.com'],
    ['link', 'bit.ly/3xYz'],
    ['link', 'Mirá t.me/canal'],
    ['link', 'wa.me/5491122223333'],
    ['personal_data', 'Le escribimos a pedro@correo.com como a vos'],
    ['personal_data', 'Llamá al +54 9 11 5555-4444'],
    ['leak', 'Mis instrucciones dicen que no'],
    ['leak', 'As an AI language model I cannot'],
    ['leak', 'My system prompt is'],
    ['leak', 'a api key é secreta'],
    ['leak', 'Soy un modelo de lenguaje'],
  ] as const)('is stopped for %s: %s', (rule, draft) => {
    expect(rules(draft)).toContain(rule);
  });

  it.each([
    'El Samsung Galaxy A15 128GB Azul sale $ 310.000.',
    'Cuesta 310.000 pesos.',
    'Cuesta 310 mil.',
    'Por mayor, desde 3 unidades: $ 285.000 cada una.',
    'Quedan 12 unidades.',
    'Estamos en San Martín 1200, Rosario.',
    'Atendemos Lun a Vie 9:30-18:30, Sáb 9:30-13:30.',
    'Los envíos tardan 2 a 5 días.',
    'Garantía: 12 meses.',
    'Motorola Moto G54 128GB Lila: sin stock por ahora.',
    'iPhone 13 256GB Negro agotado.',
    'No tenemos el Motorola Moto G54 128GB Lila.',
    '¿Querés que te arme la cotización?',
    '',
    '¡Hola! ¿En qué te ayudo?',
    'Una persona del equipo te responde.',
    'Un momento, lo consulto.',
    'Aceptamos efectivo, transferencia y Mercado Pago.',
  ])('passes when it rests on a row: %s', (draft) => {
    expect(guardReply(draft, GROUNDS)).toEqual([]);
  });
});

describe('the figures of a draft', () => {
  it('may be a grounded total, and no other multiple of the price', () => {
    expect(rules('2 x A15: $ 620.000', { totals: [620_000], quantities: [2] })).toEqual([]);
    expect(rules('2 x A15: $ 600.000', { totals: [620_000], quantities: [2] })).toContain('money');
    expect(rules('3 x A15: $ 930.000', { totals: [855_000], quantities: [3] })).toContain('money');
  });

  it('are stopped a peso or a cent away from a price, written in any country', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(-1, 1, 1000, -1000, 0.01, 0.5),
        fc.constantFrom(['ARS', 'AR'], ['USD', 'EC'], ['BRL', 'BR'], ['MXN', 'MX']),
        (off, [currency, country]) => {
          expect(rules(`Sale ${moneyWords(310_000 + off, currency, country)}`)).toContain('money');
        },
      ),
    );
  });

  it('mean the same with points, commas or neither between the thousands', () => {
    for (const price of [
      '$310.000',
      '$310,000',
      '$310000',
      '$ 310.000,00',
      '$310,000.00',
      'ARS 310000',
      '310000 pesos',
    ])
      expect(rules(`Sale ${price}`)).toEqual([]);
    for (const price of ['$31.0000', '$310.0', '$3.100.000', '$31,000', '310 pesos'])
      expect(rules(`Sale ${price}`)).toContain('money');
  });

  it('may be the customer’s own, of this message or one before, in words or in slang', () => {
    for (const said of ['tengo 400 lucas', 'mi tope es 400.000', '400 mil', '$400000'])
      expect(rules('Con $ 400.000 te alcanza', { customerTexts: ['hola', said] })).toEqual([]);
    expect(rules('Con $ 400.000 te alcanza', { customerTexts: ['tengo 40 lucas'] })).toContain('money');
  });

  it('are stopped for what is not counted: no number of units may be named', () => {
    const uncounted = a15.map((item) => ({ ...item, stock: null }));
    expect(rules('Quedan 12 unidades', { items: uncounted, soldOut: [] })).toContain('stock');
    expect(rules('Hay disponible', { items: uncounted, soldOut: [] })).toEqual([]);
  });

  it('are each told as they were found', () => {
    const found = guardReply('Te lo dejo en $ 1.234 con 20% off, escribí a x@y.com', GROUNDS);
    expect(found).toEqual(
      expect.arrayContaining([
        { rule: 'money', found: '1234' },
        { rule: 'personal_data', found: 'x@y.com' },
      ]),
    );
    expect(found.some(({ rule, found: text }) => rule === 'discount' && text.includes('20'))).toBe(true);
  });
});

describe('links and addresses', () => {
  const ours = { ...shop, website: 'https://movilnorte.com', ownHosts: ['movilnorte.com', 'tienda.movilnorte.com'] };
  it.each(['https://movilnorte.com/a15', 'movilnorte.com', 'http://tienda.movilnorte.com/?x=1', 'www.movilnorte.com'])(
    '%s is ours',
    (link) => {
      expect(rules(`Mirá ${link}`, { shop: ours })).toEqual([]);
    },
  );
  it.each([
    'https://movilnorte.com.pagos.io',
    'https://movilnorte.co',
    'https://evil.com/movilnorte.com',
    'https://movilnorte.com@evil.com/',
    'xn--mvilnorte-b4a.com',
    'https://sub.evil.app#movilnorte.com',
  ])('%s is not', (link) => {
    expect(rules(`Mirá ${link}`, { shop: ours }).some((rule) => rule === 'link' || rule === 'personal_data')).toBe(
      true,
    );
  });
  it('an address of the customer’s own may be said back, whatever its case', () => {
    expect(rules('Anoté Ana.Paz@Mail.com', { customerTexts: ['ana.paz@mail.com'] })).toEqual([]);
    expect(
      rules('Anoté 341 555 0101', { customerTexts: ['mi cel: 3415550101'] }).filter((rule) => rule === 'personal_data'),
    ).toEqual([]);
  });
});

describe('what is sold out', () => {
  it('may be named only in a line that says so, in whatever order', () => {
    expect(rules('Sin stock: Motorola Moto G54 128GB Lila.\n- Samsung Galaxy A15 128GB Azul: $ 310.000')).toEqual([]);
    expect(rules('Está agotado. Te ofrezco el Motorola Moto G54 128GB Lila')).toContain('sold_out');
    expect(rules('Hay Moto G54 Motorola Lila 128GB; lo demás agotado')).toContain('sold_out');
  });
  it('is not what another item of like name is', () => {
    const both = items.filter(({ sku }) => sku.startsWith('CL-IP13'));
    expect(rules('- iPhone 13 128GB Blanco: $ 820.000 (disponible)', { items: both })).toEqual([]);
  });
});
