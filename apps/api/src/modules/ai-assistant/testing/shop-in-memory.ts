import { answerTurn, type Turn } from '../answer-turn.js';
import { type DialogueState, NEW_DIALOGUE } from '../decide/dialogue-state.js';
import type { OpenShop } from '../evaluation/shop-under-test.js';
import { loadIntentModel } from '../understand/intents/model-file.js';
import { buildItemIndex } from '../understand/link-items/item-index.js';

const model = loadIntentModel();

/** A shop without a database: the pipeline alone. */
export const openInMemory: OpenShop = (facts, products) => {
  const index = buildItemIndex(products.map(({ shop: _, ...product }) => ({ ...product, id: product.sku })));
  const answer = (state: DialogueState, text: string, earlierTexts: readonly string[]): Turn =>
    answerTurn({ model, index, shop: facts, state, text, earlierTexts, owner: 'assistant' });
  return Promise.resolve({
    current: () => Promise.resolve({ index, facts }),
    answer: (text) => Promise.resolve(answer(NEW_DIALOGUE, text, [])),
    begin: () => {
      let state = NEW_DIALOGUE;
      const said: string[] = [];
      return Promise.resolve({
        say: (text) => {
          const turn = answer(state, text, said);
          state = turn.decision.state;
          said.push(text);
          return Promise.resolve(turn);
        },
      });
    },
    skuOf: (sku) => sku,
  });
};
