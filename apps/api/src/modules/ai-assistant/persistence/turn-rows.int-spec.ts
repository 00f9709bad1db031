import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { newId } from '../../../platform/ids/uuid.js';
import { type AssistantContext, type Room, startAssistant } from '../testing/assistant-context.js';
import { TurnRows, type ClaimedTurn } from './turn-rows.js';

let isac: AssistantContext;
let rows: TurnRows;
beforeAll(async () => {
  isac = await startAssistant();
  rows = isac.module.get(TurnRows);
});
afterAll(() => isac.close());
beforeEach(() => isac.sql.rows('delete from assistant_turn'));

const NOW = Date.now();
const at = (seconds: number): Date => new Date(NOW + seconds * 1000);
const ask = async (
  room: Room,
  messageIds: string[],
  { first = -3, last = first, due = -1 }: { first?: number; last?: number; due?: number } = {},
) =>
  rows.ask({
    id: newId(),
    conversationId: room.conversationId,
    messageIds,
    mode: 'auto',
    firstAt: at(first),
    lastAt: at(last),
    dueAt: at(due),
    at: at(0),
  });
const finish = (turn: ClaimedTurn) =>
  rows.finish(turn.id, {
    state: 'answered',
    messageIds: turn.messageIds,
    reason: null,
    replyMessageId: null,
    trace: null,
    at: at(0),
  });

describe('asking', () => {
  it('lets messages join the answer in the making, each once, in order', async () => {
    const room = await isac.room();
    const [a, b, c] = [newId(), newId(), newId()];
    await ask(room, [a]);
    await ask(room, [a, b]);
    await ask(room, [c, b]);
    expect(await isac.turns(room)).toMatchObject([{ state: 'waiting', message_ids: [a, b, c] }]);
  });

  it('begins a new one after the last was finished', async () => {
    const room = await isac.room();
    await ask(room, [newId()]);
    const [turn] = await rows.claim(at(0), 1);
    if (!turn) throw new Error('nothing is due');
    await finish(turn);
    await ask(room, [newId()]);
    expect((await isac.turns(room)).map(({ state }) => state)).toEqual(['answered', 'waiting']);
    expect(await rows.answered(room.conversationId)).toEqual(new Set(turn.messageIds));
  });

  it('puts the answer off by two seconds of silence, six from the first message at most', async () => {
    const room = await isac.room();
    const due = async () =>
      (
        await isac.sql.one<{ due: Date }>('select due_at as due from assistant_turn where conversation_id = $1', [
          room.conversationId,
        ])
      )?.due;
    await ask(room, [newId()], { first: 0, due: 2 });
    await ask(room, [newId()], { first: 1.5 });
    expect(await due()).toEqual(at(3.5));
    await ask(room, [newId()], { first: 5.5 });
    expect(await due()).toEqual(at(6));
  });
});

describe('claiming', () => {
  it('takes what is due longest, no more than asked for, and nothing twice', async () => {
    const rooms = [await isac.room(), await isac.room(), await isac.room()];
    for (const [order, room] of rooms.entries()) await ask(room, [newId()], { due: -3 + order });
    const first = await rows.claim(at(0), 2);
    expect(first.map(({ conversationId }) => conversationId).sort()).toEqual(
      rooms
        .slice(0, 2)
        .map(({ conversationId }) => conversationId)
        .sort(),
    );
    expect(await rows.claim(at(0), 9)).toHaveLength(1);
    expect(await rows.claim(at(0), 9)).toEqual([]);
  });

  it('leaves alone what is not due yet', async () => {
    await ask(await isac.room(), [newId()], { due: 5 });
    expect(await rows.claim(at(4.9), 9)).toEqual([]);
    expect(await rows.claim(at(5), 9)).toHaveLength(1);
  });

  it('takes what a clock that was set back has dated far ahead', async () => {
    await ask(await isac.room(), [newId()], { due: 3600 });
    expect(await rows.claim(at(0), 9)).toHaveLength(1);
  });

  it('gives each turn to one of many that claim at once', async () => {
    for (let count = 0; count < 8; count++) await ask(await isac.room(), [newId()]);
    const claimed = (await Promise.all(Array.from({ length: 8 }, () => rows.claim(at(0), 3)))).flat();
    expect(new Set(claimed.map(({ id }) => id)).size).toBe(claimed.length);
    expect(claimed.length + (await rows.claim(at(0), 99)).length).toBe(8);
  });

  it('counts the attempts, and begins anew when the customer writes on', async () => {
    const room = await isac.room();
    await ask(room, [newId()]);
    const [turn] = await rows.claim(at(0), 1);
    expect(turn?.attempts).toBe(1);
    if (!turn) throw new Error('nothing is due');
    await rows.wait(turn.id, [...turn.messageIds, newId()], at(-1));
    expect((await rows.claim(at(0), 1))[0]).toMatchObject({ attempts: 1, id: turn.id });
  });
});

describe('whether a turn is still as it was claimed', () => {
  it('is so until a message joins it, another claims it, or it is finished', async () => {
    const room = await isac.room();
    await ask(room, [newId()]);
    const [turn] = await rows.claim(at(0), 1);
    if (!turn) throw new Error('nothing is due');
    expect(await rows.still(turn)).toBe(true);
    expect(await rows.still({ ...turn, attempts: 2 })).toBe(false);
    await ask(room, [newId()]);
    expect(await rows.still(turn)).toBe(false);
    const [again] = await rows.claim(at(60), 1);
    if (!again) throw new Error('nothing is due');
    await finish(again);
    expect(await rows.still(again)).toBe(false);
  });
});
