import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conversations } from '../conversations.facade.js';
import { WakeSnoozedJob } from '../jobs/wake-snoozed.job.js';
import { conversationOf, newcomer, reply } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { says } from '../testing/wire.js';
import type { ConversationView } from './conversation.view.js';

let app: ThreadApp;
let paula: Person;
beforeAll(async () => {
  app = await startThreads({ assistantMode: 'auto' });
  paula = await app.person(['supervisor']);
});
afterAll(() => app.close());

const HOUR = 3_600_000;
const room = () => newcomer(app, paula);
const change = (id: string, body: unknown, headers: Record<string, string> = {}) =>
  paula.ask<ConversationView & Record<string, unknown>>('PATCH', `/conversations/${id}`, body, headers);
const assistant = (id: string, body: object) =>
  paula.ask<ConversationView & Record<string, unknown>>('PUT', `/conversations/${id}/assistant`, body);
const inHours = (hours: number): string => new Date(app.clock.now().getTime() + hours * HOUR).toISOString();
const changesOf = async (id: string) =>
  (await app.appended('conversation.changed')).flatMap((event) =>
    event['conversationId'] === id ? [event['change']] : [],
  );

describe('closing', () => {
  it.each([
    ['sale', 'sale'],
    ['no_interest', 'no_interest'],
    ['spam', 'spam'],
    [undefined, 'other'],
  ])('because of %s is kept as %s, and nobody waits any more', async (closeReason, kept) => {
    const { id } = await room();
    expect((await change(id, { status: 'closed', closeReason })).body).toMatchObject({
      status: 'closed',
      closeReason: kept,
      waitingSince: null,
    });
    expect((await change(id, { status: 'open' })).body).toMatchObject({ status: 'open', closeReason: null });
    expect(await changesOf(id)).toEqual(['status', 'status']);
  });

  it('ends a snooze', async () => {
    const { id } = await room();
    await change(id, { status: 'follow_up', followUpAt: inHours(1) });
    expect((await change(id, { status: 'closed' })).body).toMatchObject({ status: 'closed', followUpAt: null });
  });

  it('cannot be undone while another conversation with the same person is open', async () => {
    const { who, id } = await room();
    const { contact } = await conversationOf(paula, who);
    await change(id, { status: 'closed' });
    const second = await app.inside(() =>
      app.get(Conversations, { strict: false }).openFor(contact.id, app.channel.id),
    );
    expect(second).not.toBe(id);
    const refused = await change(id, { status: 'open' });
    expect([refused.status, refused.body['code']]).toEqual([409, 'another_is_open']);
    expect(refused.text).not.toContain(second);
    const snoozed = await change(id, { status: 'follow_up', followUpAt: inHours(1) });
    expect([snoozed.status, snoozed.body['code']]).toEqual([409, 'another_is_open']);
    const sent = await paula.ask('POST', `/conversations/${id}/messages`, { type: 'text', text: 'por aquí no' });
    expect([sent.status, sent.body['code']]).toEqual([409, 'another_is_open']);
    expect(await paula.read(`/conversations/${id}`)).toMatchObject({ status: 'closed' });
    await app.hear(says(who, 'sigo'));
    expect(await paula.read(`/conversations/${second}`)).toMatchObject({ lastMessage: { preview: 'sigo' } });
  });
});

describe('snoozing', () => {
  it('waits for its moment and opens then, for everybody to see', async () => {
    const { who, id } = await room();
    await reply(paula, id, 'le escribo mañana');
    const followUpAt = inHours(24);
    expect((await change(id, { status: 'follow_up', followUpAt })).body).toMatchObject({
      status: 'follow_up',
      followUpAt,
    });
    app.clock.shiftTo(23 * HOUR);
    expect(await app.work(WakeSnoozedJob)).toBe(0);
    app.clock.shiftTo(25 * HOUR);
    expect(await app.work(WakeSnoozedJob)).toBe(1);
    expect(await app.work(WakeSnoozedJob)).toBe(0);
    const woken = await conversationOf(paula, who);
    app.clock.shiftTo(0);
    expect(woken).toMatchObject({ status: 'open', followUpAt: null });
    expect(Date.parse(woken.lastActivityAt)).toBeGreaterThanOrEqual(Date.parse(followUpAt));
    expect(await changesOf(id)).toEqual(['assigned', 'snoozed', 'status']);
  });

  it('with a moment alone is snoozing', async () => {
    const { id } = await room();
    expect((await change(id, { followUpAt: inHours(2) })).body).toMatchObject({ status: 'follow_up' });
  });

  it.each<[object, string]>([
    [{ status: 'follow_up' }, '/followUpAt'],
    [{ status: 'follow_up', followUpAt: null }, '/followUpAt'],
    [{ status: 'follow_up', followUpAt: 'tomorrow' }, '/followUpAt'],
    [{ status: 'follow_up', followUpAt: '2026-02-30T10:00:00Z' }, '/followUpAt'],
    [{ status: 'follow_up', followUpAt: '2020-01-01T00:00:00Z' }, '/followUpAt'],
    [{ followUpAt: '2020-01-01T00:00:00Z' }, '/followUpAt'],
    [{ status: 'gone', priority: 'huge', closeReason: 'bored', tags: 'x' }, '/status'],
    [{ tags: Array.from({ length: 51 }, (_, index) => `t${String(index)}`) }, '/tags'],
    [{ tags: ['x'.repeat(61), ''] }, '/tags'],
    [{ assigneeId: null }, '/assigneeId'],
    [{ status: null }, '/status'],
    [{ status: 'closed', closeReason: null }, '/closeReason'],
    [{ priority: null }, '/priority'],
    [{ tags: null }, '/tags'],
  ])('and more is refused by its field: %j', async (body, path) => {
    const { id } = await room();
    const answer = await change(id, body);
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', errors: expect.arrayContaining([expect.objectContaining({ path })]) },
    });
    expect(await changesOf(id)).toEqual([]);
  });

  it('names every mistake at once', async () => {
    const { id } = await room();
    const { errors } = (await change(id, { status: 'gone', priority: 'huge', closeReason: 'bored', tags: [7] }))
      .body as unknown as { errors: { path: string }[] };
    expect(new Set(errors.map(({ path }) => path))).toEqual(new Set(['/status', '/priority', '/closeReason', '/tags']));
  });
});

describe('priority and tags', () => {
  it.each(['low', 'normal', 'high', 'urgent'])('%s is kept', async (priority) => {
    const { id } = await room();
    expect((await change(id, { priority })).body).toMatchObject({ priority });
    expect(await changesOf(id)).toEqual(['priority']);
  });

  it('are trimmed, sorted and each there once', async () => {
    const { id } = await room();
    expect((await change(id, { tags: [' vip', 'boda', 'vip ', 'Boda', '   '] })).body.tags).toEqual([
      'Boda',
      'boda',
      'vip',
    ]);
    expect((await change(id, { tags: [] })).body.tags).toEqual([]);
  });

  it('change together with the status in one step', async () => {
    const { id } = await room();
    const before = await paula.read<ConversationView>(`/conversations/${id}`);
    const { body } = await change(id, { status: 'closed', priority: 'high', tags: ['a'] });
    expect(body).toMatchObject({ status: 'closed', priority: 'high', tags: ['a'], version: before.version + 1 });
  });

  it('left alone change nothing', async () => {
    const { id } = await room();
    const { version } = await paula.read<ConversationView>(`/conversations/${id}`);
    expect(await change(id, {})).toMatchObject({ status: 200, body: { version, priority: 'normal' } });
    expect(await changesOf(id)).toEqual([]);
  });
});

describe('If-Match', () => {
  it('refuses who looked at an older state, with the newer version', async () => {
    const { id } = await room();
    const read = await paula.ask<ConversationView>('GET', `/conversations/${id}`);
    const etag = read.headers.get('etag') ?? '';
    expect((await change(id, { priority: 'high' }, { 'if-match': etag })).status).toBe(200);
    const stale = await change(id, { priority: 'low' }, { 'if-match': etag });
    expect(stale).toMatchObject({
      status: 412,
      body: { code: 'stale_version', currentVersion: read.body.version + 1 },
    });
    expect(await paula.read(`/conversations/${id}`)).toMatchObject({ priority: 'high' });
  });

  it('lets one of two through who change at once', async () => {
    const { id } = await room();
    const etag = (await paula.ask('GET', `/conversations/${id}`)).headers.get('etag') ?? '';
    const answers = await Promise.all(
      ['low', 'urgent'].map((priority) => change(id, { priority }, { 'if-match': etag })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe('what ISAC may do here', () => {
  it('is switched off, and a person has it from then on', async () => {
    const { id } = await room();
    expect((await assistant(id, { mode: 'off' })).body).toMatchObject({
      assistantMode: 'off',
      assistantState: { owner: 'person' },
    });
    expect((await assistant(id, { mode: 'suggest' })).body).toMatchObject({
      assistantMode: 'suggest',
      assistantState: { owner: 'person' },
    });
    expect((await assistant(id, { mode: 'auto', owner: 'assistant' })).body).toMatchObject({
      assistantState: { owner: 'assistant' },
    });
  });

  it('pauses until a moment, and goes on when that is taken back', async () => {
    const { id } = await room();
    const pausedUntil = inHours(3);
    expect((await assistant(id, { pausedUntil })).body.assistantState).toMatchObject({
      owner: 'assistant',
      pausedUntil,
    });
    expect((await assistant(id, { pausedUntil: null })).body.assistantState).toMatchObject({ pausedUntil: null });
  });

  it.each([
    { mode: 'loud' },
    { mode: null },
    { owner: 'nobody' },
    { owner: null },
    { pausedUntil: 'later' },
    { silent: true },
  ])('is refused: %j', async (body) => {
    const { id } = await room();
    expect((await assistant(id, body)).status).toBe(400);
    expect(await changesOf(id)).toEqual([]);
  });
});
