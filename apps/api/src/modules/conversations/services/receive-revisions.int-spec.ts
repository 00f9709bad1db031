import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SettleParkedStatusesJob } from '../jobs/settle-parked-statuses.job.js';
import { ago, conversationOf, newcomer, reply, threadOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { edits, reacts, says, unsends, wamid, wrote } from '../testing/wire.js';

let app: ThreadApp;
let paula: Person;
beforeAll(async () => {
  app = await startThreads();
  paula = await app.person(['supervisor']);
});
afterAll(() => app.close());

const settle = () => app.work(SettleParkedStatusesJob);
const parked = () => app.sql.rows('select 1 from parked_status');
const changes = async (messageId: string) =>
  (await app.appended('message.changed')).flatMap((event) =>
    event['messageId'] === messageId ? [event['change']] : [],
  );

describe('an edit', () => {
  it('replaces the words, in the thread and in the list', async () => {
    const id = wamid();
    const { who, id: conversationId, first } = await newcomer(app, paula, { text: 'quiero el rojo', id });
    await app.hear(edits(who, id, 'quiero el azul'));
    const [message] = await threadOf(paula, conversationId);
    expect(message).toMatchObject({
      id: first,
      text: 'quiero el azul',
      content: { text: 'quiero el azul' },
      editedAt: expect.any(String),
    });
    expect((await conversationOf(paula, who)).lastMessage).toMatchObject({ preview: 'quiero el azul' });
    expect(await changes(first)).toEqual(['edited']);
  });

  it('that is older than the one we know changes nothing', async () => {
    const id = wamid();
    const { who, id: conversationId, first } = await newcomer(app, paula, { id, at: ago(9) });
    await app.hear(edits(who, id, 'segunda', { at: ago(3) }));
    await app.hear(edits(who, id, 'primera', { at: ago(5) }));
    expect(await threadOf(paula, conversationId)).toMatchObject([{ text: 'segunda' }]);
    expect(await changes(first)).toEqual(['edited']);
  });

  it('of several in one batch ends with the latest by provider time', async () => {
    const id = wamid();
    const { who, id: conversationId } = await newcomer(app, paula, { id, at: ago(9) });
    await app.hear(edits(who, id, 'final', { at: ago(1) }), edits(who, id, 'borrador', { at: ago(4) }));
    expect(await threadOf(paula, conversationId)).toMatchObject([{ text: 'final' }]);
  });

  it('of an older message leaves the list as it is', async () => {
    const id = wamid();
    const { who, id: conversationId } = await newcomer(app, paula, { text: 'vieja', id, at: ago(9) });
    await app.hear(says(who, 'nueva'));
    await app.hear(edits(who, id, 'vieja corregida'));
    expect((await threadOf(paula, conversationId)).map(({ text }) => text)).toEqual(['vieja corregida', 'nueva']);
    expect((await conversationOf(paula, who)).lastMessage).toMatchObject({ preview: 'nueva' });
  });

  it('never touches a message of ours', async () => {
    const { who, id } = await newcomer(app, paula);
    const ours = await reply(paula, id, 'nuestro');
    await app.deliver();
    const row = await app.sql.one<{ provider_id: string }>('select provider_id from message where id = $1', [ours.id]);
    await app.hear(edits(who, row?.provider_id ?? '', 'suplantado'), unsends(who, row?.provider_id ?? ''));
    expect((await threadOf(paula, id)).at(-1)).toMatchObject({
      id: ours.id,
      text: 'nuestro',
      deletedAt: null,
      editedAt: null,
    });
  });
});

describe('an unsend', () => {
  it('takes our copy away and leaves the place in the thread', async () => {
    const id = wamid();
    const { who, id: conversationId, first } = await newcomer(app, paula, { text: 'mi clave es 1234', id });
    await app.hear(unsends(who, id));
    const [message] = await threadOf(paula, conversationId);
    expect(message).toMatchObject({
      id: first,
      type: 'deleted',
      text: null,
      content: {},
      deletedAt: expect.any(String),
    });
    expect((await conversationOf(paula, who)).lastMessage).toMatchObject({ preview: '', type: 'deleted' });
    const row = await app.sql.one<{ row: string }>('select row_to_json(m)::text as row from message m where id = $1', [
      first,
    ]);
    expect(row?.row).not.toContain('1234');
    expect((await paula.read<{ data: unknown[] }>('/conversations?q=1234')).data).toEqual([]);
    expect(await changes(first)).toEqual(['deleted']);
  });

  it('told twice is told on once, and no edit brings the words back', async () => {
    const id = wamid();
    const { who, id: conversationId, first } = await newcomer(app, paula, { id, at: ago(9) });
    await app.hear(unsends(who, id, { at: ago(5) }), unsends(who, id, { at: ago(4) }));
    await app.hear(edits(who, id, 'he vuelto'));
    expect(await threadOf(paula, conversationId)).toMatchObject([{ type: 'deleted', text: null }]);
    expect(await changes(first)).toEqual(['deleted']);
  });

  it('shows nothing of it where somebody answered to it', async () => {
    const id = wamid();
    const { who, id: conversationId, first } = await newcomer(app, paula, { text: 'secreto', id });
    await reply(paula, conversationId, { type: 'text', text: 'anotado', replyToMessageId: first });
    await app.hear(unsends(who, id));
    const thread = await threadOf(paula, conversationId);
    expect(thread.at(-1)).toMatchObject({ text: 'anotado', replyTo: { id: first, preview: '' } });
    expect(JSON.stringify(thread)).not.toContain('secreto');
  });

  it('of a file stops it from being fetched or shown', async () => {
    const [who, id] = [app.customer(), wamid()];
    await app.hear(wrote(who, { type: 'image', image: { id: 'unsent-1', mime_type: 'image/png' } }, { id }));
    await app.hear(unsends(who, id));
    const view = await conversationOf(paula, who);
    expect(await threadOf(paula, view.id)).toMatchObject([{ type: 'deleted', media: null }]);
    const asset = await app.sql.one('select state, reason, hash from media_asset where conversation_id = $1', [
      view.id,
    ]);
    expect(asset).toEqual({ state: 'failed', reason: 'unsent', hash: null });
  });

  it('before its message waits for it', async () => {
    const [who, id] = [app.customer(), wamid()];
    await app.hear(unsends(who, id));
    expect(await parked()).toHaveLength(1);
    expect(await settle()).toBe(0);
    await app.hear(says(who, 'no debía llegar', { id }));
    expect(await settle()).toBe(1);
    expect(await threadOf(paula, (await conversationOf(paula, who)).id)).toMatchObject([
      { type: 'deleted', text: null },
    ]);
    expect(await parked()).toEqual([]);
  });
});

describe('a reaction', () => {
  it('stands on its message, one for each side, the latest one', async () => {
    const id = wamid();
    const { who, id: conversationId, first } = await newcomer(app, paula, { id });
    const ours = await reply(paula, conversationId, 'Tenemos el azul');
    await app.deliver();
    const row = await app.sql.one<{ provider_id: string }>('select provider_id from message where id = $1', [ours.id]);
    await app.hear(reacts(who, row?.provider_id ?? '', '👍', { at: ago(2) }));
    await app.hear(reacts(who, row?.provider_id ?? '', '❤️'));
    await reply(paula, conversationId, { type: 'reaction', messageId: first, emoji: '🙏' });
    const thread = await threadOf(paula, conversationId);
    expect(thread).toHaveLength(2);
    expect(thread.map(({ reactions }) => reactions)).toEqual([
      [{ by: 'business', emoji: '🙏' }],
      [{ by: 'customer', emoji: '❤️' }],
    ]);
    expect(await changes(ours.id)).toEqual(['reacted', 'reacted']);
  });

  it('is taken back with an empty one', async () => {
    const id = wamid();
    const { who, id: conversationId } = await newcomer(app, paula, { id });
    await app.hear(reacts(who, id, '😮', { at: ago(1) }));
    await app.hear(reacts(who, id, ''));
    expect(await threadOf(paula, conversationId)).toMatchObject([{ reactions: [] }]);
  });

  it('is no message: it neither reopens, nor counts, nor changes the list', async () => {
    const id = wamid();
    const { who, id: conversationId } = await newcomer(app, paula, { id });
    await reply(paula, conversationId, 'Hasta pronto');
    await paula.ask('PATCH', `/conversations/${conversationId}`, { status: 'closed' });
    await app.hear(reacts(who, id, '👋'));
    expect(await conversationOf(paula, who)).toMatchObject({
      status: 'closed',
      unreadCount: 0,
      lastMessage: { preview: 'Hasta pronto' },
    });
    expect(
      (await app.appended('message.received')).filter((event) => event['conversationId'] === conversationId),
    ).toHaveLength(1);
  });

  it('before its message waits for it, and the latest of two that waited stays', async () => {
    const [who, id] = [app.customer(), wamid()];
    await app.hear(reacts(who, id, '🔥', { at: ago(1) }), reacts(who, id, '🙂', { at: ago(3) }));
    await app.hear(says(who, 'el mensaje', { id, at: ago(5) }));
    await settle();
    expect(await threadOf(paula, (await conversationOf(paula, who)).id)).toMatchObject([
      { reactions: [{ by: 'customer', emoji: '🔥' }] },
    ]);
  });

  it('to what nobody ever knew is forgotten after a day', async () => {
    const who = app.customer();
    await app.hear(reacts(who, wamid(), '👻'));
    await settle();
    expect(await parked()).toHaveLength(1);
    app.clock.shiftTo(24 * 3_600_000 + 60_000);
    await settle();
    app.clock.shiftTo(0);
    expect(await parked()).toEqual([]);
  });
});
