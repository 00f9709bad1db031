import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../platform/clock/clock.js';
import { Sql } from '../platform/database/sql.js';
import { ListenerRegistry } from '../platform/outbox/listener-registry.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { DemoModule } from './demo.module.js';
import { DemoShop } from './demo-shop.js';

let host: TestApp;
let sql: Sql;
let loaded: boolean;

const numbers = async (text: string): Promise<Record<string, number>> =>
  (await sql.one<Record<string, number>>(text)) ?? {};
const grouped = async (text: string): Promise<Record<string, number>> =>
  Object.fromEntries((await sql.rows<{ key: string; n: number }>(text)).map(({ key, n }) => [key, n]));

beforeAll(async () => {
  host = await createTestApp([DemoModule], { SIMULATOR_URL: 'http://127.0.0.1:9' });
  sql = host.get(Sql);
  loaded = await host.get(DemoShop).load();
}, 240_000);
afterAll(() => host.close());

describe('the demo shop', () => {
  it('moves in once, and the clock is right again', async () => {
    expect(loaded).toBe(true);
    expect(await host.get(DemoShop).load()).toBe(false);
    expect(Math.abs(host.get(Clock).now().getTime() - Date.now())).toBeLessThan(1000);
  });

  it('is big enough to look at', async () => {
    const size =
      await numbers(`select (select count(*)::int from conversation) as conversations, (select count(*)::int from message) as messages, (select count(*)::int from tracked_link) as links,
      (select count(*)::int from link_click) as clicks, (select count(*)::int from link_click where kind <> 'human') as machines, (select count(*)::int from notification) as notifications`);
    expect(size['conversations']).toBeGreaterThanOrEqual(60);
    expect(size['messages']).toBeGreaterThanOrEqual(550);
    expect(size['links']).toBeGreaterThanOrEqual(8);
    expect(size['clicks']).toBeGreaterThanOrEqual(300);
    expect(size['machines']).toBeGreaterThan(10);
    expect(size['notifications']).toBeGreaterThan(3);
  });

  it('has conversations in every state, each contact one on the channel that is not closed', async () => {
    const states = await grouped('select status as key, count(*)::int as n from conversation group by status');
    expect(Object.keys(states).sort()).toEqual(['closed', 'follow_up', 'open']);
    expect(
      await sql.rows(
        `select contact_id from conversation where status <> 'closed' group by contact_id, channel_id having count(*) > 1`,
      ),
    ).toEqual([]);
    const open =
      await numbers(`select count(*) filter (where assignee_id is null)::int as free, count(distinct assignee_id)::int as advisors, count(*) filter (where priority = 3)::int as urgent,
      count(*) filter (where window_expires_at < clock_timestamp())::int as shut, count(*) filter (where window_expires_at between clock_timestamp() and clock_timestamp() + interval '1 hour')::int as shutting
      from conversation where status = 'open'`);
    expect(Object.entries(open).filter(([, n]) => n < 2)).toEqual([]);
    expect(
      await sql.rows(
        `select id from conversation where status = 'follow_up' and (follow_up_at is null or follow_up_at < clock_timestamp())`,
      ),
    ).toEqual([]);
    expect(
      await sql.rows(`select id from conversation where (status = 'closed') <> (close_reason is not null)`),
    ).toEqual([]);
  });

  it('counts what was received, and waits for an answer only where there is none', async () => {
    expect(
      await sql.rows(`select c.id from conversation c join lateral (select count(*)::int as n from message m where m.conversation_id = c.id and m.direction = 'in') m on true
        where c.inbound_count <> m.n or c.handled_inbound > c.inbound_count`),
    ).toEqual([]);
    expect(
      await sql.rows(`select c.id from conversation c join lateral (select direction, author from message m where m.conversation_id = c.id and m.type not in ('note', 'reaction') order by sent_at desc, id desc limit 1) m on true
        where c.status = 'open' and (c.waiting_since is not null) <> (m.direction = 'in')`),
    ).toEqual([]);
  });

  it('lies in the past, in the order in which it happened', async () => {
    expect(
      await sql.rows(`select id from message where sent_at > clock_timestamp() or received_at > clock_timestamp()`),
    ).toEqual([]);
    expect(
      await sql.rows(
        `select m.id from message m, jsonb_each_text(m.status_times) as t(name, at) where t.at::timestamptz > clock_timestamp() or t.at::timestamptz < m.sent_at`,
      ),
    ).toEqual([]);
    expect(
      await sql.rows(
        `select c.id from conversation c where c.created_at > (select min(received_at) + interval '6 minutes' from message m where m.conversation_id = c.id)`,
      ),
    ).toEqual([]);
    const { days } = await numbers('select extract(day from max(sent_at) - min(sent_at))::int as days from message');
    expect(days).toBeGreaterThan(28);
  });

  it('holds only states that messages may have, and failures with their reasons', async () => {
    expect(
      await sql.rows(
        `select id from message where (direction = 'in') <> (status is null) or (direction = 'out' and type <> 'note' and status not in (2, 3, 4, 5, 6))`,
      ),
    ).toEqual([]);
    expect(await sql.rows(`select id from message where assistant_turn_id is not null`)).toEqual([]);
    const codes = await grouped(
      `select failure->>'code' as key, count(*)::int as n from message where status = 4 group by 1`,
    );
    expect(Object.keys(codes).sort()).toEqual(['131026', '131047']);
    expect(
      await numbers(
        `select count(*) filter (where status = 2)::int as unknown, count(*) filter (where status = 5)::int as delivered, count(*) filter (where status = 6)::int as read from message`,
      ),
    ).toMatchObject({
      unknown: 1,
      delivered: expect.any(Number),
    });
  });

  it('shows every kind of message, revised ones too', async () => {
    const types = await grouped('select type as key, count(*)::int as n from message group by type');
    expect(Object.keys(types)).toEqual(
      expect.arrayContaining([
        'text',
        'image',
        'document',
        'location',
        'contacts',
        'interactive',
        'template',
        'note',
        'unsupported',
      ]),
    );
    const revised =
      await numbers(`select count(*) filter (where edited_at is not null)::int as edited, count(*) filter (where deleted_at is not null)::int as deleted,
      count(*) filter (where reactions <> '[]')::int as reactions, count(*) filter (where reply_to_id is not null)::int as replies from message`);
    expect(Object.entries(revised).filter(([, n]) => n < 1)).toEqual([]);
    expect(await sql.rows(`select id from media_asset where state <> 'ready'`)).toEqual([]);
  });

  it('has leads in all states, that came to be as in production', async () => {
    const states = await grouped(
      'select state as key, count(*)::int as n from lead where contact_id is not null group by state',
    );
    expect(Object.keys(states).sort()).toEqual(['contacted', 'lost', 'negotiating', 'new', 'qualified', 'won']);
    expect(await sql.rows(`select id from lead where state = 'lost' and lost_reason is null`)).toEqual([]);
    expect(
      await sql.rows(`select l.id from lead l where not exists (select 1 from lead_event e where e.lead_id = l.id)`),
    ).toEqual([]);
    expect(
      await sql.rows(
        `select c.id from link_click c where c.claimed_at is not null and not exists (select 1 from lead l where l.click_id = c.id and l.contact_id is not null)`,
      ),
    ).toEqual([]);
    const { claimed, anonymous } = await numbers(
      `select (select count(*)::int from link_click where claimed_at is not null) as claimed, (select count(*)::int from lead where contact_id is null) as anonymous`,
    );
    expect(claimed).toBeGreaterThanOrEqual(15);
    expect(anonymous).toBeGreaterThan(100);
  });

  it('leaves nothing to be sent, told or heard again', async () => {
    const left =
      await numbers(`select (select count(*)::int from outbox) as outbox, (select count(*)::int from event_log) as log, (select count(*)::int from send_queue) as queue,
      (select count(*)::int from parked_event) as parked, (select count(*)::int from parked_status) as early, (select count(*)::int from message_attempt where outcome = 'sending') as sending`);
    expect(Object.entries(left).filter(([, n]) => n !== 0)).toEqual([]);
    const behind = await sql.rows<{ listener: string }>(
      'select listener from listener_cursor where seq <> (select last_seq from event_sequence)',
    );
    expect(behind).toEqual([]);
    const known = await sql.rows<{ listener: string }>('select listener from listener_cursor');
    expect(known.map(({ listener }) => listener)).toEqual(
      expect.arrayContaining(
        host
          .get(ListenerRegistry, { strict: false })
          .all()
          .map(({ name }) => name),
      ),
    );
  });
});
