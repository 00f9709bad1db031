import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../../platform/ids/uuid.js';
import { keptRows } from '../../../testing/kept-rows.js';
import { rankOf, type MessageStatus } from '../domain/message-status.js';
import type { MessageView } from '../http/message.view.js';
import { SettleParkedStatusesJob } from '../jobs/settle-parked-statuses.job.js';
import { ago, newcomer, reply, threadOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { to, told, wamid } from '../testing/wire.js';

let app: ThreadApp;
let paula: Person;
beforeAll(async () => {
  app = await startThreads();
  paula = await app.person(['supervisor']);
});
afterAll(() => app.close());

/** A message of ours that the provider took, with the id it was given. */
async function sent(): Promise<{ id: string; conversationId: string; providerId: string }> {
  const { id: conversationId } = await newcomer(app, paula);
  const { id } = await reply(paula, conversationId, 'Con gusto');
  await app.deliver();
  const row = await app.sql.one<{ provider_id: string }>('select provider_id from message where id = $1', [id]);
  return { id, conversationId, providerId: row?.provider_id ?? '' };
}
const messageOf = async ({ id, conversationId }: { id: string; conversationId: string }): Promise<MessageView> => {
  const found = (await threadOf(paula, conversationId)).find((message) => message.id === id);
  if (!found) throw new Error('the message is gone');
  return found;
};
const statuses = async (id: string) =>
  (await app.appended('message.status')).flatMap((event) => (event['messageId'] === id ? [event['status']] : []));

describe('ticks', () => {
  it('rise one after the other, each with its own time', async () => {
    const ours = await sent();
    const times = { delivered: ago(3), read: ago(2), played: ago(1) };
    for (const [status, at] of Object.entries(times)) await app.hear(told(ours.providerId, status as 'read', { at }));
    const view = await messageOf(ours);
    expect(view.status).toBe('played');
    for (const [status, at] of Object.entries(times)) {
      expect(Date.parse(view.statusTimes[status] ?? '')).toBe(Math.floor(at.getTime() / 1000) * 1000);
    }
    expect(Object.keys(view.statusTimes)).toEqual(expect.arrayContaining(['queued', 'sending', 'sent']));
    expect(await statuses(ours.id)).toEqual(['sent', 'delivered', 'read', 'played']);
  });

  it('never go back, and the time of one that came late is kept all the same', async () => {
    const ours = await sent();
    await app.hear(told(ours.providerId, 'read', { at: ago(1) }));
    await app.hear(told(ours.providerId, 'delivered', { at: ago(2) }));
    const view = await messageOf(ours);
    expect(view.status).toBe('read');
    expect(view.statusTimes['delivered']).toBeDefined();
  });

  it('told again change nothing and are not told on', async () => {
    const ours = await sent();
    await app.hear(told(ours.providerId, 'delivered'), told(ours.providerId, 'delivered'));
    await app.hear(told(ours.providerId, 'delivered', { recipient_participant_id: 'someone' }));
    expect(await statuses(ours.id)).toEqual(['sent', 'delivered']);
  });

  it('end at the highest in whatever order and batches they come', async () => {
    const told_ = fc.constantFrom('sent', 'delivered', 'read', 'played', 'failed' as const);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(told_, { maxLength: 3 }), { minLength: 1, maxLength: 3 }), async (batches) => {
        const ours = await sent();
        for (const batch of batches) await app.hear(...batch.map((status) => told(ours.providerId, status as 'sent')));
        const highest = Math.max(rankOf('sent'), ...batches.flat().map((status) => rankOf(status as MessageStatus)));
        expect(rankOf((await messageOf(ours)).status as MessageStatus)).toBe(highest);
      }),
      { numRuns: 5 },
    );
  });
});

describe('a failure', () => {
  it('is shown with the provider’s code and our words', async () => {
    const ours = await sent();
    await app.hear(told(ours.providerId, 'failed'));
    expect(await messageOf(ours)).toMatchObject({
      status: 'failed',
      failure: {
        code: '131026',
        reason: 'recipient_unreachable',
        retryable: false,
        title: expect.stringContaining('WhatsApp'),
      },
    });
  });

  it('that may pass is offered for another try', async () => {
    const ours = await sent();
    await app.hear(told(ours.providerId, 'failed', { errors: [{ code: 131049, title: 'Meta chose not to deliver' }] }));
    expect(await messageOf(ours)).toMatchObject({ failure: { reason: 'marketing_cap', retryable: true } });
  });

  it('is forgotten when the message arrives after all', async () => {
    const ours = await sent();
    await app.hear(told(ours.providerId, 'failed'));
    await app.hear(told(ours.providerId, 'delivered'));
    expect(await messageOf(ours)).toMatchObject({ status: 'delivered', failure: null });
  });

  it('heard after it was delivered is no failure', async () => {
    const ours = await sent();
    await app.hear(told(ours.providerId, 'delivered'));
    await app.hear(told(ours.providerId, 'failed'));
    expect(await messageOf(ours)).toMatchObject({ status: 'delivered', failure: null });
  });

  it('and a delivery in one batch are a delivery', async () => {
    const ours = await sent();
    await app.hear(told(ours.providerId, 'failed'), told(ours.providerId, 'delivered'));
    expect(await messageOf(ours)).toMatchObject({ status: 'delivered', failure: null });
  });
});

describe('a status that comes before its message is known', () => {
  it('waits, and is applied when it is', async () => {
    const { id: conversationId } = await newcomer(app, paula);
    const { id } = await reply(paula, conversationId, 'Con gusto');
    const providerId = wamid();
    await app.hear(told(providerId, 'delivered', { at: ago(2) }), told(providerId, 'read', { at: ago(1) }));
    expect(await app.work(SettleParkedStatusesJob)).toBe(0);
    app.graph.next.push({ status: 200, body: { messages: [{ id: providerId }] } });
    await app.deliver();
    expect(await messageOf({ id, conversationId })).toMatchObject({ status: 'sent' });
    expect(await app.work(SettleParkedStatusesJob)).toBe(2);
    expect(await messageOf({ id, conversationId })).toMatchObject({
      status: 'read',
      statusTimes: { delivered: expect.any(String) },
    });
    expect(await app.sql.rows('select 1 from parked_status')).toEqual([]);
  });

  it('waits sealed: whom the message went to is not to be read', async () => {
    await app.sql.rows('truncate parked_status');
    const providerId = wamid();
    await app.hear(told(providerId, 'delivered', { recipient_id: '593987654321' }));
    const rows = await keptRows(app.sql, ['parked_status']);
    expect([rows.length, rows.filter((row) => row.includes('987654321'))]).toEqual([1, []]);
  });

  it('that an earlier version parked unsealed is applied too', async () => {
    await app.sql.rows('truncate parked_status');
    const ours = await sent();
    const event = { kind: 'status', providerMessageId: ours.providerId, status: 'delivered', at: ago(1) };
    const item = { channelId: app.channel.id, channelKind: 'whatsapp_cloud', event };
    await app.sql.rows(
      'insert into parked_status (id, channel_id, provider_id, event, parked_at) values ($1, $2, $3, $4, $5)',
      [newId(), app.channel.id, ours.providerId, JSON.stringify(item), app.clock.now()],
    );
    expect(await app.work(SettleParkedStatusesJob)).toBe(1);
    expect(await messageOf(ours)).toMatchObject({ status: 'delivered' });
  });

  it('of another number of the business is not taken for ours', async () => {
    const ours = await sent();
    await app.addChannel({ address: '321', accountId: '322' });
    await app.hear(to('321', told(ours.providerId, 'read')));
    await app.work(SettleParkedStatusesJob);
    expect(await messageOf(ours)).toMatchObject({ status: 'sent' });
  });

  it('is forgotten after a day when nobody knows it', async () => {
    await app.sql.rows('truncate parked_status');
    await app.hear(told(wamid(), 'delivered'));
    app.clock.shiftTo(24 * 3_600_000 + 1000);
    await app.work(SettleParkedStatusesJob);
    app.clock.shiftTo(0);
    expect(await app.sql.rows('select 1 from parked_status')).toEqual([]);
  });
});

describe('a status that names our attempt', () => {
  it.each(['not a uuid', '0199aaaa-0000-7000-8000-000000000000', ''])(
    'that is none of ours waits: %j',
    async (correlation) => {
      await app.sql.rows('truncate parked_status');
      await app.hear(told(wamid(), 'sent', { biz_opaque_callback_data: correlation }));
      expect(await app.sql.rows('select 1 from parked_status')).toHaveLength(1);
    },
  );

  it('finds its message though the provider’s id was never heard', async () => {
    const { id: conversationId } = await newcomer(app, paula);
    const { id } = await reply(paula, conversationId, '¿Llegó?');
    app.graph.next.push('hang-up');
    await app.deliver();
    expect(await messageOf({ id, conversationId })).toMatchObject({ status: 'unknown' });
    const [attempt] = await app.sql.rows<{ id: string }>('select id from message_attempt where message_id = $1', [id]);
    const providerId = wamid();
    await app.hear(told(providerId, 'delivered', { biz_opaque_callback_data: attempt?.id }));
    expect(await messageOf({ id, conversationId })).toMatchObject({ status: 'delivered', failure: null });
    await app.hear(told(providerId, 'read'));
    expect(await messageOf({ id, conversationId })).toMatchObject({ status: 'read' });
    const attempts = await paula.read(`/conversations/${conversationId}/messages/${id}/attempts`);
    expect(attempts).toMatchObject([{ outcome: 'accepted', providerId }]);
  });
});
