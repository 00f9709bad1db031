import { describe, expect, it } from '@jest/globals';
import type { MessageContent } from '../../channels/index.js';
import { previewOf, wordsOf } from './message-preview.js';

describe('words of a message', () => {
  it.each<[MessageContent, string | null]>([
    [{ type: 'text', text: 'hola' }, 'hola'],
    [{ type: 'image', caption: 'la sala' }, 'la sala'],
    [{ type: 'image' }, null],
    [{ type: 'document', fileName: 'oferta.pdf' }, 'oferta.pdf'],
    [{ type: 'audio', voice: true }, null],
    [{ type: 'interactive', kind: 'button_reply', id: '1', title: 'Ver precios' }, 'Ver precios'],
    [{ type: 'interactive', kind: 'buttons', body: '¿Qué buscas?', buttons: [] }, '¿Qué buscas?'],
    [{ type: 'location', latitude: 0, longitude: 0, name: 'Centro', address: 'Av. 1' }, 'Centro, Av. 1'],
    [{ type: 'contacts', contacts: [{ name: 'Ana', phones: [], emails: [] }] }, 'Ana'],
    [{ type: 'reaction', targetProviderMessageId: 'x', emoji: '👍' }, null],
  ])('%j says %j', (content, words) => {
    expect(wordsOf(content)).toBe(words);
  });

  it('is one short line, cut between whole characters', () => {
    const preview = previewOf({ type: 'text', text: `uno\n\n dos ${'👍🏽'.repeat(200)}` });
    expect(preview.startsWith('uno dos')).toBe(true);
    expect(Array.from(preview)).toHaveLength(160);
    expect(preview.endsWith('…')).toBe(true);
    expect(encodeURIComponent(preview)).not.toHaveLength(0);
  });
});
