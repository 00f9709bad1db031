import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AssistantContext, type Room, startAssistant } from '../testing/assistant-context.js';

let isac: AssistantContext;
beforeAll(async () => {
  isac = await startAssistant();
});
afterAll(() => isac.close());

/** The message is an enquiry that came by a link for the table, or by none. */
const enquires = async (
  { conversationId, contactId }: Room,
  messageId: string,
  byLink: boolean,
  at = new Date(),
): Promise<void> => {
  await isac.sql.rows(
    `insert into attribution (message_id, conversation_id, contact_id, source, item_id, at)
     select $1, $2, $3, $4, case when $4 = 'link' then (select id from catalogue_item where sku = 'MESA-1') end, $5`,
    [messageId, conversationId, contactId, byLink ? 'link' : 'direct', at],
  );
};

async function asked(room: Room): Promise<string> {
  await isac.says(room, '¿cuánto cuesta?');
  await isac.answer();
  return (await isac.sent(room)).at(-1) ?? '';
}

describe('a customer who came by a link for an item', () => {
  it('is told its price when asking for one at once', async () => {
    const room = await isac.room();
    await enquires(room, await isac.says(room, '¿cuánto cuesta?'), true);
    await isac.answer();
    expect(await isac.sent(room)).toEqual([expect.stringContaining('259')]);
  });

  it('is told its price when asking later', async () => {
    const room = await isac.room();
    await enquires(room, await isac.says(room, 'hola', 30_000), true);
    await isac.answer();
    expect(await asked(room)).toContain('259');
  });

  it('and comes back by none is asked what it is about', async () => {
    const room = await isac.room();
    const [first, second] = [
      await isac.says(room, 'hola', 40_000, false),
      await isac.says(room, 'buenas', 30_000, false),
    ];
    await enquires(room, first, true, new Date(Date.now() - 40_000));
    await enquires(room, second, false, new Date(Date.now() - 30_000));
    expect(await asked(room)).not.toContain('259');
  });
});
