import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../../platform/clock/system-clock.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Conversations } from '../../conversations/index.js';
import { type AssistantContext, startAssistant } from '../testing/assistant-context.js';
import { Qualifications } from './qualifications.js';

let isac: AssistantContext;
beforeAll(async () => {
  isac = await startAssistant();
});
afterAll(() => isac.close());

const ownerOf = async (conversationId: string) =>
  (await isac.module.get(Conversations, { strict: false }).byIds([conversationId])).get(conversationId)?.owner;
const bells = (userId: string) =>
  isac.sql.rows<{ kind: string; priority: string }>('select kind, priority from notification where user_id = $1', [
    userId,
  ]);

describe('a burst', () => {
  it('of three messages gets one answer, from the catalogue, with its trace', async () => {
    const room = await isac.room();
    const ids = [
      await isac.says(room, 'hola', 5000),
      await isac.says(room, 'una consulta', 4500),
      await isac.says(room, 'cuánto sale la mesa de roble?', 4000),
    ];
    await isac.answer();
    const [turn, ...others] = await isac.turns(room);
    expect(others).toEqual([]);
    expect(turn).toMatchObject({ state: 'answered', message_ids: ids });
    const sent = await isac.sent(room);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('259');
    const trace = await isac.sql.one<{ facts: { sku: string }[]; latency: object; decision: { intent: string } }>(
      'select facts, latency, decision from assistant_turn where id = $1',
      [turn?.id],
    );
    expect(trace?.facts).toEqual([expect.objectContaining({ sku: 'MESA-1', version: 1 })]);
    expect(trace?.decision.intent).toBe('price_query');
    expect(Object.keys(trace?.latency ?? {}).sort()).toEqual(['answer', 'gather']);
  });

  it('is not answered before it ends, and what comes in late joins it', async () => {
    const room = await isac.room();
    await isac.says(room, 'hola', 500);
    await isac.answer();
    expect(await isac.turns(room)).toMatchObject([{ state: 'waiting' }]);
    await isac.says(room, 'tienen mesas?', 0);
    await isac.sql.rows(
      `update assistant_turn set due_at = due_at - interval '6 seconds', first_at = first_at - interval '6 seconds' where conversation_id = $1`,
      [room.conversationId],
    );
    await isac.answer();
    expect(await isac.turns(room)).toMatchObject([{ state: 'answered' }]);
    expect(await isac.sent(room)).toHaveLength(1);
  });

  it('answers a message that the listener has not heard of with it, and never again', async () => {
    const room = await isac.room();
    await isac.says(room, 'hola', 9000);
    const unheard = await isac.says(room, 'cuánto sale la mesa?', 8000, false);
    await isac.answer();
    await isac.hears(room, unheard);
    await isac.answer();
    expect((await isac.turns(room)).map(({ state }) => state)).toEqual(['answered', 'silent']);
    expect(await isac.sent(room)).toHaveLength(1);
  });

  it('is answered although the clock was set back since', async () => {
    const room = await isac.room();
    const clock = isac.module.get(SystemClock, { strict: false });
    await isac.says(room, 'hola', -3_600_000);
    await isac.answer();
    expect(clock.offset).toBe(0);
    expect(await isac.turns(room)).toMatchObject([{ state: 'answered' }]);
  });
});

describe('silence', () => {
  it('falls when a person takes over before the answer', async () => {
    const room = await isac.room();
    await isac.says(room, 'hola, cuánto sale la mesa?');
    await isac.sql.rows(`update conversation set owner = 'person' where id = $1`, [room.conversationId]);
    await isac.answer();
    expect(await isac.sent(room)).toEqual([]);
    expect(await isac.turns(room)).toMatchObject([{ state: 'silent', reason: 'a person has the conversation' }]);
  });

  it.each([
    ['a person has it', { owner: 'person' }, 3000],
    ['it is off', { mode: 'off', owner: 'nobody' }, 3000],
    ['the message is old', {}, 301_000],
  ])('is kept from the start when %s', async (_, over, ago) => {
    const room = await isac.room(over);
    await isac.says(room, 'hola, cuánto sale la mesa?', ago);
    await isac.answer();
    expect(await isac.turns(room)).toEqual([]);
  });

  it('is kept when the assistant is switched off for all', async () => {
    await isac.sql.rows('update assistant_settings set enabled = false');
    const room = await isac.room();
    await isac.says(room, 'hola');
    await isac.sql.rows('update assistant_settings set enabled = true');
    expect(await isac.turns(room)).toEqual([]);
  });
});

describe('a hand-over', () => {
  it('tells the customer, the team once, and is silent afterwards', async () => {
    const [user, teamId] = [await isac.user(), newId()];
    await isac.sql.rows('insert into team (id, name, created_at) values ($1::uuid, $1::text, $2)', [
      teamId,
      new Date(),
    ]);
    await isac.sql.rows('insert into team_member (team_id, user_id) values ($1, $2)', [teamId, user]);
    const room = await isac.room({ teamId });
    await isac.says(room, 'me llegó rota la mesa, es una vergüenza, quiero hablar con una persona');
    await isac.answer();
    expect(await isac.sent(room)).toHaveLength(1);
    expect(await ownerOf(room.conversationId)).toBe('person');
    expect(await bells(user)).toEqual([{ kind: 'escalation', priority: expect.stringMatching(/high|urgent/) }]);
    expect(await isac.appended('assistant.handed-off')).toContainEqual(
      expect.objectContaining({ conversationId: room.conversationId }),
    );
    await isac.says(room, 'hola??', 2500);
    await isac.answer();
    expect(await isac.sent(room)).toHaveLength(1);
    expect(await bells(user)).toHaveLength(1);
  });

  it('happens when the engine breaks: the customer hears of it, and the broken state is forgotten', async () => {
    const user = await isac.user('{supervisor}');
    const room = await isac.room();
    await isac.sql.rows(
      `insert into assistant_qualification (conversation_id, state, quality, completeness, updated_at, expires_at) values ($1, '{"cart": 7}', 'cold', 0, $2, $3)`,
      [room.conversationId, new Date(), new Date(Date.now() + 1e6)],
    );
    await isac.says(room, 'cuánto sale la mesa de roble?');
    await isac.answer();
    expect(await isac.turns(room)).toMatchObject([
      { state: 'failed', reason: 'engine', reply_message_id: expect.any(String) },
    ]);
    expect(await isac.sent(room)).toHaveLength(1);
    expect(await ownerOf(room.conversationId)).toBe('person');
    expect(await bells(user)).toMatchObject([{ kind: 'escalation' }]);
    expect(await isac.module.get(Qualifications, { strict: false }).of(room.conversationId)).toBeUndefined();
  });
});

describe('a suggestion', () => {
  it.each(['nobody', 'person'])('is stored and told, and nothing is sent, with %s in charge', async (owner) => {
    const room = await isac.room({ mode: 'suggest', owner });
    await isac.says(room, 'cuánto sale la mesa de roble?');
    await isac.answer();
    const [turn] = await isac.turns(room);
    expect(turn).toMatchObject({ state: 'suggested', reply: expect.stringContaining('259') });
    expect(await isac.sent(room)).toEqual([]);
    expect(await isac.appended('assistant.suggested')).toContainEqual({
      turnId: turn?.id,
      conversationId: room.conversationId,
    });
  });
});

describe('what was found out', () => {
  it('fills in what nobody knew of the customer and is remembered for a week', async () => {
    const room = await isac.room();
    await isac.says(room, 'hola, soy Lucía Paredes de Quito, quiero la mesa de roble');
    await isac.answer();
    expect(await isac.sql.one('select name, city from contact where id = $1', [room.contactId])).toMatchObject({
      name: expect.stringContaining('Luc'),
      city: 'Quito',
    });
    const qualifications = isac.module.get(Qualifications, { strict: false });
    expect((await qualifications.of(room.conversationId))?.state).toMatchObject({
      interested: true,
      slots: { city: 'Quito' },
    });
    const clock = isac.module.get(SystemClock, { strict: false });
    clock.shiftTo(7 * 86_400_000 + 60_000);
    expect(await qualifications.of(room.conversationId)).toBeUndefined();
    expect(await qualifications.stateOf(room.conversationId)).toMatchObject({ slots: {}, turns: 0 });
    clock.shiftTo(0);
  });

  it('withdraws consent when the customer wants no more messages, and says so once', async () => {
    const room = await isac.room();
    await isac.says(room, 'por favor no me manden más mensajes');
    await isac.answer();
    expect(await isac.sent(room)).toHaveLength(1);
    expect(
      await isac.sql.one(`select state from consent_state where contact_id = $1 and category = 'marketing'`, [
        room.contactId,
      ]),
    ).toMatchObject({ state: 'withdrawn' });
    await isac.says(room, 'no me manden más mensajes', 2500);
    await isac.answer();
    expect(await isac.sent(room)).toHaveLength(1);
  });
});
