import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationOf, newcomer, reply, threadOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { says, wrote } from '../testing/wire.js';
import type { MessageView } from './message.view.js';

let app: ThreadApp;
let paula: Person;
beforeAll(async () => {
  app = await startThreads();
  paula = await app.person(['supervisor'], [], 'Paula Vega');
});
afterAll(() => app.close());

/** What a customer sent, as it is read. */
async function shown(
  content: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Promise<{ message: MessageView; preview: string }> {
  const who = app.customer();
  await app.hear(wrote(who, content, { more }));
  const { id, lastMessage } = await conversationOf(paula, who);
  const [message] = await threadOf(paula, id);
  if (!message) throw new Error('nothing was kept');
  return { message, preview: lastMessage?.preview ?? '' };
}

describe('what a customer may send', () => {
  it.each<[string, Record<string, unknown>, object, string]>([
    [
      'a voice note',
      { type: 'audio', audio: { id: 'a', mime_type: 'audio/ogg; codecs=opus', voice: true } },
      { type: 'audio', content: { voice: true }, media: { state: 'pending' } },
      '',
    ],
    [
      'a film',
      { type: 'video', video: { id: 'v', mime_type: 'video/mp4', caption: 'el local' } },
      { type: 'video', text: 'el local' },
      'el local',
    ],
    [
      'a document',
      { type: 'document', document: { id: 'd', mime_type: 'application/pdf', filename: 'oferta.pdf' } },
      { type: 'document', media: { fileName: 'oferta.pdf' } },
      'oferta.pdf',
    ],
    [
      'a sticker',
      { type: 'sticker', sticker: { id: 's', mime_type: 'image/webp', animated: true } },
      { type: 'sticker', content: { animated: true } },
      '',
    ],
    [
      'a place',
      { type: 'location', location: { latitude: -2.19, longitude: -79.88, name: 'Malecón', address: 'Guayaquil' } },
      { type: 'location', content: { latitude: -2.19, name: 'Malecón' } },
      'Malecón, Guayaquil',
    ],
    [
      'a card',
      {
        type: 'contacts',
        contacts: [{ name: { formatted_name: 'Luis Paz' }, phones: [{ phone: '+593 99 1', wa_id: '593991' }] }],
      },
      { type: 'contacts', content: { contacts: [{ name: 'Luis Paz' }] } },
      'Luis Paz',
    ],
    [
      'a choice of a list',
      {
        type: 'interactive',
        interactive: { type: 'list_reply', list_reply: { id: 'r1', title: 'Mesas', description: 'de roble' } },
      },
      { type: 'interactive', content: { kind: 'list_reply', id: 'r1' } },
      'Mesas',
    ],
    [
      'a tap on a template',
      { type: 'button', button: { payload: 'p', text: 'Sí, quiero' } },
      { type: 'interactive', content: { kind: 'template_button' } },
      'Sí, quiero',
    ],
    [
      'an order',
      {
        type: 'order',
        order: {
          catalog_id: 'c',
          text: 'para hoy',
          product_items: [{ product_retailer_id: 'MESA-1', quantity: 2, item_price: 259, currency: 'USD' }],
        },
      },
      { type: 'order', content: { items: [{ retailerId: 'MESA-1', quantity: 2 }] } },
      'para hoy',
    ],
    [
      'what nobody reads',
      { type: 'unsupported', errors: [{ code: 131051, title: 'Unsupported' }] },
      { type: 'unsupported', content: { providerCode: 131051 } },
      '',
    ],
  ])('is %s', async (_, content, expected, preview) => {
    const seen = await shown(content);
    expect(seen.message).toMatchObject(expected);
    expect(seen.preview).toBe(preview);
    expect(seen.message.content).not.toHaveProperty('remote');
  });

  it('is forwarded, or about a product of ours', async () => {
    expect(
      (await shown({ type: 'text', text: { body: 'mira' } }, { context: { frequently_forwarded: true } })).message
        .content,
    ).toMatchObject({ forwarded: 'many' });
    const product = { catalog_id: 'c1', product_retailer_id: 'SOFA-2' };
    expect(
      (await shown({ type: 'text', text: { body: '¿precio?' } }, { context: { referred_product: product } })).message
        .content,
    ).toMatchObject({ referredProduct: { retailerId: 'SOFA-2' } });
  });

  it.each([
    ['many lines\n\n\nand   blanks\t!', 'many lines and blanks !'],
    ['👍🏽'.repeat(200), undefined],
    ['<b>no page</b> & "quotes"', '<b>no page</b> & "quotes"'],
    ['שלום עולם', 'שלום עולם'],
  ])('is shown in the list as one line: %j', async (body, line) => {
    const { message, preview } = await shown({ type: 'text', text: { body } });
    expect(message.text).toBe(body);
    expect(Array.from(preview).length).toBeLessThanOrEqual(160);
    expect(preview).not.toMatch(/[\n\t]/);
    if (line !== undefined) expect(preview).toBe(line);
  });

  it('with characters that cannot be kept is kept without them', async () => {
    const { message } = await shown({ type: 'text', text: { body: 'nul \0 y medio \ud83d' } });
    expect(message.text).toBe('nul \ufffd y medio \ufffd');
  });
});

describe('a conversation as it is read', () => {
  it('names the channel, the contact and its people, and nothing of the inside', async () => {
    const { who, id } = await newcomer(app, paula, { name: 'Zoë Ñ' });
    await reply(paula, id, 'Hola');
    const { text } = await paula.ask('GET', `/conversations/${id}`);
    for (const inside of ['credentials', 'access-token', 'sealed', 'hash', 'inbound_count', 'wamid.'])
      expect(text).not.toContain(inside);
    expect(JSON.parse(text)).toMatchObject({
      contact: { name: 'Zoë Ñ', phone: `+${who.waId}`, type: 'retail' },
      channel: { address: '+593 99 000 0001' },
      lastMessage: { authorName: 'Paula Vega' },
    });
  });

  it('keeps the time of activity and of the last message apart', async () => {
    const who = app.customer();
    const at = new Date('2026-11-20T10:00:00Z');
    await app.hear(says(who, 'hace días', { at }));
    const view = await conversationOf(paula, who);
    expect(view.lastMessage?.at).toBe(at.toISOString());
    expect(Date.parse(view.lastActivityAt)).toBeGreaterThan(at.getTime());
    expect(Date.parse(view.createdAt)).toBeLessThanOrEqual(Date.parse(view.lastActivityAt));
  });

  it('whose contact was erased is still readable, without the person', async () => {
    const { who, id } = await newcomer(app, paula);
    const { contact } = await conversationOf(paula, who);
    await app.sql.rows('update contact set erased_at = $2, name = null where id = $1', [contact.id, new Date()]);
    const view = await paula.read<{ contact: object }>(`/conversations/${id}`);
    expect(view.contact).toEqual({
      id: contact.id,
      name: '',
      phone: null,
      type: 'retail',
      tags: [],
      language: null,
      blocked: false,
    });
    const refused = await paula.ask('POST', `/conversations/${id}/messages`, { type: 'text', text: 'x' });
    expect([refused.status, refused.body['code']]).toEqual([409, 'contact_blocked']);
  });
});
