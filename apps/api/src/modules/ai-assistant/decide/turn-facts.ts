import type { ShopFacts } from '../ground/shop-facts.js';
import type { Intent } from '../understand/intents/intent.js';
import type { ItemIndex } from '../understand/link-items/item-index.js';
import type { Slots } from '../understand/slots/extract-slots.js';
import type { Understanding } from '../understand/understand-message.js';
import type { CartLine, Quote } from './cart.js';
import type { Chosen } from './choose-items.js';
import type { Escalation } from './decision.js';
import type { DialogueState } from './dialogue-state.js';
import type { Purchase } from './read-purchase.js';
import type { Focus } from './resolve-focus.js';

/** Everything the choice of topics, question and action looks at. */
export interface TurnFacts {
  readonly index: ItemIndex;
  readonly shop: ShopFacts;
  readonly state: DialogueState;
  readonly read: Understanding;
  readonly intents: readonly Intent[];
  readonly focus: Focus;
  readonly chosen: Chosen;
  readonly purchase: Purchase;
  readonly cart: readonly CartLine[];
  readonly quote: Quote | null;
  readonly slots: Slots;
  /** Slots that this message gave or changed. */
  readonly news: readonly (keyof Slots)[];
  readonly escalation: Escalation | null;
  readonly injected: boolean;
}
