import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Encryption } from '../../../platform/encryption/encryption.js';
import type { Sql } from '../../../platform/database/sql.js';
import { newId } from '../../../platform/ids/uuid.js';
import { startModules, type ModuleContext } from '../../../testing/module-context.js';
import { WorkspaceHttpModule } from '../workspace-http.module.js';
import { LinkStatistics } from './link-statistics.js';

const [CHANNEL, ITEM, LINK, SISTER, STRANGER] = [newId(), newId(), newId(), newId(), newId()];
const RANGE = { from: '2026-11-01', to: '2026-11-10' };
let context: ModuleContext;
let sql: Sql;
let codes = 0;

beforeAll(async () => {
  context = await startModules([WorkspaceHttpModule]);
  sql = context.sql;
  const at = '2026-10-01T00:00:00Z';
  await sql.rows(`update business set time_zone = 'America/Guayaquil'`);
  await sql.rows(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at) values ($1, 'whatsapp_cloud', 'V', '1', 'http://x', $2, 'EC', true, 80, $3, $3)`,
    [CHANNEL, context.module.get(Encryption).encrypt('{}'), at],
  );
  await sql.rows(
    `insert into catalogue_item (id, kind, sku, name, category, price_retail, currency, search_text, created_at, updated_at) values ($1, 'property', 'VM-1', 'Villa', 'c', 1, 'USD', '', $2, $2)`,
    [ITEM, at],
  );
  for (const [id, network, item] of [
    [LINK, 'facebook', ITEM],
    [SISTER, 'tiktok', ITEM],
    [STRANGER, 'qr', null],
  ])
    await sql.rows(
      `insert into tracked_link (id, slug, item_id, network, name, channel_id, utm, created_at, updated_at) values ($1::uuid, right($1::text, 7), $2, $3, 'x', $4, '{}', $5, $5)`,
      [id, item, network, CHANNEL, at],
    );
  // 2026-11-02 23:30 in Guayaquil is the 3rd in UTC.
  await click(LINK, '2026-11-03T04:30:00Z');
  await click(LINK, '2026-11-03T15:00:00Z');
  await click(LINK, '2026-11-03T15:00:00Z', 'preview');
  await click(LINK, '2026-10-25T15:00:00Z');
  await click(SISTER, '2026-11-05T15:00:00Z');
  await click(STRANGER, '2026-11-05T15:00:00Z');
  await enquiry(LINK, '2026-11-03T15:01:00Z', 'won', 700);
  await enquiry(LINK, '2026-11-04T15:01:00Z', 'lost', 900);
  await enquiry(LINK, '2026-10-25T15:01:00Z', 'won', 50);
  await enquiry(SISTER, '2026-11-05T15:01:00Z', 'qualified', 10);
});
afterAll(() => context.close());

async function click(linkId: string | null | undefined, at: string, kind = 'human'): Promise<void> {
  await sql.rows(
    `insert into link_click (id, link_id, kind, claim_code, at, agent_family) values ($1, $2, $3, $4, $5, 'chrome')`,
    [newId(), linkId, kind, kind === 'human' ? `C${(codes += 1)}` : null, at],
  );
}

/** Two messages of one conversation by the same link: one conversation, one lead. */
async function enquiry(linkId: string, at: string, state: string, value: number): Promise<void> {
  const [contactId, conversationId] = [newId(), newId()];
  await sql.rows('insert into contact (id, created_at, updated_at) values ($1, $2, $2)', [contactId, at]);
  await sql.rows(
    `insert into conversation (id, contact_id, channel_id, status, assistant_mode, owner, created_at, activity_at) values ($1, $2, $3, 'open', 'off', 'nobody', $4, $4)`,
    [conversationId, contactId, CHANNEL, at],
  );
  for (const later of [0, 3_600_000])
    await sql.rows(
      `insert into attribution (message_id, conversation_id, contact_id, source, network, link_id, at) values ($1, $2, $3, 'link', 'x', $4, $5)`,
      [newId(), conversationId, contactId, linkId, new Date(Date.parse(at) + later)],
    );
  await sql.rows(
    `insert into lead (id, contact_id, conversation_id, source_kind, link_id, state, lost_reason, value_amount, value_currency, first_message_at, enquired_at, activity_at, created_at, updated_at)
     values ($1, $2, $3, 'link', $4, $5, $6, $7, 'USD', $8, $8, $8, $8, $8)`,
    [newId(), contactId, conversationId, linkId, state, state === 'lost' ? 'x' : null, value, at],
  );
}

const stats = (range: { from?: string; to?: string } = RANGE) => context.module.get(LinkStatistics).of(LINK, range);

it('counts people from click to sale in the business`s own days', async () => {
  const { totals, series, hours, timeZone } = await stats();
  expect(timeZone).toBe('America/Guayaquil');
  expect(totals).toEqual({
    clicks: 2,
    conversations: 2,
    leads: 2,
    qualified: 1,
    won: 1,
    passersBy: 1,
    withoutClick: 2,
    revenue: [{ amount: 700, currency: 'USD' }],
  });
  expect(series).toHaveLength(10);
  expect(series.slice(1, 4)).toEqual([
    { date: '2026-11-02', clicks: 1, conversations: 0, leads: 0, qualified: 0, won: 0 },
    { date: '2026-11-03', clicks: 1, conversations: 1, leads: 1, qualified: 1, won: 1 },
    { date: '2026-11-04', clicks: 0, conversations: 1, leads: 1, qualified: 0, won: 0 },
  ]);
  expect([hours[23], hours[10], hours.reduce((sum, count) => sum + count, 0)]).toEqual([1, 1, 2]);
});

it('compares with as many days before', async () => {
  expect((await stats()).previous).toEqual({
    from: '2026-10-22',
    to: '2026-10-31',
    totals: { clicks: 1, conversations: 1, leads: 1, qualified: 1, won: 1 },
  });
});

it('shows the item`s networks side by side, and no other item`s', async () => {
  expect((await stats()).networks).toEqual([
    { network: 'facebook', clicks: 2, conversations: 2, leads: 2, qualified: 1, won: 1 },
    { network: 'tiktok', clicks: 1, conversations: 1, leads: 1, qualified: 1, won: 0 },
  ]);
});

it('knows no link that is not there', async () => {
  await expect(context.module.get(LinkStatistics).of(newId(), RANGE)).rejects.toMatchObject({ code: 'not_found' });
});
