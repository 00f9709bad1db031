import { describe, expect, it } from '@jest/globals';

import type { Turn } from './answer-turn.js';
import { answerTurn } from './answer-turn.js';
import type { DialogueState } from './decide/dialogue-state.js';
import { NEW_DIALOGUE } from './decide/dialogue-state.js';
import { buildShop } from './testing/build-shop.js';
import { loadIntentModel } from './understand/intents/model-file.js';

const model = loadIntentModel();
const shops = { cel: buildShop('cel'), mue: buildShop('mue'), sus: buildShop('sus') };

function talk(id: keyof typeof shops, ...texts: string[]): Turn[] {
  let state: DialogueState = NEW_DIALOGUE;
  return texts.map((text, at) => {
    const turn = answerTurn({
      model,
      index: shops[id].index,
      shop: shops[id].shop,
      state,
      text,
      earlierTexts: texts.slice(0, at),
      owner: 'assistant',
    });
    state = JSON.parse(JSON.stringify(turn.decision.state)) as DialogueState;
    return turn;
  });
}
const last = (id: keyof typeof shops, ...texts: string[]): Turn => {
  const turn = talk(id, ...texts).at(-1);
  if (!turn) throw new Error('no turn');
  return turn;
};

describe('first contact', () => {
  it('says that it is an automatic assistant, once', () => {
    const [first, second] = talk('cel', 'hola', 'cuánto sale el a15?');
    expect(first?.reply).toContain('asistente automático');
    expect(second?.reply).not.toContain('asistente automático');
  });
  it('speaks as the country and the customer do', () => {
    expect(last('cel', 'hola').reply).toContain('¿Qué producto estás buscando?');
    expect(last('cel', 'hola', 'cuánto sale el a15?').reply).toContain('Querés');
    expect(last('mue', 'hola', 'cuánto vale el ropero?').reply).toContain('Quieres');
    expect(last('cel', 'oi, bom dia').reply).toContain('assistente automático');
    expect(last('cel', 'hi, how much is the s23?').reply).toContain('automatic assistant');
  });
});

describe('sales', () => {
  it('gives retail and wholesale price of the item asked about', () => {
    const { reply } = last('cel', 'cuánto sale el a15?');
    expect(reply).toContain('$\u00a0310.000');
    expect(reply).toContain('$\u00a0285.000');
  });
  it('asks which when several fit, and remembers the wish to buy', () => {
    const [first, second] = talk('cel', 'quiero comprar un samsung', 'el a15');
    expect(first?.decision.question).toBe('variant');
    expect(first?.decision.quote).toBeNull();
    expect(second?.decision.quote?.lines).toMatchObject([{ sku: 'CL-A15-128-AZU', quantity: 1, unitPrice: 310_000 }]);
  });
  it('says that something is sold out and offers what can be had', () => {
    const { reply } = last('cel', 'hay moto g54?');
    expect(reply).toMatch(/Motorola Moto G54 128GB Lila: sin stock/);
    expect(reply).toContain('Samsung Galaxy A15');
  });
  it('says how many there are when more are asked for, and quotes no more', () => {
    const turn = last('cel', 'quiero 5 play 5');
    expect(turn.reply).toContain('quedan 2');
    expect(turn.decision.quote).toBeNull();
  });
  it('quotes wholesale from the minimum on', () => {
    expect(last('mue', 'cotíceme 6 sillas ejecutivas').decision.quote).toMatchObject({
      total: 714,
      lines: [{ unitPrice: 119, quantity: 6 }],
    });
    expect(last('mue', 'cotíceme 5 sillas ejecutivas').decision.quote).toMatchObject({
      total: 725,
      lines: [{ unitPrice: 145, quantity: 5 }],
    });
  });
  it('changes the order as the customer does', () => {
    const turns = talk(
      'mue',
      'quiero la silla ejecutiva',
      'mejor que sean 2',
      'agregale un velador',
      'quita el velador',
      'al final no lo quiero',
    );
    expect(turns.map((turn) => turn.decision.state.cart.map((line) => `${line.quantity} ${line.sku}`).join())).toEqual([
      '1 SI-EJE-NEG',
      '2 SI-EJE-NEG',
      '2 SI-EJE-NEG,1 VE-2C-NOG',
      '2 SI-EJE-NEG',
      '',
    ]);
    expect(turns.at(-1)?.decision.quote).toBeNull();
  });
  it('gives no discount, whatever is offered', () => {
    const turn = last('mue', 'cuánto el escritorio gamer', 'me lo deja en 100?');
    expect(turn.reply).not.toMatch(/listo|te lo dejo/i);
    expect(turn.decision.quote).toBeNull();
  });
  it('"sí" takes the offer of a quote', () => {
    expect(last('cel', 'precio del a15', 'sí').decision.quote?.total).toBe(310_000);
  });
  it('"no, gracias" declines it and says goodbye', () => {
    const turn = last('cel', 'precio del a15', 'no, gracias');
    expect(turn.decision).toMatchObject({ intent: 'thanks_closing', quote: null });
  });
  it('makes a hot lead of contact, item and wish to buy', () => {
    expect(last('cel', 'me llevo el a15', 'Soy Pedro, pedro@mail.com').decision).toMatchObject({
      action: 'create_lead',
      quality: 'hot',
      createLead: true,
    });
    expect(last('cel', 'hola').decision).toMatchObject({ quality: 'cold' });
  });
});

describe('handing over', () => {
  it.each([
    ['cel', 'pasame con una persona', 'human_request'],
    ['cel', 'me llegó roto el s23, son unos estafadores', 'complaint'],
    ['cel', 'el a15 que compré no enciende, está en garantía', 'warranty_claim'],
    ['cel', 'URGENTE', 'urgent'],
  ] as const)('%s: %s', (shop, text, reason) => {
    const { decision, reply } = last(shop, text);
    expect(decision.escalation?.reason).toBe(reason);
    expect(decision.action).toBe('transfer_to_support');
    expect(reply).toMatch(/persona del equipo/);
  });
  it.each(['cuánta garantía tiene el s23?', 'necesito urgente el precio del a15', 'tenés el s23?', 'gracias', 'hola'])(
    '"%s" stays with the assistant',
    (text) => {
      expect(last('cel', text).decision.escalation).toBeNull();
    },
  );
  it('does not make a case a lead, nor repeat itself', () => {
    const turns = talk('sus', 'se me cayó la cuenta de netflix', 'me siguen sin solucionar nada');
    expect(turns[0]?.decision.createLead).toBe(false);
    expect(turns[1]?.reply).not.toBe(turns[0]?.reply);
  });
  it('is silent while a person has the conversation', () => {
    const turn = answerTurn({ model, ...shops.cel, state: NEW_DIALOGUE, text: 'precio del a15', owner: 'person' });
    expect(turn).toMatchObject({ reply: '', decision: { action: 'stay_silent' } });
  });
});

describe('opting out', () => {
  it('is confirmed once, and makes no lead', () => {
    const [first, second] = talk('cel', 'no me manden más mensajes', 'stop');
    expect(first?.decision).toMatchObject({ optOut: true, createLead: false });
    expect(first?.reply).toContain('no te vamos a escribir más');
    expect(second?.reply).toBe('');
  });
});

describe('closing', () => {
  it('says goodbye in full only once', () => {
    const [, first, second] = talk('cel', 'hola', 'gracias!', 'muchas gracias, chau');
    expect(first?.reply.length).toBeGreaterThan(10);
    expect(second?.reply.length).toBeLessThan(5);
  });
});

describe('the shop', () => {
  it.each([
    ['dónde están?', 'San Martín 1200'],
    ['hasta qué hora atienden?', '9:30-18:30'],
    ['hacen envíos a Salta?', '2 a 5 días'],
    ['aceptan transferencia?', 'Mercado Pago'],
    ['qué garantía dan?', '12 meses'],
  ])('%s', (text, answer) => {
    expect(last('cel', text).reply).toContain(answer);
  });
});

describe('state', () => {
  it('is plain JSON and the same turn gives the same answer', () => {
    const one = last('cel', 'hola', 'quiero el a15', 'soy Ana');
    const other = last('cel', 'hola', 'quiero el a15', 'soy Ana');
    expect(one.reply).toBe(other.reply);
    expect(JSON.parse(JSON.stringify(one.decision.state))).toEqual(one.decision.state);
  });
});
