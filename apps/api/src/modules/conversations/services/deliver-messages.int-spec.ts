import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import type { AttemptView } from '../http/conversation.dto.js';
import { DeliverMessagesJob } from '../jobs/deliver-messages.job.js';
import { newcomer, reply, threadOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';

let app: ThreadApp;
let paula: Person;
beforeAll(async () => {
  app = await startThreads();
  paula = await app.person(['supervisor']);
});
afterAll(() => app.close());
beforeEach(() => {
  app.graph.next.splice(0);
  app.clock.shiftTo(0);
});

const error = (status: number, code: number, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: { error: { code, message: 'x' } },
});
const room = () => newcomer(app, paula);
const messageOf = async (conversationId: string, id: string) =>
  (await threadOf(paula, conversationId)).find((one) => one.id === id);
const attemptsOf = (conversationId: string, id: string) =>
  paula.read<AttemptView[]>(`/conversations/${conversationId}/messages/${id}/attempts`);
/** The next try of a message that waits for one, and how long after its last attempt began. */
async function nextTry(messageId: string): Promise<{ dueAt: Date; afterMs: number }> {
  const row = await app.sql.one<{ due_at: Date; started_at: Date }>(
    `select q.due_at, max(a.started_at) as started_at from send_queue q join message_attempt a using (message_id) where message_id = $1 group by q.due_at`,
    [messageId],
  );
  if (!row) throw new Error('it does not wait');
  return { dueAt: row.due_at, afterMs: row.due_at.getTime() - row.started_at.getTime() };
}

describe('a call that the provider takes', () => {
  it('leaves the message sent, with the provider’s id and one attempt that is named to the provider', async () => {
    const { who, id } = await room();
    const { id: messageId } = await reply(paula, id, 'Hola');
    await app.deliver();
    const [call] = app.graph.sends(who.waId);
    const attempts = await attemptsOf(id, messageId);
    expect(attempts).toMatchObject([
      {
        number: 1,
        outcome: 'accepted',
        providerId: expect.stringMatching(/^wamid\./),
        failure: null,
        finishedAt: expect.any(String),
      },
    ]);
    expect(call).toMatchObject({ type: 'text', text: { body: 'Hola' }, biz_opaque_callback_data: attempts[0]?.id });
    expect(await messageOf(id, messageId)).toMatchObject({ status: 'sent', failure: null });
    expect(await app.sql.rows('select 1 from send_queue where message_id = $1', [messageId])).toEqual([]);
  });

  it('finds it already marked as sending: what dies now is never sent twice', async () => {
    const { id } = await room();
    const { id: messageId } = await reply(paula, id, 'a salvo');
    const seen: Promise<unknown>[] = [];
    app.graph.meanwhile = () =>
      seen.push(
        app.sql.one(
          'select m.status, a.outcome from message m join message_attempt a on a.message_id = m.id where m.id = $1',
          [messageId],
        ),
      );
    await app.deliver();
    app.graph.meanwhile = () => undefined;
    expect(await Promise.all(seen)).toEqual([{ status: 1, outcome: 'sending' }]);
  });
});

describe('one customer', () => {
  it('reads ours in the order in which they were written, though the first one stumbles', async () => {
    const { who, id } = await room();
    for (const text of ['uno', 'dos', 'tres']) await reply(paula, id, text);
    app.graph.next.push(error(500, 131000));
    await app.deliver();
    expect(app.graph.sends(who.waId).map(({ text }) => text?.body)).toEqual(['uno']);
    app.clock.shiftTo(5000);
    await app.deliver();
    expect(app.graph.sends(who.waId).map(({ text }) => text?.body)).toEqual(['uno', 'uno', 'dos', 'tres']);
  });

  it('does not make another one wait', async () => {
    const [slow, quick] = [await room(), await room()];
    await reply(paula, slow.id, 'tropieza');
    app.graph.next.push(error(500, 131000));
    await app.deliver();
    await reply(paula, slow.id, 'espera');
    await reply(paula, quick.id, 'pasa');
    await app.deliver();
    expect(app.graph.sends(quick.who.waId)).toHaveLength(1);
    expect(app.graph.sends(slow.who.waId)).toHaveLength(1);
  });
});

describe('a failure that may pass', () => {
  it.each([
    ['without a word on when', error(500, 131000), 1000],
    ['with Retry-After', error(429, 130429, { 'retry-after': '90' }), 90_000],
    ['for too many to one person', error(400, 131056), 6000],
  ])('is tried again %s, not before', async (_, answer, leastMs) => {
    const { who, id } = await room();
    const { id: messageId } = await reply(paula, id, 'insiste');
    app.graph.next.push(answer);
    await app.deliver();
    const { dueAt, afterMs } = await nextTry(messageId);
    expect(afterMs).toBeGreaterThanOrEqual(leastMs);
    await app.deliver();
    expect(app.graph.sends(who.waId)).toHaveLength(1);
    expect(await messageOf(id, messageId)).toMatchObject({ status: 'queued' });
    app.clock.shiftTo(dueAt.getTime() - Date.now() + 1000);
    await app.deliver();
    expect(await messageOf(id, messageId)).toMatchObject({ status: 'sent', failure: null });
    expect(app.graph.sends(who.waId)).toHaveLength(2);
    expect(await attemptsOf(id, messageId)).toMatchObject([
      { number: 1, outcome: 'failed', failure: { retryable: true } },
      { number: 2, outcome: 'accepted' },
    ]);
  });

  it('is given up after six tries, and says so', async () => {
    const { who, id } = await room();
    const { id: messageId } = await reply(paula, id, 'nunca');
    app.graph.next.push(...Array.from({ length: 6 }, () => error(500, 131000)));
    for (let hour = 1; hour <= 8; hour += 1) {
      await app.deliver();
      app.clock.shiftTo(hour * 3_600_000);
    }
    expect(app.graph.sends(who.waId)).toHaveLength(6);
    expect(await messageOf(id, messageId)).toMatchObject({
      status: 'failed',
      failure: { code: '131000', reason: 'provider_down', retryable: true },
    });
    expect(new Set((await attemptsOf(id, messageId)).map(({ id: attempt }) => attempt)).size).toBe(6);
  });

  it('that lasts until the window closes ends there', async () => {
    const { who, id } = await room();
    const { id: messageId } = await reply(paula, id, 'ya no');
    app.graph.next.push(error(500, 131000));
    await app.deliver();
    app.clock.shiftTo(25 * 3_600_000);
    await app.deliver();
    expect(app.graph.sends(who.waId)).toHaveLength(1);
    expect(await messageOf(id, messageId)).toMatchObject({
      status: 'failed',
      failure: { reason: 'window_closed', retryable: false },
    });
  });
});

describe('a failure that will not pass', () => {
  it.each([
    [error(400, 131026), 'recipient_unreachable'],
    [error(400, 131047), 'window_closed'],
    [error(400, 100), 'invalid_content'],
  ])('is not tried again: %j', async (answer, reason) => {
    const { who, id } = await room();
    const { id: messageId } = await reply(paula, id, 'no');
    app.graph.next.push(answer);
    await app.deliver();
    app.clock.shiftTo(3_600_000);
    await app.deliver();
    expect(app.graph.sends(who.waId)).toHaveLength(1);
    expect(await messageOf(id, messageId)).toMatchObject({ status: 'failed', failure: { reason, retryable: false } });
  });
});

describe('several workers', () => {
  it('never hand over one message twice', async () => {
    const rooms: Awaited<ReturnType<typeof room>>[] = [];
    for (let index = 0; index < 5; index += 1) rooms.push(await room());
    for (const { id } of rooms) for (const text of ['a', 'b']) await reply(paula, id, text);
    const job = app.get(DeliverMessagesJob, { strict: false });
    await Promise.all(Array.from({ length: 6 }, () => job.run()));
    await app.deliver();
    for (const { who } of rooms) expect(app.graph.sends(who.waId).map(({ text }) => text?.body)).toEqual(['a', 'b']);
  });
});

describe('a group', () => {
  it('that rests is not handed over, and goes on when it runs again', async () => {
    const { who, id } = await room();
    const group = newId();
    await app.sql.rows(`insert into send_group (id, name, state, updated_at) values ($1, 'Promo', 'paused', $2)`, [
      group,
      new Date(),
    ]);
    const { id: messageId } = await reply(paula, id, 'en grupo');
    await app.sql.rows('update send_queue set send_group_id = $2 where message_id = $1', [messageId, group]);
    await app.deliver();
    expect(app.graph.sends(who.waId)).toEqual([]);
    await app.sql.rows(`update send_group set state = 'running' where id = $1`, [group]);
    await app.deliver();
    expect(app.graph.sends(who.waId)).toHaveLength(1);
  });
});

describe('a number at its own pace', () => {
  it('sends no more than its bucket holds, and the rest afterwards', async () => {
    const slow = await app.addChannel({ address: '424', accountId: '425', name: 'Lenta' });
    await app.sql.rows('update channel set rate = 2 where id = $1', [slow.id]);
    const rooms: Awaited<ReturnType<typeof room>>[] = [];
    for (let index = 0; index < 4; index += 1) rooms.push(await room());
    for (const { id } of rooms) {
      await app.sql.rows('update conversation set channel_id = $2 where id = $1', [id, slow.id]);
      await reply(paula, id, 'poco a poco');
    }
    expect(await app.get(DeliverMessagesJob, { strict: false }).run()).toBeLessThanOrEqual(2);
    const everybody = () => rooms.every(({ who }) => app.graph.sends(who.waId).length === 1);
    for (let tries = 0; tries < 400 && !everybody(); tries += 1) {
      await app.deliver();
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(everybody()).toBe(true);
  });
});
