import { beforeAll, describe, expect, it } from '@jest/globals';
import { conversations, messagesOf } from './testing/conversation.js';
import { inboundFixtures } from './testing/fixtures.js';
import { openStage, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

interface Thread {
  phone: string | null;
  messages: object[];
}

/** What waits, also for a message that is there by now. */
const UNDONE = `select 1 from inbox_pending where set_aside_at is null union all select 1 from outbox
  union all select 1 from parked_status p join message_key k on k.channel_id = p.channel_id and k.provider_id = p.provider_id`;

/** What customers and advisors see after all given webhooks came in this order. */
async function threadsAfter(stage: Stage, order: typeof inboundFixtures): Promise<Thread[]> {
  for (const { bytes, signature } of order) await stage.door.post(bytes, signature);
  await until('everything to be digested', async () => (await stage.database.count(UNDONE)) === 0, 30_000);
  const keys = new Map(
    (await stage.database.rows<{ id: string; provider_id: string }>('select id, provider_id from message')).map(
      (row) => [row.id, row.provider_id],
    ),
  );
  const threads = await Promise.all(
    (await conversations(stage.admin)).map(async ({ id, contact }) => ({
      phone: contact.phone,
      messages: (await messagesOf(stage.admin, id)).map((message) => ({
        key: keys.get(message.id),
        type: message.type,
        text: message.text,
        at: message.at,
        deletedAt: message.deletedAt,
        reactions: message.reactions,
      })),
    })),
  );
  return threads.sort((a, b) => ((a.phone ?? '') < (b.phone ?? '') ? -1 : 1));
}

const told: Thread[][] = [];
beforeAll(async () => {
  for (const order of [inboundFixtures, [...inboundFixtures].reverse()]) {
    const stage = await openStage();
    try {
      told.push(await threadsAfter(stage, order));
    } finally {
      await stage.close();
    }
  }
}, 120_000);

describe('all given webhooks, the last one first', () => {
  it('make the same threads as in the order of their happening', () => {
    expect(told[1]).toEqual(told[0]);
  });
});
