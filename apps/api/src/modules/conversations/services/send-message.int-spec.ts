import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { Conversations } from '../conversations.facade.js';
import type { SendInput, SendResult } from '../conversations.facade.types.js';
import { ago, conversationOf, newcomer, reply, threadOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { says } from '../testing/wire.js';

let app: ThreadApp;
let boss: Person;
let facade: Conversations;
beforeAll(async () => {
  app = await startThreads({ assistantMode: 'auto' });
  boss = await app.person(['supervisor'], [], 'Jefa');
  facade = app.get(Conversations, { strict: false });
});
afterAll(() => app.close());

const room = () => newcomer(app, boss);
const send = (conversationId: string, over: Partial<SendInput> = {}): Promise<SendResult> =>
  facade.send({ conversationId, author: { kind: 'system' }, content: { type: 'text', text: 'aviso' }, ...over });
const refusalOf = (result: SendResult) => (result.ok ? 'sent' : result.refusal.code);
const idOf = (result: SendResult) => (result.ok ? result.messageId : '');
const changesOf = async (id: string) =>
  (await app.appended('conversation.changed')).filter((event) => event['conversationId'] === id);

describe('a message of ours', () => {
  it.each<[SendInput['author'], object]>([
    [{ kind: 'system' }, { author: { kind: 'system', id: null } }],
    [
      { kind: 'campaign', campaignId: '0199aaaa-0000-7000-8000-00000000000c' },
      { author: { kind: 'campaign', id: '0199aaaa-0000-7000-8000-00000000000c' } },
    ],
    [
      { kind: 'automation', ruleId: '0199aaaa-0000-7000-8000-00000000000a' },
      { author: { kind: 'automation', id: '0199aaaa-0000-7000-8000-00000000000a' } },
    ],
    [
      { kind: 'assistant', turnId: '0199aaaa-0000-7000-8000-00000000000b' },
      { author: { kind: 'assistant', id: null }, assistantTurnId: '0199aaaa-0000-7000-8000-00000000000b' },
    ],
  ])('by %j is written as theirs, and leaves the conversation to whom it belongs', async (author, shown) => {
    const { who, id } = await room();
    expect(await send(id, { author })).toMatchObject({ ok: true, duplicate: false });
    expect((await threadOf(boss, id)).at(-1)).toMatchObject(shown);
    expect(await conversationOf(boss, who)).toMatchObject({ assignee: null, assistantState: { owner: 'assistant' } });
    expect(await changesOf(id)).toEqual([]);
  });

  it('for one purpose happens once, in whatever conversation it is tried', async () => {
    const [one, two] = [await room(), await room()];
    const purposeKey = `birthday-${newId()}`;
    expect(refusalOf(await send(one.id, { purposeKey }))).toBe('sent');
    expect(refusalOf(await send(one.id, { purposeKey }))).toBe('already_sent');
    expect(refusalOf(await send(two.id, { purposeKey }))).toBe('already_sent');
    expect(await threadOf(boss, two.id)).toHaveLength(1);
  });

  it('for one purpose at the same moment in many conversations is sent in one', async () => {
    const rooms = [await room(), await room(), await room()];
    const purposeKey = `race-${newId()}`;
    const results = await Promise.all(rooms.map(({ id }) => send(id, { purposeKey })));
    expect(results.map(refusalOf).sort()).toEqual(['already_sent', 'already_sent', 'sent']);
    const [row] = await app.sql.rows<{ count: string }>(
      'select count(*) from message m join message_purpose p on p.message_id = m.id where p.key = $1',
      [`purpose ${purposeKey}`],
    );
    expect(row?.count).toBe('1');
  });

  it('that was refused has used up no purpose', async () => {
    const { who, id } = await newcomer(app, boss, { at: ago(60 * 30) });
    const purposeKey = `later-${newId()}`;
    expect(refusalOf(await send(id, { purposeKey }))).toBe('window_closed');
    await app.hear(says(who, 'aquí estoy'));
    expect(refusalOf(await send(id, { purposeKey }))).toBe('sent');
  });

  it('under one client id answers the first message again', async () => {
    const { id } = await room();
    const first = await send(id, { clientMessageId: 'c-1' });
    const again = await send(id, { clientMessageId: 'c-1', content: { type: 'text', text: 'otra cosa' } });
    expect(again).toEqual({ ok: true, messageId: idOf(first), duplicate: true });
  });

  it('undone with its caller’s transaction leaves nothing, not even its purpose', async () => {
    const { who, id } = await room();
    const purposeKey = `undone-${newId()}`;
    const failing = app.inside(async () => {
      await send(id, { purposeKey });
      throw new Error('the caller failed');
    });
    await expect(failing).rejects.toThrow('the caller failed');
    await app.deliver();
    expect(app.graph.sends(who.waId)).toEqual([]);
    expect(refusalOf(await send(id, { purposeKey }))).toBe('sent');
  });

  it('by ISAC is refused once a person has the conversation', async () => {
    const { id } = await room();
    const isac = { author: { kind: 'assistant', turnId: newId() }, onlyWhileOwnedByAssistant: true } as const;
    expect(refusalOf(await send(id, isac))).toBe('sent');
    await reply(boss, id, 'sigo yo');
    expect(refusalOf(await send(id, isac))).toBe('taken_by_person');
  });

  it('by ISAC that waited while a person answered is not delivered', async () => {
    const { who, id } = await room();
    const mine = await send(id, { author: { kind: 'assistant', turnId: newId() } });
    await reply(boss, id, 'mejor así');
    await app.deliver();
    expect(app.graph.sends(who.waId).map(({ text }) => text?.body)).toEqual(['mejor así']);
    expect((await threadOf(boss, id)).find((one) => one.id === idOf(mine))).toMatchObject({
      status: 'failed',
      failure: { reason: 'taken_by_person' },
    });
  });

  it('expecting a conversation without messages is refused once there is one', async () => {
    const { id, first } = await room();
    expect(await send(id, { expectedLastMessageId: null })).toMatchObject({
      ok: false,
      refusal: { code: 'conversation_moved_on', lastMessageId: first },
    });
    expect(refusalOf(await send(newId()))).toBe('not_found');
  });

  it('keeps what was offered with it', async () => {
    const { id } = await room();
    const offer = { itemId: newId(), price: { amount: 259_00, currency: 'USD' } };
    const result = await send(id, { offer });
    expect(await app.sql.one('select offer from message where id = $1', [idOf(result)])).toEqual({ offer });
  });
});

describe('canSend', () => {
  it('answers as send would', async () => {
    const [open, shut] = [await room(), await newcomer(app, boss, { at: ago(60 * 30) })];
    expect(await facade.canSend(open.id, 'automation', 'text')).toMatchObject({
      kind: 'free',
      closesAt: expect.any(Date),
    });
    expect(await facade.canSend(shut.id, 'automation', 'text')).toEqual({ kind: 'refuse', code: 'window_closed' });
    expect(await facade.canSend(shut.id, 'campaign', 'template', 'marketing')).toEqual({ kind: 'template' });
    await app.hear(says(open.who, 'stop'));
    expect(await facade.canSend(open.id, 'campaign', 'template', 'marketing')).toEqual({
      kind: 'refuse',
      code: 'opted_out',
    });
    expect(await facade.canSend(newId(), 'system', 'text')).toEqual({ kind: 'refuse', code: 'no_address' });
  });
});
