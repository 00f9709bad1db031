import type { MessageContent } from '../../channels/index.js';

const LONGEST = 160;

/** The words of a message that are searched and previewed: what it says, never what it is. Null when it says nothing. */
export function wordsOf(content: MessageContent): string | null {
  switch (content.type) {
    case 'text':
    case 'note':
    case 'comment':
    case 'template':
    case 'system':
      return content.text;
    case 'image':
    case 'video':
    case 'document':
      return content.caption ?? (content.type === 'document' ? (content.fileName ?? null) : null);
    case 'interactive':
      return interactiveWords(content);
    case 'location':
      return [content.name, content.address].filter(Boolean).join(', ') || null;
    case 'contacts':
      return content.contacts.map(({ name }) => name).join(', ') || null;
    case 'order':
    case 'story_reply':
    case 'story_mention':
      return content.text ?? null;
    default:
      return null;
  }
}

function interactiveWords(content: Extract<MessageContent, { type: 'interactive' }>): string | null {
  if ('title' in content) return content.title;
  if ('body' in content) return content.body ?? null;
  return 'text' in content ? (content.text ?? null) : null;
}

/** One line for lists. The panel puts the word for a photo or a voice note before it. */
export function previewOf(content: MessageContent): string {
  const words = wordsOf(content)?.replace(/\s+/g, ' ').trim() ?? '';
  const cut = Array.from(words);
  return cut.length > LONGEST ? `${cut.slice(0, LONGEST - 1).join('')}…` : words;
}
