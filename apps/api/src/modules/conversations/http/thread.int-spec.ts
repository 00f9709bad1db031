import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '../../../platform/database/keyset-page.js';
import { newId } from '../../../platform/ids/uuid.js';
import { ago, conversationOf, newcomer, reply, textsOf, threadOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { says } from '../testing/wire.js';
import type { MessagePage, MessageView } from './message.view.js';

let app: ThreadApp;
let paula: Person;
beforeAll(async () => {
  app = await startThreads();
  paula = await app.person(['advisor'], [], 'Paula Vega');
});
afterAll(() => app.close());

const page = (id: string, query: string) => paula.read<MessagePage>(`/conversations/${id}/messages?${query}`);
const note = (who: Pick<Person, 'ask'>, id: string, body: object, headers: Record<string, string> = {}) =>
  who.ask<MessageView & Record<string, unknown>>('POST', `/conversations/${id}/notes`, body, headers);
async function walk(id: string, limit: number): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { data, nextCursor }: MessagePage = await page(id, `limit=${String(limit)}${cursor && `&before=${cursor}`}`);
    expect(data.length).toBeLessThanOrEqual(limit);
    seen.push(...data.map((message) => message.id));
    cursor = nextCursor;
  }
  return seen;
}

describe('the thread', () => {
  it('is walked from the newest, page by page, each message once, also when all came in one second', async () => {
    const [who, at] = [app.customer(), ago(3)];
    await app.hear(
      ...Array.from({ length: 11 }, (_, index) => says(who, String(index), { at: index < 8 ? at : ago(2) })),
    );
    const { id } = await conversationOf(paula, who);
    const all = (await threadOf(paula, id)).map((message) => message.id).reverse();
    expect(all).toHaveLength(11);
    for (const limit of [1, 2, 3, 5, 11, 12]) expect(await walk(id, limit)).toEqual(all);
  });

  it('does not slip when somebody writes while it is walked', async () => {
    const who = app.customer();
    await app.hear(...[1, 2, 3, 4].map((step) => says(who, `m${String(step)}`, { at: ago(10 - step) })));
    const { id } = await conversationOf(paula, who);
    const first = await page(id, 'limit=2');
    await app.hear(says(who, 'nuevo'), says(who, 'y uno atrasado', { at: ago(30) }));
    const second = await page(id, `limit=2&before=${first.nextCursor ?? ''}`);
    expect([...first.data, ...second.data].map(({ text }) => text)).toEqual(['m4', 'm3', 'm2', 'm1']);
  });

  it('tells what is newer than a place in it, the newest first', async () => {
    const who = app.customer();
    await app.hear(...[1, 2, 3].map((step) => says(who, `m${String(step)}`, { at: ago(10 - step) })));
    const { id } = await conversationOf(paula, who);
    const [m3, m2] = (await page(id, 'limit=2')).data;
    const after = encodeCursor([m2?.at ?? '', m2?.id ?? '']);
    expect((await page(id, `after=${after}`)).data.map(({ text }) => text)).toEqual(['m3']);
    expect((await page(id, `after=${encodeCursor([m3?.at ?? '', m3?.id ?? ''])}`)).data).toEqual([]);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'before=nonsense',
    `before=${encodeCursor(['only one'])}`,
    `before=${encodeCursor(['yesterday', 'x'])}`,
    `after=${encodeCursor([null, null])}`,
    `after=${encodeCursor(['2026-11-20', 'x'])}`,
    'offset=5',
  ])('refuses %s', async (query) => {
    const { id } = await newcomer(app, paula);
    expect((await paula.ask('GET', `/conversations/${id}/messages?${query}`)).status).toBe(400);
  });
});

describe('a note', () => {
  it('stands in the thread with its author, and never leaves the house', async () => {
    const { who, id } = await newcomer(app, paula);
    const luis = await app.person(['advisor']);
    const answer = await note(paula, id, { text: 'pide descuento, @luis ojo', mentions: [luis.id, luis.id] });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        type: 'note',
        text: 'pide descuento, @luis ojo',
        direction: 'out',
        author: { kind: 'advisor', id: paula.id, name: 'Paula Vega' },
      },
    });
    await app.deliver();
    expect(app.graph.sends(who.waId)).toEqual([]);
    expect(await textsOf(paula, id)).toEqual(['Hola', 'pide descuento, @luis ojo']);
    expect((await app.appended('note.added')).at(-1)).toEqual({
      messageId: answer.body.id,
      conversationId: id,
      authorId: paula.id,
      mentionedUserIds: [luis.id],
    });
  });

  it('neither answers, nor takes, nor shows as the last message', async () => {
    const { who, id } = await newcomer(app, paula);
    await note(paula, id, { text: 'solo para nosotros' });
    expect(await conversationOf(paula, who)).toMatchObject({
      assignee: null,
      unreadCount: 1,
      waitingSince: expect.any(String),
      lastMessage: { preview: 'Hola' },
    });
  });

  it('cannot be sent after the fact, nor quoted to the customer, nor reacted to', async () => {
    const { id } = await newcomer(app, paula);
    const { body } = await note(paula, id, { text: 'interno' });
    expect((await paula.ask('POST', `/conversations/${id}/messages/${body.id}/retry`)).status).toBe(409);
    const reaction = await paula.ask('POST', `/conversations/${id}/messages`, {
      type: 'reaction',
      messageId: body.id,
      emoji: '👍',
    });
    expect(reaction.body['code']).toBe('reply_target_missing');
    const quoted = await paula.ask('POST', `/conversations/${id}/messages`, {
      type: 'text',
      text: 'x',
      replyToMessageId: body.id,
    });
    expect([quoted.status, quoted.body['code']]).toEqual([409, 'reply_target_missing']);
  });

  it('is written once for one key', async () => {
    const { id } = await newcomer(app, paula);
    const headers = { 'idempotency-key': 'note-1' };
    const answers = await Promise.all([1, 2, 3].map(() => note(paula, id, { text: 'una' }, headers)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await textsOf(paula, id)).toEqual(['Hola', 'una']);
  });

  it('may be written when nothing may be sent', async () => {
    const { who, id } = await newcomer(app, paula, { at: ago(60 * 48) });
    const { contact } = await conversationOf(paula, who);
    await app.sql.rows('update contact set blocked_at = $2 where id = $1', [contact.id, new Date()]);
    expect((await note(paula, id, { text: 'bloqueada por grosera' })).status).toBe(201);
  });

  it.each<[object, string[]]>([
    [{}, ['/text']],
    [{ text: '' }, ['/text']],
    [{ text: 'x'.repeat(10_001) }, ['/text']],
    [{ text: 'medio \ud83d' }, ['/text']],
    [{ text: 'x', mentions: ['luis'] }, ['/mentions']],
    [{ text: 'x', mentions: null }, ['/mentions']],
    [{ text: 7, mentions: Array.from({ length: 21 }, () => newId()), color: 1 }, ['/color', '/mentions', '/text']],
  ])('%j names every field', async (body, paths) => {
    const { id } = await newcomer(app, paula);
    const answer = await note(paula, id, body);
    const errors = answer.body['errors'] as { path: string }[];
    expect([answer.status, [...new Set(errors.map(({ path }) => path))].sort()]).toEqual([400, paths]);
  });

  it('of another system has no author and is refused', async () => {
    const { id } = await newcomer(app, paula);
    const key = await app.system('conversations:read', 'conversations:write');
    expect((await note(key, id, { text: 'x' })).status).toBe(403);
  });
});

describe('a message as it is read', () => {
  it('keeps provider handles to itself', async () => {
    const { id } = await newcomer(app, paula);
    await reply(paula, id, 'hola');
    await app.deliver();
    const { text } = await paula.ask('GET', `/conversations/${id}/messages`);
    for (const inside of ['wamid.', 'provider_id', 'providerMediaId', 'targetProviderMessageId', 'access-token'])
      expect(text).not.toContain(inside);
  });

  it('keeps the name of a colleague who has left', async () => {
    const gone = await app.person(['advisor'], [], 'Marta Ríos');
    const { id } = await newcomer(app, paula);
    await note(gone, id, { text: 'me voy' });
    await app.sql.rows('update app_user set active = false where id = $1', [gone.id]);
    expect((await threadOf(paula, id)).at(-1)).toMatchObject({ author: { id: gone.id, name: 'Marta Ríos' } });
  });
});
