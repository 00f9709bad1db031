import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { type AssistantContext, type Room, startAssistant } from '../testing/assistant-context.js';
import { TurnRows } from '../persistence/turn-rows.js';
import { ActOnTurn } from './act-on-turn.js';
import { AnswerTurns } from './answer-turns.js';
import { AttemptThought } from './attempt-thought.js';
import { ReadBurst } from './read-burst.js';

let isac: AssistantContext;
beforeAll(async () => {
  isac = await startAssistant();
});
afterAll(() => isac.close());

const PRICE = 'cuánto sale la mesa de roble?';
const claim = async () => {
  const [turn] = await isac.module.get(TurnRows).claim(new Date(), 1);
  if (!turn) throw new Error('nothing is due');
  return turn;
};
const takeOver = (room: Room) =>
  isac.sql.rows(`update conversation set owner = 'person' where id = $1`, [room.conversationId]);
const expire = (room: Room) =>
  isac.sql.rows(
    `update assistant_turn set lease_until = clock_timestamp() - interval '1 second' where conversation_id = $1`,
    [room.conversationId],
  );
const states = async (room: Room) => (await isac.turns(room)).map(({ state }) => state);

describe('a new message', () => {
  it('cancels an answer in the making and is answered with it, once', async () => {
    const room = await isac.room();
    const first = await isac.says(room, 'hola', 3000);
    const turn = await claim();
    const burst = await isac.module.get(ReadBurst).of(turn);
    const thought = await isac.module.get(AttemptThought).about(turn, burst);
    const second = await isac.says(room, PRICE, 2500);
    expect(await isac.module.get(TurnRows).still(turn)).toBe(false);
    expect(thought?.turn.reply).toBeDefined();
    await isac.answer();
    expect(await isac.turns(room)).toMatchObject([{ state: 'answered', message_ids: [first, second] }]);
    const sent = await isac.sent(room);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('259');
  });

  it('lets a burst wait for two seconds of silence, but no longer than six', async () => {
    const room = await isac.room();
    for (const ago of [5500, 4000, 2600, 1200]) await isac.says(room, `parte ${ago}`, ago);
    const [row] = await isac.sql.rows<{ first: Date; due: Date }>(
      'select first_at as first, due_at as due from assistant_turn where conversation_id = $1',
      [room.conversationId],
    );
    expect((row?.due.getTime() ?? 0) - (row?.first.getTime() ?? 0)).toBe(6000);
    await isac.sql.rows('delete from assistant_turn where conversation_id = $1', [room.conversationId]);
  });

  it('told of twice is in the burst once', async () => {
    const room = await isac.room();
    const id = await isac.says(room, PRICE);
    await isac.hears(room, id);
    await isac.hears(room, id);
    await isac.answer();
    expect(await isac.turns(room)).toMatchObject([{ state: 'answered', message_ids: [id] }]);
  });

  it.each([
    ['image', null],
    ['audio', null],
    ['reaction', '👍'],
    ['text', '   '],
  ])('of type %s that says %j is not answered', async (type, text) => {
    const room = await isac.room();
    const id = await isac.says(room, 'x', 3000, false);
    await isac.sql.rows('update message set type = $2, text = $3 where id = $1', [id, type, text]);
    await isac.hears(room, id);
    await isac.answer();
    expect(await isac.turns(room)).toEqual([]);
  });
});

describe('exactly one answer', () => {
  it('comes although the process dies while it thinks', async () => {
    const room = await isac.room();
    await isac.says(room, PRICE);
    await claim();
    await isac.answer();
    expect(await states(room)).toEqual(['thinking']);
    await expire(room);
    await isac.answer();
    expect(await states(room)).toEqual(['answered']);
    expect(await isac.sent(room)).toHaveLength(1);
  });

  it('comes although the event is heard again after the answer', async () => {
    const room = await isac.room();
    const ids = [await isac.says(room, 'hola', 3500), await isac.says(room, PRICE, 3000)];
    await isac.answer();
    for (const id of ids) await isac.hears(room, id);
    await isac.answer();
    expect(await isac.sent(room)).toHaveLength(1);
    expect(await isac.turns(room)).toMatchObject([
      { state: 'answered' },
      { state: 'silent', reason: 'answered already' },
    ]);
  });

  it('comes although several processes answer at once', async () => {
    const rooms = [await isac.room(), await isac.room(), await isac.room()];
    for (const room of rooms) await isac.says(room, PRICE);
    const answering = isac.module.get(AnswerTurns);
    await Promise.all(Array.from({ length: 6 }, () => answering.next()));
    await isac.answer();
    for (const room of rooms) expect(await isac.sent(room)).toHaveLength(1);
  });

  it('comes of a slow process whose turn another has taken over', async () => {
    const room = await isac.room();
    await isac.says(room, PRICE);
    const slow = await claim();
    const burst = await isac.module.get(ReadBurst).of(slow);
    const thought = await isac.module.get(AttemptThought).about(slow, burst);
    await expire(room);
    await isac.answer();
    expect(await isac.module.get(TurnRows).still(slow)).toBe(false);
    expect(thought).toBeDefined();
    expect(await isac.sent(room)).toHaveLength(1);
  });

  it('is left to a person after three tries that brought the process down', async () => {
    const room = await isac.room();
    await isac.says(room, PRICE);
    for (let attempt = 0; attempt < 3; attempt++) {
      await claim();
      await expire(room);
    }
    await isac.answer();
    expect(await isac.turns(room)).toMatchObject([{ state: 'failed', reason: 'engine' }]);
    const sent = await isac.sent(room);
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toMatch(/\d/);
  });
});

describe('a person who takes over', () => {
  it('between composing and sending is not talked over', async () => {
    const room = await isac.room();
    await isac.says(room, PRICE);
    const turn = await claim();
    const burst = await isac.module.get(ReadBurst).of(turn);
    const thought = await isac.module.get(AttemptThought).about(turn, burst);
    expect(thought?.turn.reply).toContain('259');
    await takeOver(room);
    await isac.module.get(ActOnTurn).on(turn, { burst, thought });
    expect(await isac.sent(room)).toEqual([]);
    expect(await isac.turns(room)).toMatchObject([{ state: 'silent', reason: 'a person has the conversation' }]);
  });

  it('keeps the word for what is written afterwards, and gets no bell for it', async () => {
    const user = await isac.user();
    const room = await isac.room({ assigneeId: user });
    await isac.says(room, PRICE);
    await takeOver(room);
    await isac.says(room, 'quiero hablar con una persona', 2500);
    await isac.answer();
    expect(await isac.sent(room)).toEqual([]);
    expect(await isac.sql.rows('select 1 from notification where user_id = $1', [user])).toEqual([]);
  });

  it('gives it back, and the assistant answers what comes next', async () => {
    const room = await isac.room({ owner: 'person' });
    await isac.says(room, 'hola', 9000);
    await isac.sql.rows(`update conversation set owner = 'assistant' where id = $1`, [room.conversationId]);
    await isac.says(room, PRICE);
    await isac.answer();
    expect(await isac.sent(room)).toHaveLength(1);
  });

  it.each([
    ['off', { assistant_mode: 'off' }],
    ['closed', { status: 'closed' }],
  ])('who turns the assistant %s before the answer silences it', async (_, change) => {
    const room = await isac.room();
    await isac.says(room, PRICE);
    const [[column, value] = ['status', 'closed']] = Object.entries(change);
    await isac.sql.rows(`update conversation set ${column} = $2 where id = $1`, [room.conversationId, value]);
    await isac.answer();
    expect(await isac.sent(room)).toEqual([]);
    expect(await states(room)).toEqual(['silent']);
  });

  it('pauses the assistant for a while, and no longer', async () => {
    const room = await isac.room();
    const pause = (until: Date) =>
      isac.sql.rows('update conversation set assistant_paused_until = $2 where id = $1', [room.conversationId, until]);
    await pause(new Date(Date.now() + 600_000));
    await isac.says(room, PRICE);
    expect(await isac.turns(room)).toEqual([]);
    await pause(new Date(Date.now() - 1000));
    await isac.says(room, PRICE);
    await isac.answer();
    expect(await isac.sent(room)).toHaveLength(1);
  });
});
