import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { Channels } from '../../channels/index.js';
import type { AttemptView } from '../http/conversation.dto.js';
import { AbandonLostCallsJob } from '../jobs/abandon-lost-calls.job.js';
import { DeliverMessagesJob } from '../jobs/deliver-messages.job.js';
import { newcomer, reply, threadOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { told, wamid } from '../testing/wire.js';

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

const error = (status: number, code: number) => ({ status, body: { error: { code, message: 'x' } } });
async function sending(...answers: (typeof app.graph.next)[number][]) {
  const room = await newcomer(app, paula);
  const { id: messageId } = await reply(paula, room.id, '¿Me lee?');
  app.graph.next.push(...answers);
  await app.deliver();
  return { ...room, messageId };
}
type Sending = Awaited<ReturnType<typeof sending>>;
const messageOf = async ({ id, messageId }: Sending) => (await threadOf(paula, id)).find((one) => one.id === messageId);
const attemptsOf = ({ id, messageId }: Sending) =>
  paula.read<AttemptView[]>(`/conversations/${id}/messages/${messageId}/attempts`);
const retry = (client: Pick<Person, 'ask'>, { id, messageId }: Sending) =>
  client.ask('POST', `/conversations/${id}/messages/${messageId}/retry`);

/** A message in the hands of a process that died while it called. */
async function orphaned(): Promise<Sending> {
  const room = await newcomer(app, paula);
  const { id: messageId } = await reply(paula, room.id, 'en el aire');
  const [attemptId, at] = [newId(), app.clock.now()];
  await app.sql.rows('update send_queue set lease_until = $2, attempts = 1, attempt_id = $3 where message_id = $1', [
    messageId,
    new Date(at.getTime() + 30_000),
    attemptId,
  ]);
  await app.sql.rows(
    `insert into message_attempt (id, message_id, channel_id, number, started_at, outcome) values ($1, $2, $3, 1, $4, 'sending')`,
    [attemptId, messageId, app.channel.id, at],
  );
  await app.sql.rows('update message set status = 1 where id = $1', [messageId]);
  return { ...room, messageId };
}

describe('a call whose answer was lost', () => {
  it.each<[string, (typeof app.graph.next)[number]]>([
    ['the line broke', 'hang-up'],
    ['the gateway gave up', { status: 504, body: '<html>' }],
    ['it was taken without an id', { status: 200, body: { messages: [] } }],
  ])('is unknown and never sent again: %s', async (_, answer) => {
    const message = await sending(answer);
    expect(await messageOf(message)).toMatchObject({ status: 'unknown', failure: null });
    expect(await attemptsOf(message)).toMatchObject([{ outcome: 'unknown', providerId: null }]);
    app.clock.shiftTo(3_600_000);
    await app.deliver();
    expect(app.graph.sends(message.who.waId)).toHaveLength(1);
    const refused = await retry(paula, message);
    expect([refused.status, refused.body['code']]).toEqual([409, 'not_failed']);
  });

  it('is settled by a status that names the attempt', async () => {
    const message = await sending('hang-up');
    const [attempt] = await attemptsOf(message);
    await app.hear(told(wamid(), 'sent', { biz_opaque_callback_data: attempt?.id }));
    expect(await messageOf(message)).toMatchObject({ status: 'sent' });
  });

  it('is settled as a failure too, and may then be tried again', async () => {
    const message = await sending('hang-up');
    const [attempt] = await attemptsOf(message);
    await app.hear(told(wamid(), 'failed', { biz_opaque_callback_data: attempt?.id }));
    expect(await messageOf(message)).toMatchObject({ status: 'failed', failure: { reason: 'recipient_unreachable' } });
    expect((await retry(paula, message)).status).toBe(201);
  });

  it('is shown as unconfirmed when a day passed in silence', async () => {
    const message = await sending('hang-up');
    app.clock.shiftTo(25 * 3_600_000);
    expect(await messageOf(message)).toMatchObject({
      status: 'unknown',
      failure: { code: 'unconfirmed', retryable: false },
    });
  });

  it('lets the next message of the conversation go', async () => {
    const message = await sending('hang-up');
    await reply(paula, message.id, '¿y esta?');
    await app.deliver();
    expect(app.graph.sends(message.who.waId).map(({ text }) => text?.body)).toEqual(['¿Me lee?', '¿y esta?']);
  });
});

describe('a process that died while it called', () => {
  it('keeps the message until its lease ends; then it is unknown, not sent again', async () => {
    const message = await orphaned();
    expect(await app.work(AbandonLostCallsJob)).toBe(0);
    expect(await app.work(DeliverMessagesJob)).toBe(0);
    expect(app.graph.sends(message.who.waId)).toEqual([]);
    app.clock.shiftTo(31_000);
    expect(await app.work(AbandonLostCallsJob)).toBe(1);
    expect(await messageOf(message)).toMatchObject({ status: 'unknown' });
    expect(await attemptsOf(message)).toMatchObject([{ outcome: 'unknown', finishedAt: expect.any(String) }]);
    expect((await app.appended('message.status')).at(-1)).toMatchObject({
      messageId: message.messageId,
      status: 'unknown',
    });
    await app.deliver();
    expect(app.graph.sends(message.who.waId)).toEqual([]);
  });

  it('is heard of by a status that came before the lease ended', async () => {
    const message = await orphaned();
    const [attempt] = await attemptsOf(message);
    await app.hear(told(wamid(), 'delivered', { biz_opaque_callback_data: attempt?.id }));
    app.clock.shiftTo(31_000);
    await app.work(AbandonLostCallsJob);
    expect(await messageOf(message)).toMatchObject({ status: 'delivered' });
    expect(await attemptsOf(message)).toMatchObject([{ outcome: 'accepted' }]);
  });
});

describe('an account that is blocked', () => {
  it('takes the channel down, with the provider’s reason, and stops what waits', async () => {
    const message = await sending(error(401, 190));
    expect(await messageOf(message)).toMatchObject({
      status: 'failed',
      failure: { code: '190', reason: 'account_blocked', retryable: false },
    });
    expect((await app.appended('channel.health-changed')).at(-1)).toMatchObject({
      channelId: app.channel.id,
      health: 'down',
      reason: expect.stringContaining('190'),
    });
    expect(await paula.read(`/conversations/${message.id}`)).toMatchObject({
      replyPolicy: { kind: 'none', reason: 'channel_down' },
    });
    await app.sql.rows(`update channel set health = 'healthy', health_reason = null where id = $1`, [app.channel.id]);
    app.get(Channels, { strict: false }).forget();
  });
});

describe('another try by a person', () => {
  it('is a new attempt with an id of its own, and may succeed', async () => {
    const message = await sending(error(400, 131026));
    const answer = await retry(paula, message);
    expect(answer).toMatchObject({ status: 201, body: { id: message.messageId, status: 'queued', failure: null } });
    expect((answer.body as { statusTimes: object }).statusTimes).not.toHaveProperty('failed');
    await app.deliver();
    expect(await messageOf(message)).toMatchObject({ status: 'sent', failure: null });
    const [first, second] = await attemptsOf(message);
    expect([first, second]).toMatchObject([
      { number: 1, outcome: 'failed' },
      { number: 2, outcome: 'accepted' },
    ]);
    expect(app.graph.sends(message.who.waId).map((call) => call.biz_opaque_callback_data)).toEqual([
      first?.id,
      second?.id,
    ]);
  });

  it('asked twice at once is one try', async () => {
    const message = await sending(error(400, 131026));
    const answers = await Promise.all([retry(paula, message), retry(paula, message)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    await app.deliver();
    expect(app.graph.sends(message.who.waId)).toHaveLength(2);
  });

  it('that fails again says why this time', async () => {
    const message = await sending(error(400, 131026));
    await retry(paula, message);
    app.graph.next.push(error(400, 100));
    await app.deliver();
    expect(await messageOf(message)).toMatchObject({ status: 'failed', failure: { code: '100' } });
  });

  it('is heard by the policy first', async () => {
    const message = await sending(error(400, 131026));
    app.clock.shiftTo(25 * 3_600_000);
    await retry(paula, message);
    await app.deliver();
    expect(await messageOf(message)).toMatchObject({ status: 'failed', failure: { reason: 'window_closed' } });
    expect(app.graph.sends(message.who.waId)).toHaveLength(1);
  });

  it('of what did not fail, is not there, or is not yours is refused', async () => {
    const message = await sending();
    expect((await retry(paula, message)).body['code']).toBe('not_failed');
    expect((await retry(paula, { ...message, messageId: newId() })).status).toBe(404);
    expect((await retry(paula, { ...message, messageId: message.first })).status).toBe(404);
    const other = await sending(error(400, 131026));
    expect((await retry(paula, { ...other, id: message.id })).status).toBe(404);
    expect((await retry(await app.person(['advisor']), other)).status).toBe(404);
    expect((await retry(await app.person(['marketing']), other)).status).toBe(403);
  });

  it('shows its attempts to whoever may see the conversation alone', async () => {
    const [one, two] = [await sending(), await sending()];
    const path = (conversation: string, message: string) =>
      `/conversations/${conversation}/messages/${message}/attempts`;
    expect((await paula.ask('GET', path(one.id, two.messageId))).status).toBe(404);
    expect((await (await app.person(['advisor'])).ask('GET', path(one.id, one.messageId))).status).toBe(404);
  });
});
