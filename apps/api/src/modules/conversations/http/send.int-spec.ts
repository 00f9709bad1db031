import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../testing/client.js';
import { conversationOf, newcomer, reply, threadOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { says } from '../testing/wire.js';
import type { MessageView } from './message.view.js';

let app: ThreadApp;
let paula: Person;
beforeAll(async () => {
  app = await startThreads({ assistantMode: 'auto' });
  paula = await app.person(['advisor'], [], 'Paula Vega');
});
afterAll(() => app.close());

const send = (client: Client, id: string, body: object, headers: Record<string, string> = {}) =>
  client.ask<MessageView & Record<string, unknown>>(
    'POST',
    `/conversations/${id}/messages`,
    { type: 'text', ...body },
    headers,
  );
const queuedFor = (id: string) => app.sql.rows('select message_id from send_queue where conversation_id = $1', [id]);

describe('an answer', () => {
  it('is written, queued, and taken by whoever sends first', async () => {
    const { who, id } = await newcomer(app, paula);
    const answer = await send(paula, id, { text: '¡Hola, Ana! ¿En qué le ayudo?' });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        conversationId: id,
        direction: 'out',
        author: { kind: 'advisor', id: paula.id, name: 'Paula Vega' },
        type: 'text',
        text: '¡Hola, Ana! ¿En qué le ayudo?',
        status: 'queued',
        statusTimes: { queued: expect.any(String) },
        failure: null,
        media: null,
        replyTo: null,
      },
    });
    expect(await conversationOf(paula, who)).toMatchObject({
      assignee: { id: paula.id, name: 'Paula Vega', initials: 'PV' },
      assistantState: { owner: 'person' },
      unreadCount: 0,
      waitingSince: null,
      lastMessage: { direction: 'out', author: 'advisor', authorName: 'Paula Vega' },
    });
    expect(await queuedFor(id)).toHaveLength(1);
    const change = (await app.appended('conversation.changed'))
      .filter((event) => event['conversationId'] === id)
      .at(-1);
    expect(change).toMatchObject({
      change: 'assigned',
      byUserId: paula.id,
      assigneeId: paula.id,
      previousAssigneeId: null,
    });
  });

  it('of a second person does not take the conversation away', async () => {
    const { who, id } = await newcomer(app, paula);
    const boss = await app.person(['supervisor'], [], 'Jefa');
    await reply(paula, id, 'uno');
    await reply(boss, id, 'dos');
    expect(await conversationOf(boss, who)).toMatchObject({
      assignee: { id: paula.id },
      lastMessage: { authorName: 'Jefa' },
    });
  });

  it('of another system speaks for the business and takes nothing', async () => {
    const { who, id } = await newcomer(app, paula);
    const erp = await app.system('messages:send', 'conversations:read');
    expect(await reply(erp, id, 'Su factura está lista')).toMatchObject({ author: { kind: 'system', id: null } });
    expect(await conversationOf(paula, who)).toMatchObject({ assignee: null, assistantState: { owner: 'assistant' } });
  });

  it('reopens a closed conversation', async () => {
    const { who, id } = await newcomer(app, paula);
    await paula.ask('PATCH', `/conversations/${id}`, { status: 'closed' });
    await reply(paula, id, 'Se me olvidaba');
    expect(await conversationOf(paula, who)).toMatchObject({ id, status: 'open' });
  });

  it('counts as the first one only once', async () => {
    const { id } = await newcomer(app, paula);
    await reply(paula, id, 'uno');
    await reply(paula, id, 'dos');
    const told = (await app.appended('message.queued')).filter((event) => event['conversationId'] === id);
    expect(told.map((event) => event['firstReply'])).toEqual([true, false]);
  });

  it('to a message quotes it for the provider once it is known there', async () => {
    const { who, id, first } = await newcomer(app, paula);
    await send(paula, id, { text: 'a esto', replyToMessageId: first });
    await app.deliver();
    const known = await app.sql.one<{ provider_id: string }>('select provider_id from message where id = $1', [first]);
    expect(app.graph.sends(who.waId).at(-1)).toMatchObject({
      text: { body: 'a esto' },
      context: { message_id: known?.provider_id },
    });
    expect((await threadOf(paula, id)).at(-1)).toMatchObject({
      replyTo: { id: first, author: 'customer', preview: 'Hola' },
    });
  });

  it('to a message of another conversation is refused', async () => {
    const [here, there] = [await newcomer(app, paula), await newcomer(app, paula)];
    const refused = await send(paula, here.id, { text: 'x', replyToMessageId: there.first });
    expect([refused.status, refused.body['code']]).toEqual([409, 'reply_target_missing']);
    expect(await queuedFor(here.id)).toEqual([]);
  });
});

describe('Idempotency-Key', () => {
  it('sends once, however often and at once it is asked, and answers the same', async () => {
    const { id } = await newcomer(app, paula);
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(paula, id, { text: 'una vez' }, headers)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await queuedFor(id)).toHaveLength(1);
    expect(answers[0]?.body.clientMessageId).toBe(headers['idempotency-key']);
  });

  it('with another text is refused, and says so', async () => {
    const { id } = await newcomer(app, paula);
    const headers = { 'idempotency-key': randomUUID() };
    await send(paula, id, { text: 'uno' }, headers);
    const second = await send(paula, id, { text: 'dos' }, headers);
    expect([second.status, second.body['code']]).toEqual([409, 'idempotency_key_reused']);
    expect(await queuedFor(id)).toHaveLength(1);
  });

  it('is the client’s own: another conversation and another person may use it too', async () => {
    const [one, two] = [await newcomer(app, paula), await newcomer(app, paula)];
    const headers = { 'idempotency-key': 'same-key' };
    const ids = [await reply(paula, one.id, 'a', headers), await reply(paula, two.id, 'a', headers)].map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('of two people in one conversation are two keys: nobody’s message is taken for another’s', async () => {
    const { id } = await newcomer(app, paula);
    const other = await app.person(['supervisor'], [], 'Otra');
    const headers = { 'idempotency-key': '1' };
    await reply(paula, id, 'de Paula', headers);
    await reply(other, id, 'de la otra', headers);
    expect((await threadOf(paula, id)).slice(-2)).toMatchObject([{ text: 'de Paula' }, { text: 'de la otra' }]);
  });

  it('of a message that was refused may be used again when it may go', async () => {
    const { who, id } = await newcomer(app, paula);
    const headers = { 'idempotency-key': randomUUID() };
    const { contact } = await conversationOf(paula, who);
    await app.sql.rows('update contact set blocked_at = $2 where id = $1', [contact.id, new Date()]);
    expect((await send(paula, id, { text: 'x' }, headers)).body['code']).toBe('contact_blocked');
    await app.sql.rows('update contact set blocked_at = null where id = $1', [contact.id]);
    expect((await send(paula, id, { text: 'x' }, headers)).status).toBe(201);
  });

  it.each(['', 'two words', 'x'.repeat(201)])('must be visible ASCII of at most 200: %j', async (key) => {
    const { id } = await newcomer(app, paula);
    const answer = await send(paula, id, { text: 'x' }, { 'idempotency-key': key });
    expect([answer.status, answer.body['code']]).toEqual([400, 'invalid_idempotency_key']);
    expect(await queuedFor(id)).toEqual([]);
  });
});

describe('expectedLastMessageId', () => {
  it('lets through who saw the last message', async () => {
    const { id, first } = await newcomer(app, paula);
    expect((await send(paula, id, { text: 'x', expectedLastMessageId: first })).status).toBe(201);
  });

  it('shows what came meanwhile instead of sending past it', async () => {
    const { who, id, first } = await newcomer(app, paula);
    await app.hear(says(who, 'mejor no'));
    const late = await send(paula, id, { text: 'aquí va', expectedLastMessageId: first });
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'conversation_moved_on', lastMessage: { text: 'mejor no', direction: 'in' } },
    });
    expect(await queuedFor(id)).toEqual([]);
  });

  it('lets one of two colleagues through who answer at the same moment', async () => {
    const { id, first } = await newcomer(app, paula);
    const boss = await app.person(['supervisor']);
    const answers = await Promise.all(
      [paula, boss].map((one) => send(one, id, { text: one.name, expectedLastMessageId: first })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const lost = answers.find(({ status }) => status === 409);
    const won = answers.find(({ status }) => status === 201);
    expect(lost?.body).toMatchObject({
      code: 'conversation_moved_on',
      lastMessage: { id: won?.body.id, author: { id: won?.body.author.id } },
    });
  });
});

describe('what may not be sent', () => {
  const SOMEBODY = '0199aaaa-0000-7000-8000-000000000000';

  it('outside the window is a free text, and a template is what the composer offers', async () => {
    const { id } = await newcomer(app, paula, { at: new Date(Date.now() - 25 * 3_600_000) });
    const refused = await send(paula, id, { text: 'tarde' });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'window_closed', detail: expect.stringContaining('24 hours') },
    });
    expect(await paula.read(`/conversations/${id}`)).toMatchObject({
      replyPolicy: { kind: 'template', allowed: ['template'], reason: 'window_closed' },
    });
  });

  it('to what does not exist, or is not yours, is 404 and nothing else', async () => {
    expect((await send(paula, SOMEBODY, { text: 'x' })).status).toBe(404);
    const { who, id } = await newcomer(app, paula);
    const other = await app.person(['advisor']);
    await reply(other, id, 'mía');
    expect((await send(paula, id, { text: 'x' })).status).toBe(404);
    expect(app.graph.sends(who.waId)).toEqual([]);
  });

  it('is nothing for who may only read', async () => {
    const { id } = await newcomer(app, paula);
    const [marketing, reader] = [await app.person(['marketing']), await app.system('conversations:read')];
    for (const one of [marketing, reader]) expect((await send(one, id, { text: 'x' })).status).toBe(403);
  });

  it('longer than the channel takes names the field', async () => {
    const { id } = await newcomer(app, paula);
    const long = await send(paula, id, { text: 'x'.repeat(4097) });
    expect(long).toMatchObject({ status: 400, body: { code: 'too_long', errors: [{ path: '/text' }] } });
    expect((await send(paula, id, { text: '👍'.repeat(4096) })).status).toBe(201);
  });

  it('holds a character that no database keeps', async () => {
    const { id } = await newcomer(app, paula);
    for (const text of ['nul \u0000', 'media \ud83d']) expect((await send(paula, id, { text })).status).toBe(400);
    expect(await queuedFor(id)).toEqual([]);
  });
});
