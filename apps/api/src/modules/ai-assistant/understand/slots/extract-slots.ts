import type { ItemIndex } from '../link-items/item-index.js';
import type { LinkedMessage } from '../link-items/link-items.js';
import type { ReadMessage } from '../read-message.js';
import { readCity } from './city.js';
import { readEmail, readName, readPhone } from './contact.js';
import type { ItemSlots } from './item-slots.js';
import { readItemSlots } from './item-slots.js';
import { readBudget } from './money.js';
import { readOrder } from './order.js';
import { readQuantity } from './quantity.js';
import { isUrgent } from './urgency.js';

/** What the customer has said of himself and of what he wants. Money in the shop's currency, duration in months. */
export interface Slots extends ItemSlots {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly city?: string;
  readonly budget?: number;
  readonly quantity?: number;
  readonly urgency?: 'high';
  readonly order?: string;
}

/** What the last reply asked for. */
export type Asked = 'name' | 'budget' | 'variant' | 'quantity' | 'city' | 'interest' | 'quote' | null;

export interface SlotContext {
  readonly focus: readonly string[];
  readonly asked: Asked;
}

/** Reads every slot of one message; absent keys were not said. */
export function extractSlots(
  index: ItemIndex,
  message: ReadMessage,
  linked: LinkedMessage,
  context: SlotContext,
): Slots {
  const asksName = context.asked === 'name' && linked.mentions.length === 0;
  const read = {
    name: readName(message, asksName),
    email: readEmail(message),
    phone: readPhone(message),
    city: readCity(message, (word) => index.weight.has(word)),
    budget: readBudget(message, context.asked === 'budget'),
    quantity: readQuantity(message, linked, context.focus.length > 0),
    urgency: isUrgent(message) ? ('high' as const) : null,
    order: readOrder(message),
    ...readItemSlots(index, message, linked, context.focus),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== null));
}
