import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ago, conversationOf, conversationsOf, newcomer, reply, textsOf, threadOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { says, to, wamid, wrote } from '../testing/wire.js';

let app: ThreadApp;
let paula: Person;
beforeAll(async () => {
  app = await startThreads();
  paula = await app.person(['supervisor']);
});
afterAll(() => app.close());

const received = async (conversationId: string) =>
  (await app.appended('message.received')).filter((event) => event['conversationId'] === conversationId);

describe('a first message', () => {
  it('opens one conversation with its contact, its window, and somebody who waits', async () => {
    const who = app.customer('Lucía Ñandú');
    const at = new Date('2026-11-20T10:00:07.000Z');
    await app.hear(says(who, '  Hola,\n ¿tienen el azul?  ', { at }));
    const view = await conversationOf(paula, who);
    expect(view).toMatchObject({
      contact: { name: 'Lucía Ñandú', phone: `+${who.waId}`, blocked: false },
      channel: { id: app.channel.id, kind: 'whatsapp_cloud', name: 'Ventas' },
      status: 'open',
      priority: 'normal',
      assignee: null,
      assistantState: { owner: 'nobody', pausedUntil: null },
      unreadCount: 1,
      lastMessage: {
        direction: 'in',
        author: 'customer',
        type: 'text',
        preview: 'Hola, ¿tienen el azul?',
        at: at.toISOString(),
      },
      replyPolicy: { kind: 'template', closesAt: '2026-11-21T10:00:07.000Z', reason: 'window_closed' },
    });
    const [message] = await threadOf(paula, view.id);
    expect(message).toMatchObject({
      text: '  Hola,\n ¿tienen el azul?  ',
      at: at.toISOString(),
      status: null,
      direction: 'in',
    });
    expect(view.waitingSince).toBe(message?.receivedAt);
    expect(await received(view.id)).toMatchObject([
      {
        messageId: message?.id,
        contactId: view.contact.id,
        opensConversation: true,
        reopens: false,
        claimCode: null,
        referral: null,
        type: 'text',
      },
    ]);
  });

  it('brings the claim code of a link and the ad it came from', async () => {
    const who = app.customer();
    const referral = { source_url: 'https://fb.me/x', source_type: 'ad', source_id: '1200', headline: 'Sofás' };
    await app.hear(says(who, 'Quiero info (ref k7q2mx)', { more: { referral } }));
    const { id } = await conversationOf(paula, who);
    expect(await received(id)).toMatchObject([
      { claimCode: 'K7Q2MX', referral: { source: 'ad', sourceId: '1200', headline: 'Sofás' } },
    ]);
  });

  it.each([
    ['auto', 'assistant'],
    ['suggest', 'nobody'],
    ['off', 'nobody'],
  ] as const)('on a channel where ISAC is %s belongs to %s', async (assistantMode, owner) => {
    const teamId = await app.team();
    const channel = await app.addChannel({
      address: `7${assistantMode}`,
      accountId: `8${assistantMode}`,
      assistantMode,
      teamId,
    });
    const who = app.customer();
    await app.hear(to(channel.address, says(who, 'Hola')));
    expect(await conversationOf(paula, who)).toMatchObject({
      assistantMode,
      assistantState: { owner },
      team: { id: teamId },
      channel: { id: channel.id },
    });
  });

  it('to two numbers of the business opens a conversation on each, of one contact', async () => {
    const other = await app.addChannel({ address: '555', accountId: '556', name: 'Postventa' });
    const who = app.customer();
    await app.hear(says(who, 'a ventas'), to('555', says(who, 'a postventa')));
    const views = await conversationsOf(paula, who);
    expect(new Set(views.map(({ channel }) => channel.id))).toEqual(new Set([app.channel.id, other.id]));
    expect(new Set(views.map(({ contact }) => contact.id)).size).toBe(1);
  });
});

describe('a batch', () => {
  it('of many people and many messages becomes each thread in the order of the provider', async () => {
    const people = Array.from({ length: 12 }, () => app.customer());
    const spoken = people.flatMap((who) =>
      [3, 1, 2].map((step) => says(who, `paso ${String(step)}`, { at: ago(10 - step) })),
    );
    await app.hear(...spoken.sort(() => Math.random() - 0.5));
    for (const who of people) {
      const view = await conversationOf(paula, who);
      expect(await textsOf(paula, view.id)).toEqual(['paso 1', 'paso 2', 'paso 3']);
      expect(view).toMatchObject({ unreadCount: 3, lastMessage: { preview: 'paso 3' } });
    }
  });

  it('that repeats a message holds it once', async () => {
    const [who, id] = [app.customer(), wamid()];
    const same = says(who, 'una vez', { id });
    await app.hear(same, same, says(who, 'y otra'));
    await app.hear(same);
    const view = await conversationOf(paula, who);
    expect((await textsOf(paula, view.id)).sort()).toEqual(['una vez', 'y otra']);
    expect(view.unreadCount).toBe(2);
    expect(await received(view.id)).toHaveLength(2);
  });

  it('replayed from the flight recorder changes nothing, not even the count of unread', async () => {
    const { id } = await newcomer(app, paula, { text: 'otra vez no' });
    const admin = await app.person(['admin']);
    const [newest] = (await admin.read<{ data: { id: string }[] }>('/webhook-events?limit=1')).data;
    expect((await admin.ask('POST', `/webhook-events/${newest?.id ?? ''}/replay`)).status).toBe(200);
    await app.receive();
    expect(await textsOf(paula, id)).toEqual(['otra vez no']);
    expect(await paula.read(`/conversations/${id}`)).toMatchObject({ unreadCount: 1 });
    expect(await received(id)).toHaveLength(1);
  });

  it('of one same id on two numbers is two messages', async () => {
    await app.addChannel({ address: '557', accountId: '558' });
    const [who, id] = [app.customer(), wamid()];
    await app.hear(says(who, 'aquí', { id }), to('557', says(who, 'allí', { id })));
    expect(await conversationsOf(paula, who)).toHaveLength(2);
  });
});

describe('order', () => {
  it('by provider time keeps the last message in the list when an older one arrives late', async () => {
    const { who, id } = await newcomer(app, paula, { text: 'la última', at: ago(1) });
    await app.hear(says(who, 'la atrasada', { at: ago(30) }));
    expect(await textsOf(paula, id)).toEqual(['la atrasada', 'la última']);
    const view = await conversationOf(paula, who);
    expect(view).toMatchObject({ lastMessage: { preview: 'la última' }, unreadCount: 2 });
  });

  it('never moves the window back for a message that came late', async () => {
    const { who, id } = await newcomer(app, paula, { at: ago(5) });
    const before = (await paula.read<{ replyPolicy: { closesAt: string } }>(`/conversations/${id}`)).replyPolicy
      .closesAt;
    await app.hear(says(who, 'de ayer', { at: ago(23 * 60) }));
    expect(await paula.read(`/conversations/${id}`)).toMatchObject({ replyPolicy: { kind: 'free', closesAt: before } });
  });

  it('within one second is the order of arrival', async () => {
    const [who, at] = [app.customer(), ago(2)];
    for (const text of ['uno', 'dos', 'tres']) await app.hear(says(who, text, { at }));
    const { id } = await conversationOf(paula, who);
    expect(await textsOf(paula, id)).toEqual(['uno', 'dos', 'tres']);
  });

  it('counts the wait from the first one that nobody answered, by our own clock', async () => {
    const { who, id } = await newcomer(app, paula, { at: ago(20) });
    const [first] = await threadOf(paula, id);
    await app.hear(says(who, '¿hola?', { at: ago(1) }));
    expect((await conversationOf(paula, who)).waitingSince).toBe(first?.receivedAt);
    await reply(paula, id, 'Con gusto');
    expect((await conversationOf(paula, who)).waitingSince).toBeNull();
    await app.hear(says(who, 'gracias'));
    expect((await conversationOf(paula, who)).waitingSince).not.toBeNull();
  });
});

describe('an answer to a message of ours', () => {
  it('points at it, and at nothing when we never knew it', async () => {
    const { who, id } = await newcomer(app, paula);
    const ours = await reply(paula, id, '¿Cuál le gusta?');
    await app.deliver();
    const [row] = await app.sql.rows<{ provider_id: string }>('select provider_id from message where id = $1', [
      ours.id,
    ]);
    await app.hear(
      says(who, 'este', { more: { context: { id: row?.provider_id } } }),
      says(who, 'aquel', { more: { context: { id: wamid() } } }),
    );
    const replies = new Map((await threadOf(paula, id)).map((message) => [message.text, message.replyTo]));
    expect(replies.get('este')).toMatchObject({ id: ours.id, author: 'advisor', preview: '¿Cuál le gusta?' });
    expect(replies.get('aquel')).toBeNull();
  });

  it('of a group never becomes a conversation', async () => {
    const who = app.customer();
    await app.hear(says(who, 'hola grupo', { more: { group_id: 'g1' } }));
    expect(await conversationsOf(paula, who)).toEqual([]);
  });
});

describe('what a message may hold', () => {
  it.each<[string, Record<string, unknown>, object]>([
    [
      'an image',
      { type: 'image', image: { id: 'm1', mime_type: 'image/jpeg', caption: 'la sala' } },
      { type: 'image', text: 'la sala', media: { state: 'pending' } },
    ],
    [
      'a place',
      { type: 'location', location: { latitude: -0.18, longitude: -78.46, name: 'Local' } },
      { type: 'location', content: { latitude: -0.18, longitude: -78.46 }, text: 'Local' },
    ],
    [
      'a tap',
      { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'p', title: 'Ver precios' } } },
      { type: 'interactive', text: 'Ver precios', content: { id: 'p' } },
    ],
    ['what nobody knows', { type: 'hologram', hologram: {} }, { type: 'unsupported', text: null }],
  ])('%s is kept as it is', async (_, content, expected) => {
    const who = app.customer();
    await app.hear(wrote(who, content));
    const { id } = await conversationOf(paula, who);
    const [message] = await threadOf(paula, id);
    expect(message).toMatchObject(expected);
    expect(message?.content).not.toHaveProperty('remote');
  });
});
