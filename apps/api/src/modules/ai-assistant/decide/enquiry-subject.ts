import { agrees } from '../understand/link-items/item-attributes.js';
import type { IndexedItem, ItemIndex } from '../understand/link-items/item-index.js';
import { readMessage } from '../understand/read-message.js';
import type { Understanding } from '../understand/understand-message.js';
import type { DialogueState } from './dialogue-state.js';

/** The item of the link that brought the customer. */
export interface EnquirySubject {
  readonly itemId: string;
  /** The message that is answered came by the link, rather than one before it. */
  readonly arrives: boolean;
}

/** A customer who names nothing speaks of the link's item: at once when they come by it, later only while nothing else was spoken of. */
export function startFromSubject(
  index: ItemIndex,
  state: DialogueState,
  subject: EnquirySubject | undefined,
): DialogueState {
  const entry = entryOf(index, subject);
  if (!entry || !subject) return state;
  const spokenOf = state.focus.length > 0 || state.cart.length > 0;
  return spokenOf && !subject.arrives ? state : { ...state, focus: [entry.item.sku], shown: [] };
}

/** The link's text says the item's name, in full or in part: whatever else those words fit is not meant. */
export function narrowToSubject(
  index: ItemIndex,
  read: Understanding,
  subject: EnquirySubject | undefined,
): Understanding {
  const entry = subject?.arrives === true ? entryOf(index, subject) : undefined;
  if (!entry || !read.skus.includes(entry.item.sku) || !saysOnlyItsName(entry, read)) return read;
  const own = read.linked.mentions.find(({ items }) => items.some(({ sku }) => sku === entry.item.sku));
  if (!own) return read;
  const skus = [entry.item.sku];
  return { ...read, skus, linked: { ...read.linked, skus, mentions: [{ ...own, items: [entry.item] }] } };
}

function saysOnlyItsName(entry: IndexedItem, { linked, message }: Understanding): boolean {
  const name = new Set(readMessage(entry.item.name).tokens.map(({ norm }) => norm));
  const named = linked.mentions.every(({ terms }) =>
    terms.every(({ from, to }) => message.tokens.slice(from, to).every(({ norm }) => name.has(norm))),
  );
  return named && linked.attributes.every((asked) => agrees(entry.attributes, asked) !== false);
}

const entryOf = (index: ItemIndex, subject: EnquirySubject | undefined): IndexedItem | undefined =>
  subject && index.items.find(({ item }) => item.id === subject.itemId);
