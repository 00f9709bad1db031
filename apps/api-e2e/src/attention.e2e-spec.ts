import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationWith, messageThat } from './testing/conversation.js';
import { customerWho, newPhone } from './testing/customer.js';
import { type PanelSocket, panelSocket } from './testing/panel-socket.js';
import { openStage, type Person, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

let stage: Stage;
let paula: Person;
let panel: PanelSocket;
beforeAll(async () => {
  stage = await openStage();
  paula = await stage.person('Paula Mendoza', 'advisor');
  panel = await panelSocket(stage.origin, paula);
}, 240_000);
afterAll(async () => {
  panel?.close();
  await stage?.close();
}, 30_000);

describe('what the customer is told of our attention', () => {
  it('is that the message was read, once the advisor has read it', async () => {
    const { phone, conversation } = await customerWho(stage, '¿Hola?');
    expect((await stage.provider.screen(phone)).map(({ status }) => status)).not.toContain('read');
    expect((await paula.send('POST', `/conversations/${conversation.id}/read`)).status).toBe(204);
    await until('blue ticks on the phone', async () =>
      (await stage.provider.screen(phone)).every(({ status }) => status === 'read'),
    );
    expect(await conversationWith(paula, phone)).toMatchObject({ unreadCount: 0 });
  });

  it('is that somebody types, while an advisor does', async () => {
    const { conversation } = await customerWho(stage, '¿Hola?');
    const before = (await stage.provider.told()).filter(({ type }) => type === 'typing').length;
    panel.view(conversation.id);
    await until('the sign of typing at the provider', async () => {
      panel.typing(conversation.id);
      return (await stage.provider.told()).filter(({ type }) => type === 'typing').length > before;
    });
  });
});

describe('what is unread', () => {
  it('is counted for each person, and may be marked again', async () => {
    const { phone, conversation } = await customerWho(stage, 'Uno');
    await stage.provider.write(phone, '', { type: 'text', text: 'Dos' });
    await until('two unread', async () => (await conversationWith(paula, phone)).unreadCount === 2);
    await paula.send('POST', `/conversations/${conversation.id}/read`);
    expect((await conversationWith(paula, phone)).unreadCount).toBe(0);
    expect((await paula.send('POST', `/conversations/${conversation.id}/unread`)).status).toBe(204);
    expect((await conversationWith(paula, phone)).unreadCount).toBeGreaterThan(0);
  });
});

describe('what a customer sends besides words', () => {
  it.each([
    ['image', { type: 'image', caption: 'Mi comprobante' }],
    ['video', { type: 'video' }],
    ['audio', { type: 'voice' }],
    ['document', { type: 'document', fileName: 'cédula.pdf' }],
  ])(
    '%s is fetched and can be looked at by whoever may read the conversation, and by nobody else',
    async (type, message) => {
      const phone = newPhone();
      await stage.provider.write(phone, 'Con archivo', message);
      const { id } = await conversationWith(stage.admin, phone);
      const shown = await messageThat(
        stage.admin,
        id,
        `is a ready ${type}`,
        (one) => one.type === type && one.media?.state === 'ready',
      );
      const { url } = shown.media as unknown as { url: string };
      const file = await fetch(new URL(url, stage.origin), { headers: stage.admin.identity });
      expect([file.status, (await file.arrayBuffer()).byteLength > 0]).toEqual([200, true]);
      const altered = new URL(url, stage.origin);
      for (const [name, value] of altered.searchParams) altered.searchParams.set(name, `${value}0`);
      altered.pathname = altered.pathname.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
      expect((await fetch(altered)).status).toBeGreaterThanOrEqual(400);
    },
  );

  it('a reaction stands at the message, and is gone when it is taken back', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola');
    const sent = await paula.send<{ id: string }>(
      'POST',
      `/conversations/${conversation.id}/messages`,
      { type: 'text', text: 'Ya lo tenemos' },
      { 'idempotency-key': 'reacted' },
    );
    const bubble = await until('it on the phone', async () =>
      (await stage.provider.screen(phone)).find(({ text }) => text === 'Ya lo tenemos'),
    );
    await stage.provider.write(phone, '', { type: 'reaction', messageId: bubble.id, emoji: '❤️' });
    const shown = await messageThat(
      paula,
      conversation.id,
      'is loved',
      ({ id, reactions }) => id === sent.body.id && reactions.length > 0,
    );
    expect(shown.reactions).toEqual([{ by: 'customer', emoji: '❤️' }]);
    await stage.provider.write(phone, '', { type: 'reaction', messageId: bubble.id, emoji: '' });
    await messageThat(
      paula,
      conversation.id,
      'is not any more',
      ({ id, reactions }) => id === sent.body.id && reactions.length === 0,
    );
  });

  it('a place, a card and an edit are told as what they are', async () => {
    const { phone, conversation } = await customerWho(stage, 'Estoy aqui');
    await stage.provider.write(phone, '', {
      type: 'location',
      latitude: -0.18,
      longitude: -78.48,
      name: 'Parque La Carolina',
    });
    const place = await messageThat(paula, conversation.id, 'is a place', ({ type }) => type === 'location');
    expect(place.content).toMatchObject({ latitude: -0.18, longitude: -78.48, name: 'Parque La Carolina' });
    const [first] = await stage.provider.screen(phone);
    await stage.provider.write(phone, '', { type: 'edit', messageId: first?.id, text: 'Estoy aquí' });
    const edited = await messageThat(paula, conversation.id, 'was edited', ({ editedAt }) => editedAt !== null);
    expect(edited.text).toBe('Estoy aquí');
    await stage.provider.write(phone, '', { type: 'revoke', messageId: first?.id });
    expect(
      (await messageThat(paula, conversation.id, 'was taken back', ({ deletedAt }) => deletedAt !== null)).text,
    ).toBeNull();
  });
});
