import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { answerTurn, type Turn } from './answer-turn.js';
import { type DialogueState, NEW_DIALOGUE } from './decide/dialogue-state.js';
import { unitPrice } from './decide/cart.js';
import { isAvailable } from './ground/catalogue-item.js';
import { moneyAmounts, numbersIn, sameAmount } from './guard/figures.js';
import type { TestShop } from './testing/build-shop.js';
import { anyShop, talkIn } from './testing/shop-arbitrary.js';
import { loadIntentModel } from './understand/intents/model-file.js';
import { fold } from './understand/text/clean-text.js';

const model = loadIntentModel();
const SAYS_SO = /sin stock|agotad|esgotad|out of stock|no (?:hay|tenemos|quedan)|nao temos|not available/;

function talk({ index, shop }: TestShop, texts: readonly string[]): Turn[] {
  let state: DialogueState = NEW_DIALOGUE;
  return texts.map((text, at) => {
    const turn = answerTurn({ model, index, shop, state, text, earlierTexts: texts.slice(0, at), owner: 'assistant' });
    state = turn.decision.state;
    return turn;
  });
}

/** Runs what must hold of every turn of every talk in any shop. */
function inAnyTalk(holds: (shop: TestShop, turn: Turn, texts: readonly string[]) => void): void {
  const talks = anyShop.chain((shop) => talkIn(shop).map((texts) => ({ shop, texts })));
  fc.assert(
    fc.property(talks, ({ shop, texts }) => {
      talk(shop, texts).forEach((turn, at) => holds(shop, turn, texts.slice(0, at + 1)));
    }),
    { numRuns: 120 },
  );
}

describe('whatever a customer says in whatever shop', () => {
  it('no reply holds a price that is neither of the catalogue, nor the quote, nor the customer’s own', () => {
    inAnyTalk(({ items, shop }, turn, texts) => {
      const prices = items.flatMap(({ priceRetail, priceWholesale }) => [priceRetail, priceWholesale ?? priceRetail]);
      const multiples = items.flatMap((item) =>
        Array.from(
          { length: 60 },
          (_, at) => Math.round(unitPrice(item, at + 1, shop.wholesaleMinQty) * (at + 1) * 100) / 100,
        ),
      );
      const quote = turn.decision.quote ? [turn.decision.quote.total] : [];
      const theirs = texts.flatMap(numbersIn).flatMap((figure) => [figure, figure * 1000]);
      const allowed = [...prices, ...multiples, ...quote, ...theirs];
      for (const amount of moneyAmounts(turn.reply)) expect(allowed.some((one) => sameAmount(one, amount))).toBe(true);
    });
  });

  it('an item without stock is only named as sold out', () => {
    inAnyTalk(({ items }, turn) => {
      const lines = turn.reply.split('\n').map(fold);
      for (const item of items.filter((one) => !isAvailable(one)))
        for (const line of lines.filter((one) => one.includes(fold(item.name)))) expect(line).toMatch(SAYS_SO);
    });
  });

  it('a quote holds only what can be had in that number, at the price of that number, and adds up', () => {
    inAnyTalk(({ index, shop }, { decision: { quote } }) => {
      let total = 0;
      for (const line of quote?.lines ?? []) {
        const item = index.bySku.get(line.sku);
        expect(item?.stock ?? line.quantity).toBeGreaterThanOrEqual(line.quantity);
        expect(line.unitPrice).toBe(item && unitPrice(item, line.quantity, shop.wholesaleMinQty));
        total += line.unitPrice * line.quantity;
      }
      if (quote) expect(quote.total).toBeCloseTo(total, 2);
    });
  });

  it('no reply grants a discount or repeats an instruction', () => {
    inAnyTalk((_, { reply }) => {
      expect(reply).not.toMatch(/\d\s*%|por ciento|gratis|free of charge/i);
      expect(fold(reply)).not.toMatch(/tus reglas|instruccion|prompt/);
    });
  });

  it('there is an answer, the same for the same state, and its state survives JSON', () => {
    inAnyTalk((shop, turn, texts) => {
      if (!turn.decision.because.endsWith('third time')) expect(turn.reply.trim()).not.toBe('');
      expect(JSON.parse(JSON.stringify(turn.decision.state))).toEqual(turn.decision.state);
      if (texts.length === 1) expect(talk(shop, texts)[0]?.reply).toBe(turn.reply);
    });
  });

  it('what is spoken of is always of the shop', () => {
    inAnyTalk(({ index }, { understanding, decision }) => {
      const known = [...decision.state.focus, ...decision.state.shown, ...decision.state.recent, ...understanding.skus];
      for (const sku of [...known, ...decision.state.cart.map((line) => line.sku)])
        expect(index.bySku.has(sku)).toBe(true);
    });
  });

  it('completeness and quality tell the same story', () => {
    inAnyTalk((_, { decision: { quality, completeness, state } }) => {
      expect(completeness).toBeGreaterThanOrEqual(0);
      expect(completeness).toBeLessThanOrEqual(100);
      if (quality === 'hot') {
        expect(completeness).toBeGreaterThanOrEqual(85);
        expect(state.slots.name ?? state.slots.email).toBeDefined();
      }
      if (quality === 'cold') expect(state.wantsToBuy).toBe(false);
    });
  });
});
