import type { LastMessage } from './conversation';

/** Types whose word and sign stand before what they say. The words are `types.<type>` of the namespace. */
const SIGNS = {
  image: '📷',
  video: '🎬',
  audio: '🎤',
  document: '📄',
  sticker: '🩵',
  location: '📍',
  contacts: '👤',
  order: '🛒',
  template: '📋',
  interactive: '🔘',
  reaction: '💬',
  story_reply: '💬',
  story_mention: '💬',
  comment: '💬',
  call: '📞',
  unsupported: '❔',
  deleted: '🚫',
} as const;

export type SignedType = keyof typeof SIGNS;

export const isSigned = (type: string): type is SignedType => type in SIGNS;

/** Types that need their word even when they say something. */
const ALWAYS_NAMED: ReadonlySet<string> = new Set(['location', 'contacts', 'order', 'call', 'unsupported', 'deleted']);

/** What a message is, with its sign: "📷 Foto". Empty for plain words. */
export function typeWord(type: string, word: (type: SignedType) => string): string {
  return isSigned(type) ? `${SIGNS[type]} ${word(type)}` : '';
}

/** One line of a message for lists and quotes: its words, with what it is before them where words alone mislead. */
export function previewLine(message: { type: string; preview: string }, word: (type: SignedType) => string): string {
  const { type, preview } = message;
  if (!isSigned(type)) return preview;
  if (preview === '') return typeWord(type, word);
  if (ALWAYS_NAMED.has(type)) return `${typeWord(type, word)} · ${preview}`;
  return type === 'template' || type === 'interactive' ? preview : `${SIGNS[type]} ${preview}`;
}

export type PreviewAuthor = 'you' | 'assistant' | 'colleague' | 'automation' | 'note' | null;

/** Whose words a list row previews. Null for the customer, who needs no prefix. */
export function previewAuthor(message: LastMessage, me: { name: string }): PreviewAuthor {
  if (message.type === 'note') return 'note';
  if (message.direction === 'in') return null;
  if (message.author === 'assistant') return 'assistant';
  if (message.author !== 'advisor') return 'automation';
  return message.authorName === me.name || message.authorName === null ? 'you' : 'colleague';
}
