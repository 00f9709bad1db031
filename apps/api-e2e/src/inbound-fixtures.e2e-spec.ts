import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { all, conversations, type Message, messagesOf } from './testing/conversation.js';
import { NUMBER } from './testing/door.js';
import { EXPECTED_MESSAGES } from './testing/expected-messages.js';
import { type Fixture, inboundFixtures } from './testing/fixtures.js';
import { openStage, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

interface Body {
  entry: {
    changes: {
      value: { metadata?: { phone_number_id: string }; messages?: { id: string }[]; message_echoes?: { id: string }[] };
    }[];
  }[];
}

const numberOf = ({ name }: Fixture): string => name.slice(0, 2);

/** The provider's ids of a body's messages to our number. */
const idsIn = ({ bytes }: Fixture): string[] =>
  (JSON.parse(bytes.toString()) as Body).entry
    .flatMap(({ changes }) => changes.map(({ value }) => value))
    .filter(({ metadata }) => metadata?.phone_number_id === NUMBER)
    .flatMap(({ messages = [], message_echoes: echoes = [] }) => [...messages, ...echoes].map(({ id }) => id));

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  for (const { bytes, signature } of inboundFixtures) expect(await stage.door.post(bytes, signature)).toBe(200);
  await settled();
}, 240_000);
afterAll(() => stage?.close(), 30_000);

/** Nothing waits any more, neither at the door nor in the outbox. */
const settled = (): Promise<true> =>
  until(
    'everything to be digested',
    async () =>
      (await stage.database.count(
        'select 1 from inbox_pending where set_aside_at is null union all select 1 from outbox',
      )) === 0,
  );

async function shown(): Promise<Map<string, Message>> {
  const threads = await Promise.all((await conversations(stage.admin)).map(({ id }) => messagesOf(stage.admin, id)));
  return new Map(threads.flat().map((message) => [message.id, message]));
}

async function byProviderId(): Promise<Map<string, Message>> {
  const messages = await shown();
  const rows = await stage.database.rows<{ provider_id: string; id: string }>(
    'select provider_id, id from message where provider_id is not null',
  );
  return new Map(
    rows.flatMap(({ provider_id: providerId, id }) =>
      messages.has(id) ? [[providerId, messages.get(id) as Message]] : [],
    ),
  );
}

describe('every given webhook', () => {
  it('lies in the flight recorder as it came', async () => {
    const events = await all<{ id: string; outcome: string; setAside: number }>(stage.admin, '/webhook-events');
    expect(events).toHaveLength(inboundFixtures.length);
    expect(events.filter(({ setAside }) => setAside > 0)).toEqual([]);
    const bodies = await Promise.all(
      events.map(async ({ id }) => (await stage.admin.get<{ body: string }>(`/webhook-events/${id}`)).body.body),
    );
    expect(new Set(bodies)).toEqual(new Set(inboundFixtures.map(({ bytes }) => bytes.toString())));
  });

  it("was understood, but for what is another business's", async () => {
    const events = await all<{ id: string; outcome: string; reason: string | null }>(stage.admin, '/webhook-events');
    const odd = events.filter(({ outcome }) => !['processed', 'accepted'].includes(outcome));
    expect(odd.map(({ outcome }) => outcome).sort()).toEqual(['unknown_channel']);
    expect(odd[0]?.reason).toContain('553311998877665');
  });

  it.each(inboundFixtures.filter((one) => EXPECTED_MESSAGES[numberOf(one)]))(
    '$name is shown in its thread',
    async (one) => {
      const messages = await byProviderId();
      const ids = idsIn(one);
      const wanted = EXPECTED_MESSAGES[numberOf(one)] ?? [];
      expect(ids).toHaveLength(wanted.length);
      expect(ids.map((id) => messages.get(id))).toEqual(
        wanted.map((message) => expect.objectContaining({ direction: 'in', ...message })),
      );
    },
  );

  it('put nothing else into the threads', async () => {
    const wanted = inboundFixtures.filter((one) => EXPECTED_MESSAGES[numberOf(one)]).flatMap(idsIn);
    expect([...(await byProviderId()).keys()].sort()).toEqual(wanted.sort());
  });

  it('keeps each status of, and reaction to, a message that we do not know, for when we do', async () => {
    // 16 statuses were told, one of them in two bodies, and a reaction that came and went.
    expect(await stage.database.count('select 1 from parked_status')).toBe(15 + 2);
  });
});

describe('the same webhooks again', () => {
  const state = async (): Promise<unknown> => {
    const threads = await conversations(stage.admin);
    const messages = await Promise.all(threads.map(({ id }) => messagesOf(stage.admin, id)));
    const consents = await Promise.all(
      threads.map(({ contact }) => stage.admin.get(`/contacts/${contact.id}/consents`)),
    );
    const parked = await stage.database.count('select 1 from parked_status');
    return {
      threads,
      messages: messages.flat().map(({ media: _media, ...message }) => message),
      consents: consents.map(({ body }) => body),
      parked,
    };
  };

  const backwards = [...inboundFixtures].reverse();
  const shuffled = [...inboundFixtures].sort((a, b) => (a.signature < b.signature ? -1 : 1));

  it.each([
    ['once more', inboundFixtures],
    ['backwards', backwards],
    ['shuffled', shuffled],
  ] as const)('%s change nothing', async (_order, order) => {
    const before = await state();
    for (const { bytes, signature } of order) expect(await stage.door.post(bytes, signature)).toBe(200);
    await settled();
    expect(await state()).toEqual(before);
  });

  it('five at once change nothing', async () => {
    const before = await state();
    const answers = await Promise.all(
      shuffled.flatMap((one) => Array.from({ length: 5 }, () => stage.door.post(one.bytes, one.signature))),
    );
    expect(new Set(answers)).toEqual(new Set([200]));
    await settled();
    expect(await state()).toEqual(before);
  });
});
