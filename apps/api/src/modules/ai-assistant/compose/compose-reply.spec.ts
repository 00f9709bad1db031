import { describe, expect, it } from '@jest/globals';

import type { Decision, Question, Topic } from '../decide/decision.js';
import { type DialogueState, NEW_DIALOGUE } from '../decide/dialogue-state.js';
import type { Voice } from '../ground/shop-facts.js';
import { SHOPS, type ShopId } from '../testing/understand-in.js';
import { composeReply, safeReply } from './compose-reply.js';

const BASE: Decision = {
  action: 'answer',
  intent: 'price_query',
  topics: [],
  question: null,
  escalation: null,
  quality: 'warm',
  completeness: 0,
  createLead: true,
  quote: null,
  optOut: false,
  state: NEW_DIALOGUE,
  because: 'test',
};
interface Told {
  voice?: Voice;
  question?: Question;
  before?: Partial<DialogueState>;
  after?: Partial<DialogueState>;
}

function compose(
  shop: ShopId,
  topics: readonly Topic[],
  { voice = 'es-neutral', question = null, before = { greeted: true }, after = {} }: Told = {},
): string {
  const { shop: facts, index } = SHOPS[shop];
  return composeReply(
    {
      voice,
      shop: facts,
      items: index.bySku,
      categories: ['Celulares', 'Fundas'],
      before: { ...NEW_DIALOGUE, ...before },
    },
    { ...BASE, topics, question, state: { ...NEW_DIALOGUE, ...after } },
  );
}

describe('a reply', () => {
  it('introduces itself first, once, and not when it greets', () => {
    expect(compose('cel', [{ kind: 'warranty' }], { before: {} }).split('\n')[0]).toBe(
      'Soy el asistente automático de Móvil Norte.',
    );
    expect(compose('cel', [{ kind: 'warranty' }])).not.toContain('asistente');
    expect(compose('cel', [{ kind: 'greeting' }], { before: {} }).match(/asistente/g)).toHaveLength(1);
  });

  it('greets by the first name, and again without presenting itself', () => {
    expect(compose('cel', [{ kind: 'greeting' }], { before: {}, after: { slots: { name: 'Ana Paz' } } })).toMatch(
      /^¡Hola, Ana!/,
    );
    expect(compose('cel', [{ kind: 'greeting' }])).not.toContain('Móvil Norte');
  });

  it('says goodbye in full, then in one sign', () => {
    expect(compose('cel', [{ kind: 'thanks' }])).toContain('Gracias a ti');
    expect(compose('cel', [{ kind: 'thanks' }], { before: { greeted: true, saidGoodbye: true } })).toBe('🙌');
  });

  it.each([
    ['es-rioplatense', '- Samsung Galaxy A15 128GB Azul: $\u00a0310.000 (disponible)'],
    ['pt-BR', '- Samsung Galaxy A15 128GB Azul: $\u00a0310.000 (disponível)'],
    ['en', '- Samsung Galaxy A15 128GB Azul: $\u00a0310.000 (available)'],
  ] as const)('lists an item in %s', (voice, line) => {
    expect(compose('cel', [{ kind: 'items', skus: ['CL-A15-128-AZU'], show: 'list' }], { voice })).toContain(line);
  });

  it('tells wholesale with a price, the count with a question for stock, and neither with a list', () => {
    const shown = (show: 'list' | 'price' | 'stock'): string =>
      compose('cel', [{ kind: 'items', skus: ['CL-A15-128-AZU'], show }]);
    expect(shown('price')).toContain('Por mayor (desde 3 unidades): $\u00a0285.000');
    expect(shown('price')).not.toContain('Quedan');
    expect(shown('stock')).toContain('Quedan 12 unidades.');
    expect(shown('list')).not.toMatch(/Quedan|Por mayor/);
  });

  it('counts one unit as one', () => {
    expect(compose('mue', [{ kind: 'items', skus: ['SF-MAN-ESQ-BEI'], show: 'stock' }])).toContain('Queda 1 unidad.');
  });

  it('heads several items as several', () => {
    const reply = compose('cel', [{ kind: 'items', skus: ['CL-A15-128-AZU', 'CL-RN13-256-CEL'], show: 'price' }]);
    expect(reply.split('\n')).toHaveLength(3);
    expect(reply).toMatch(/^Te paso los precios:/);
  });

  it.each([
    ['es-neutral', 'sin stock por ahora', 'En su lugar'],
    ['pt-BR', 'esgotado', 'No lugar'],
    ['en', 'out of stock', 'Instead'],
  ] as const)('says in %s that something is sold out, and what there is instead', (voice, gone, instead) => {
    const reply = compose('cel', [{ kind: 'sold_out', sku: 'CL-G54-128-LIL', alternatives: ['CL-A15-128-AZU'] }], {
      voice,
    });
    expect(reply).toContain(`Motorola Moto G54 128GB Lila: ${gone}`);
    expect(reply).toContain(instead);
    expect(reply).toContain('310.000');
    expect(
      compose('cel', [{ kind: 'sold_out', sku: 'CL-G54-128-LIL', alternatives: [] }], { voice }).split('\n'),
    ).toHaveLength(1);
  });

  it('never writes a sold-out item as one on offer, even in a list', () => {
    const reply = compose('cel', [{ kind: 'items', skus: ['CL-A15-128-AZU', 'CL-G54-128-LIL'], show: 'list' }]);
    expect(reply).toContain('Lila: sin stock');
    expect(reply).not.toContain('335.000');
  });

  it('says how many there are when more are asked for', () => {
    const reply = compose('cel', [{ kind: 'not_enough', sku: 'PS5-SLIM', asked: 9 }]);
    expect(reply).toContain('9');
    expect(reply).toContain('quedan 2');
  });

  it('adds up a line at the price of its number', () => {
    expect(compose('mue', [{ kind: 'line_total', sku: 'SI-EJE-NEG', quantity: 5 }])).toContain('$725 ($145 cada una)');
    expect(compose('mue', [{ kind: 'line_total', sku: 'SI-EJE-NEG', quantity: 6 }])).toContain('$714 ($119 cada una)');
    expect(compose('sus', [{ kind: 'line_total', sku: 'NF-4K-1', quantity: 3 }])).toContain(
      'US$\u00a014,70 (US$\u00a04,90 cada una)',
    );
  });

  it('writes a quote: a line each, then the total', () => {
    const lines = [
      { sku: 'VE-2C-NOG', name: 'Velador 2 cajones Nogal', quantity: 2, unitPrice: 95, total: 190 },
      { sku: 'ES-GAM-NEG', name: 'Escritorio gamer Negro', quantity: 1, unitPrice: 210, total: 210 },
    ];
    const reply = compose('mue', [{ kind: 'quote', quote: { lines, total: 400, currency: 'USD' } }]).split('\n');
    expect(reply.slice(1)).toEqual([
      '- 2 x Velador 2 cajones Nogal: $95',
      '- 1 x Escritorio gamer Negro: $210',
      'Total: $400',
    ]);
  });

  it.each(['complaint', 'human_request', 'warranty_claim', 'urgent', 'bulk_order', 'order_status'] as const)(
    'says in every voice that a person takes over for %s, differently the second time',
    (reason) => {
      for (const voice of ['es-rioplatense', 'es-neutral', 'pt-BR', 'en'] as const) {
        const first = compose('cel', [{ kind: 'hand_over', reason, again: false }], { voice });
        expect(first).toMatch(/una persona|pessoa|a person/i);
        expect(compose('cel', [{ kind: 'hand_over', reason, again: true }], { voice })).not.toBe(first);
      }
    },
  );

  it('tells of features what the data sheet says, else that it asks', () => {
    expect(compose('cel', [{ kind: 'features', skus: ['CL-A15-128-AZU'] }])).toContain('128GB, Azul');
    expect(compose('sus', [{ kind: 'features', skus: ['W11-KEY'] }])).toContain('lo consulto con el equipo');
  });

  it('answers a frequent question word for word', () => {
    const { shop, index } = SHOPS.cel;
    const facts = {
      voice: 'es-neutral' as const,
      items: index.bySku,
      categories: [],
      before: { ...NEW_DIALOGUE, greeted: true },
    };
    const faq = [{ id: 'f1', question: '¿Trae cargador?', answer: 'Sí, trae cargador.' }];
    expect(composeReply({ ...facts, shop: { ...shop, faq } }, { ...BASE, topics: [{ kind: 'faq', id: 'f1' }] })).toBe(
      'Sí, trae cargador.',
    );
    expect(composeReply({ ...facts, shop: { ...shop, faq } }, { ...BASE, topics: [{ kind: 'faq', id: 'f2' }] })).toBe(
      '',
    );
  });

  it.each([
    ['interest', '¿Qué producto estás buscando?'],
    ['variant', '¿Cuál prefieres?'],
    ['name', '¿Me das tu nombre'],
    ['budget', '¿Tienes un presupuesto'],
    ['quantity', '¿Cuántas unidades'],
    ['quote', '¿Quieres que te prepare'],
    ['details', '¿Cuál te interesa'],
    ['payment', 'efectivo, transferencia y Mercado Pago'],
  ] as const)('ends by asking for the %s', (question, words) => {
    expect(
      compose('cel', [{ kind: 'warranty' }], { question })
        .split('\n')
        .at(-1),
    ).toContain(words);
  });

  it('asks nothing that sells while a person has the case', () => {
    const asks = (question: Question): number =>
      compose('cel', [{ kind: 'warranty' }], { question, before: { greeted: true, escalated: true } }).split('\n')
        .length;
    expect(asks('quote')).toBe(1);
    expect(asks('budget')).toBe(1);
    expect(asks('name')).toBe(2);
  });

  it('falls back on words that promise nothing', () => {
    for (const voice of ['es-rioplatense', 'es-neutral', 'pt-BR', 'en'] as const)
      expect(safeReply(voice)).not.toMatch(/\d|\$/);
  });

  it('leaves out items that are gone from the catalogue', () => {
    expect(compose('cel', [{ kind: 'items', skus: ['NOPE'], show: 'list' }])).toBe('');
    expect(compose('cel', [{ kind: 'sold_out', sku: 'NOPE', alternatives: ['NOPE-2'] }])).toBe('');
  });
});
