import type { ThreadLine } from '../../conversations/index.js';

const WITH_WORDS = new Set(['text', 'interactive', 'image', 'video', 'story_reply']);

/** A customer's message that says something in words: text, a caption, a button or an entry of a list. */
export function isReadable({ direction, type, text }: Pick<ThreadLine, 'direction' | 'type' | 'text'>): boolean {
  return direction === 'in' && WITH_WORDS.has(type) && text !== null && text.trim() !== '';
}
