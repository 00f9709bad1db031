import { loadIntentModel } from '../understand/intents/model-file.js';
import type { Understanding, UnderstandContext } from '../understand/understand-message.js';
import { understandMessage } from '../understand/understand-message.js';
import { buildShop } from './build-shop.js';

const model = loadIntentModel();

/** The shops of the evaluation set, built once for all tests of a file. */
export const SHOPS = { cel: buildShop('cel'), mue: buildShop('mue'), sus: buildShop('sus') };
export type ShopId = keyof typeof SHOPS;

/** What the assistant makes of a text in a shop, as the first message unless told otherwise. */
export function understandIn(shop: ShopId, text: string, context: Partial<UnderstandContext> = {}): Understanding {
  return understandMessage(model, SHOPS[shop].index, text, { focus: [], asked: null, language: 'es', ...context });
}
