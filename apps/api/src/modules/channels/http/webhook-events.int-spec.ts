import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { WebhookIntake } from '../services/webhook-intake.js';
import { APP_SECRET, type ChannelApp, startChannelApp } from '../testing/channel-app.js';
import { signedWebhook, whatsappBody, type WrittenMessage } from '../testing/signed-webhook.js';

type Ask = Awaited<ReturnType<ChannelApp['as']>>;
interface Listed {
  data: { id: string; outcome: string; receivedAt: string }[];
  nextCursor: string | null;
}

let app: ChannelApp;
let ask: Ask;
beforeAll(async () => {
  app = await startChannelApp();
  ask = await app.as(['webhook-events:read']);
});
afterAll(() => app.close());
beforeEach(() => app.sql.rows('truncate webhook_receipt, channel_event, inbox_pending'));

async function receive(...messages: WrittenMessage[]): Promise<void> {
  for (const message of messages)
    await app.get(WebhookIntake).take('whatsapp', signedWebhook(APP_SECRET, whatsappBody([message])));
}
const list = async (query: string): Promise<Listed> => (await ask<Listed>({ path: `/webhook-events${query}` })).body;

describe('the flight recorder', () => {
  it('lists the newest first, page by page, each once', async () => {
    await receive(...Array.from({ length: 5 }, (_, index) => ({ id: `wamid.${index}` })));
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.nextCursor ?? ''}`);
    const third = await list(`?limit=2&cursor=${second.nextCursor ?? ''}`);
    const ids = [first, second, third].flatMap(({ data }) => data.map(({ id }) => id));
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
    expect(ids).toHaveLength(5);
    expect(third.nextCursor).toBeNull();
  });

  it('filters by what became of it', async () => {
    await receive({ id: 'wamid.ok' }, { id: 'wamid.lost', phoneNumberId: '1', businessAccountId: '2' });
    expect((await list('?outcome=pending')).data).toHaveLength(1);
    expect((await list('?outcome=unknown_channel')).data).toHaveLength(1);
    expect((await list('?outcome=problem')).data).toHaveLength(1);
    expect((await list('?outcome=accepted')).data).toHaveLength(0);
    await app.sql.rows('delete from inbox_pending');
    expect((await list('?outcome=accepted')).data).toHaveLength(1);
    expect((await list('?door=instagram')).data).toHaveLength(0);
  });

  it('finds a text of sealed bodies, and leads on when there is more', async () => {
    await receive(
      { id: 'wamid.one', name: 'José Ñandú' },
      { id: 'wamid.two' },
      { id: 'wamid.three', name: 'José Ñandú' },
    );
    expect((await list('?q=wamid.two')).data).toHaveLength(1);
    const found = await list('?limit=1&q=jos%C3%A9%20%C3%B1and%C3%BA');
    expect(found.data).toHaveLength(1);
    const more = await list(`?limit=1&q=jos%C3%A9%20%C3%B1and%C3%BA&cursor=${found.nextCursor ?? ''}`);
    expect(more.data).toHaveLength(1);
    expect(more.data[0]?.id).not.toBe(found.data[0]?.id);
    expect(await list('?q=nobody-wrote-this')).toEqual({ data: [], nextCursor: null });
  });

  it('refuses filters it does not know and cursors of other lists', async () => {
    for (const query of [
      '?outcome=x',
      '?door=x',
      '?limit=0',
      '?sort=id',
      '?q=ab',
      '?cursor=nonsense',
      `?cursor=${Buffer.from('["1; drop"]').toString('base64url')}`,
    ]) {
      expect((await ask({ path: `/webhook-events${query}` })).status).toBe(400);
    }
  });

  it('shows the body as it was received', async () => {
    await receive({ id: 'wamid.shown', text: '¿Cuánto cuesta? 🛵' });
    const [row] = (await list('')).data;
    const { body } = await ask<{ body: string }>({ path: `/webhook-events/${row?.id ?? ''}` });
    expect(JSON.parse(body.body)).toEqual(whatsappBody([{ id: 'wamid.shown', text: '¿Cuánto cuesta? 🛵' }]));
  });

  it('runs one again on request, and the audit knows who asked', async () => {
    await receive({ id: 'wamid.replayed' });
    await app.sql.rows('delete from inbox_pending');
    const [row] = (await list('')).data;
    const answer = await ask({ method: 'POST', path: `/webhook-events/${row?.id ?? ''}/replay` });
    expect(answer).toMatchObject({ status: 200, body: { outcome: 'pending', pending: 1 } });
    expect(
      await app.sql.rows(`select 1 from audit_entry where action = 'webhook-event.replayed' and target_id = $1`, [
        row?.id,
      ]),
    ).toHaveLength(1);
  });

  it('is for those who may read webhooks, and silent about what does not exist', async () => {
    const other = await app.as(['conversations:read', 'channels:manage']);
    for (const path of ['/webhook-events', `/webhook-events/${newId()}`])
      expect((await other({ path })).status).toBe(403);
    expect((await ask({ path: `/webhook-events/${newId()}` })).status).toBe(404);
    expect((await ask({ method: 'POST', path: `/webhook-events/${newId()}/replay` })).status).toBe(404);
  });
});
