import type { MessageContent } from '../../channels/index.js';

type StoredType = MessageContent['type'];

const EVERY_TYPE: Readonly<Record<StoredType, true>> = {
  text: true,
  image: true,
  audio: true,
  video: true,
  document: true,
  sticker: true,
  location: true,
  contacts: true,
  interactive: true,
  template: true,
  reaction: true,
  order: true,
  system: true,
  story_reply: true,
  story_mention: true,
  comment: true,
  call: true,
  unsupported: true,
  note: true,
};

/** What a message is, as it was stored; a new type that is missing here does not compile. */
export const MESSAGE_TYPES = Object.keys(EVERY_TYPE) as StoredType[];
export type MessageTypeView = StoredType;

/** What the thread shows: one that was taken back is only that. */
export const SHOWN_TYPES = [...MESSAGE_TYPES, 'deleted'];
export type ShownTypeView = StoredType | 'deleted';
