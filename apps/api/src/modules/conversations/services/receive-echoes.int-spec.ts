import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ago, conversationOf, newcomer, textsOf, threadOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { echoes, prefers, says, told, wamid, wrote } from '../testing/wire.js';

let app: ThreadApp;
let paula: Person;
beforeAll(async () => {
  app = await startThreads({ assistantMode: 'auto' });
  paula = await app.person(['supervisor']);
});
afterAll(() => app.close());

describe('what staff wrote in the provider’s own app', () => {
  it('joins the thread, answers what waited and silences ISAC', async () => {
    const { who, id } = await newcomer(app, paula);
    expect(await conversationOf(paula, who)).toMatchObject({ assistantState: { owner: 'assistant' }, unreadCount: 1 });
    await app.hear(echoes(who, 'le llamo yo'));
    expect(await conversationOf(paula, who)).toMatchObject({
      assistantState: { owner: 'person' },
      unreadCount: 0,
      waitingSince: null,
      assignee: null,
      lastMessage: { direction: 'out', author: 'advisor', authorName: null, preview: 'le llamo yo' },
    });
    expect((await threadOf(paula, id)).at(-1)).toMatchObject({
      direction: 'out',
      author: { kind: 'advisor', id: null },
      status: 'sent',
      content: { echoed: true },
    });
    expect((await app.appended('message.echoed')).at(-1)).toMatchObject({ conversationId: id });
  });

  it('is never sent again', async () => {
    const { who } = await newcomer(app, paula);
    const before = app.graph.sends().length;
    await app.hear(echoes(who, 'ya está dicho'));
    await app.deliver();
    expect(app.graph.sends()).toHaveLength(before);
  });

  it('to somebody who never wrote opens a conversation that belongs to people', async () => {
    const who = app.customer('Cliente Nuevo');
    await app.hear(echoes(who, 'hola, le escribo de la tienda'));
    expect(await conversationOf(paula, who)).toMatchObject({
      status: 'open',
      assistantState: { owner: 'person' },
      unreadCount: 0,
      replyPolicy: { kind: 'template', reason: 'window_closed' },
    });
  });

  it('is kept once, and gets its ticks like any other', async () => {
    const { who, id } = await newcomer(app, paula);
    const echo = echoes(who, 'una vez', { id: 'wamid.echo-1' });
    await app.hear(echo, echo);
    await app.hear(echo, told('wamid.echo-1', 'read'));
    expect(await textsOf(paula, id)).toEqual(['Hola', 'una vez']);
    expect((await threadOf(paula, id)).at(-1)).toMatchObject({ status: 'read' });
  });

  it('reopens what was closed', async () => {
    const { who, id } = await newcomer(app, paula);
    await paula.ask('PATCH', `/conversations/${id}`, { status: 'closed' });
    await app.hear(echoes(who, 'me faltó decirle'));
    expect(await conversationOf(paula, who)).toMatchObject({ id, status: 'open' });
  });

  it('takes its place by the provider’s time, though it comes late', async () => {
    const { who, id } = await newcomer(app, paula, { text: 'primero', at: ago(10) });
    await app.hear(says(who, 'tercero', { at: ago(2) }));
    await app.hear(echoes(who, 'segundo', { at: ago(5) }));
    expect(await textsOf(paula, id)).toEqual(['primero', 'segundo', 'tercero']);
  });

  it('that comes after the customer answered it does not hide the answer', async () => {
    const { who } = await newcomer(app, paula, { text: 'primero', at: ago(10) });
    await app.hear(says(who, 'y la factura?', { at: ago(2) }));
    await app.hear(echoes(who, 'aquí tiene', { at: ago(5) }));
    expect(await conversationOf(paula, who)).toMatchObject({
      lastMessage: { preview: 'y la factura?', direction: 'in' },
    });
  });
});

describe('a word on marketing in WhatsApp itself', () => {
  const stateOf = async (contactId: string) =>
    (
      await app.sql.one<{ state: string }>(
        `select state from consent_state where contact_id = $1 and category = 'marketing'`,
        [contactId],
      )
    )?.state;

  it('is the last one by the provider’s time, whatever the order in which they come', async () => {
    const { who } = await newcomer(app, paula);
    const { contact } = await conversationOf(paula, who);
    await app.hear(prefers(who, 'stop', ago(1)));
    expect(await stateOf(contact.id)).toBe('withdrawn');
    await app.hear(prefers(who, 'resume', ago(8)));
    expect(await stateOf(contact.id)).toBe('withdrawn');
    await app.hear(prefers(who, 'resume', new Date()));
    expect(await stateOf(contact.id)).toBe('granted');
    expect(await app.sql.rows('select source from consent_entry where contact_id = $1', [contact.id])).toEqual(
      Array.from({ length: 3 }, () => ({ source: 'provider_preference' })),
    );
  });

  it('of somebody who never wrote is remembered for when they do', async () => {
    const who = app.customer();
    await app.hear(prefers(who, 'stop'));
    await app.hear(says(who, 'hola'));
    expect(await stateOf((await conversationOf(paula, who)).contact.id)).toBe('withdrawn');
  });
});

describe('what is about the account', () => {
  it('takes the channel down when it is blocked, and nobody is promised an answer', async () => {
    const { id } = await newcomer(app, paula);
    await app.hear({
      field: 'account_update',
      value: { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE', waba_ban_date: 'x' } },
    });
    expect((await app.appended('channel.health-changed')).at(-1)).toMatchObject({
      channelId: app.channel.id,
      health: 'down',
    });
    expect(await paula.read(`/conversations/${id}`)).toMatchObject({
      replyPolicy: { kind: 'none', reason: 'channel_down' },
    });
    const refused = await paula.ask('POST', `/conversations/${id}/messages`, { type: 'text', text: 'hola' });
    expect([refused.status, refused.body['code']]).toEqual([409, 'channel_down']);
  });

  it('and nobody knows is passed over without harm', async () => {
    const who = app.customer();
    await app.hear(
      { field: 'something_new', value: { a: 1 } },
      says(who, 'sigo aquí'),
      wrote(who, { type: 'text', text: {} }, { id: wamid() }),
    );
    expect((await conversationOf(paula, who)).unreadCount).toBeGreaterThan(0);
  });
});
