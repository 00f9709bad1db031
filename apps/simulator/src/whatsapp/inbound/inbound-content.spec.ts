import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { phoneMessageSchema } from '../../phone/phone-message.js';
import type { PhoneAction } from '../../phone/thread-message.js';
import { inboundContent, type InboundParts } from './inbound-content.js';

const FIXTURES = new URL('../../../../api-e2e/fixtures/whatsapp/inbound/', import.meta.url);

/** The typed part of a recorded message. */
function recorded(name: string): Record<string, unknown> {
  const message = JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8')).entry[0].changes[0].value.messages[0];
  return Object.fromEntries(
    Object.entries(message).filter(([key]) => key === 'type' || key === message.type || key === 'errors'),
  );
}
const lucia = { name: 'Sam R', waId: '447700900123', userId: 'GB.1', username: null };

function written(json: object, over: Partial<InboundParts> = {}): Record<string, unknown> {
  return inboundContent(phoneMessageSchema.parse(json), { person: lucia, media: null, tapped: null, ...over });
}
const tapped = (
  kind: PhoneAction['kind'],
  id: string,
  title: string,
  description: string | null = null,
): { tapped: PhoneAction } => ({
  tapped: { kind, id, title, description, url: null, section: null },
});
const target = 'wamid.HBgNZml4dHVyZS1vdXQtNzc=';

describe('inboundContent', () => {
  it.each([
    ['01_text.json', written({ type: 'text', text: 'Hola, ¿tienen stock? 🙏' })],
    ['17_location_current.json', written({ type: 'location', latitude: -34.603722, longitude: -58.381592 })],
    ['20_contacts_phone_shared.json', { ...written({ type: 'share_contact' }) }],
    [
      '21_interactive_button_reply.json',
      written({ type: 'button' }, tapped('reply', 'book:2026-12-01T10', 'Book 10:00')),
    ],
    [
      '22_interactive_list_reply.json',
      written({ type: 'list' }, tapped('row', 'priority_express', 'Priority Express', 'Next day')),
    ],
    [
      '25_button_template_quick_reply.json',
      written({ type: 'button' }, tapped('quick_reply', 'confirm:ord-881', 'Confirm')),
    ],
    ['26_reaction.json', written({ type: 'reaction', messageId: target, emoji: '😮' })],
    ['27_reaction_removed_empty.json', written({ type: 'reaction', messageId: target, emoji: '' })],
    ['33_unsupported_131051.json', written({ type: 'unsupported' })],
    [
      '36_edit.json',
      written({ type: 'edit', messageId: 'wamid.HBgNZml4dHVyZS0wMQ==', text: 'Hola, tienen stock del azul?' }),
    ],
    ['37_revoke.json', written({ type: 'revoke', messageId: 'wamid.HBgNZml4dHVyZS0wMQ==' })],
    [
      '29_order.json',
      written({
        type: 'order',
        text: 'sin cebolla',
        items: [
          { sku: 'SKU-1', quantity: 2, price: 30, currency: 'USD' },
          { sku: 'SKU-2', quantity: 1, price: 9.5, currency: 'USD' },
        ],
      }),
    ],
    [
      '23_interactive_nfm_reply.json',
      written({ type: 'flow', response: { flow_token: 'tok-9', email: 'ana@example.com', budget: '5000' } }),
    ],
  ])('writes what was recorded in %s', (name, content) => {
    const expected = recorded(name);
    if (name.startsWith('20_'))
      Object.assign((expected.contacts as object[])[0] ?? {}, {
        vcard: expect.stringContaining('TEL;type=CELL;waid=447700900123'),
      });
    expect(content).toEqual(expected);
  });

  it('carries files with type, hash, id and address', () => {
    const file = {
      id: '1',
      bytes: Buffer.from('x'),
      mimeType: 'audio/ogg; codecs=opus',
      fileName: 'nota.ogg',
      sha256: { hex: 'h', base64: 'b' },
    };
    const media = { media: { file, url: 'http://a/b' } };
    const carried = { mime_type: 'audio/ogg; codecs=opus', sha256: 'b', id: '1', url: 'http://a/b' };
    expect(written({ type: 'voice' }, media)).toEqual({ type: 'audio', audio: { ...carried, voice: true } });
    expect(written({ type: 'audio' }, media)).toEqual({ type: 'audio', audio: { ...carried, voice: false } });
    expect(written({ type: 'image', caption: 'mira' }, media)).toEqual({
      type: 'image',
      image: { ...carried, caption: 'mira' },
    });
    expect(written({ type: 'video' }, media)).toEqual({ type: 'video', video: carried });
    expect(written({ type: 'document' }, media)).toEqual({
      type: 'document',
      document: { ...carried, filename: 'nota.ogg' },
    });
    expect(written({ type: 'sticker' }, media)).toEqual({ type: 'sticker', sticker: { ...carried, animated: false } });
  });

  it('lets a test tap what no bubble shows', () => {
    expect(written({ type: 'button', id: 'si', title: 'Sí' })).toEqual({
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: 'si', title: 'Sí' } },
    });
    expect(written({ type: 'list', id: 'r1', title: 'Fila', description: 'd' })).toMatchObject({
      interactive: { list_reply: { description: 'd' } },
    });
  });
});

describe('phoneMessageSchema', () => {
  it.each([
    { type: 'text' },
    { type: 'text', text: '' },
    { type: 'dance' },
    { type: 'location', latitude: 100, longitude: 0 },
    { type: 'text', text: 'x', more: 1 },
    { type: 'order', items: [] },
  ])('refuses %j', (json) => expect(phoneMessageSchema.safeParse(json).success).toBe(false));
});
