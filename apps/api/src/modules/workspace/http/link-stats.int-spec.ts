import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { refusedPaths } from '../../../testing/refusals.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../../auth/index.js';
import { WhatsappModule } from '../../whatsapp/index.js';
import { WorkspaceHttpModule } from '../workspace-http.module.js';
import type { LinkStatsView } from './link-stats.view.js';

const [CHANNEL, LINK, QUIET] = [newId(), newId(), newId()];
let host: TestApp;
let sql: Sql;
let headers: { authorization: string };

const stats = (query: string, link = LINK) =>
  host.request<LinkStatsView>({ path: `/links/${link}/stats${query}`, headers });
const clicks = async (...moments: string[]): Promise<void> => {
  for (const at of moments)
    await sql.rows(
      `insert into link_click (id, link_id, kind, claim_code, at, agent_family) values ($1, $2, 'human', $3, $4, 'chrome')`,
      [newId(), LINK, newId().slice(-10), at],
    );
};

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, WhatsappModule, WorkspaceHttpModule]);
  sql = host.get(Sql);
  headers = (await keyWith(host, ['links:read'])).headers;
  await sql.rows(`update business set time_zone = 'Europe/Madrid'`);
  await sql.rows(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at) values ($1, 'whatsapp_cloud', 'V', '1', 'http://x', $2, 'EC', true, 80, now(), now())`,
    [CHANNEL, host.get(Encryption).encrypt('{}')],
  );
  for (const [id, network] of [
    [LINK, 'qr'],
    [QUIET, 'email'],
  ])
    await sql.rows(
      `insert into tracked_link (id, slug, network, name, channel_id, utm, created_at, updated_at) values ($1, $2, $4, 'x', $3, '{}', now(), now())`,
      [id, id?.slice(-7), CHANNEL, network],
    );
  // Madrid: the day of 23 hours and the day of 25, each with its first and its last minute.
  await clicks('2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z');
  await clicks(
    '2026-10-24T22:00:00Z',
    '2026-10-25T00:30:00Z',
    '2026-10-25T01:30:00Z',
    '2026-10-25T22:59:59Z',
    '2026-10-25T23:00:00Z',
  );
});
afterAll(() => host.close());

describe('days of the business', () => {
  it.each([
    ['the day of 23 hours', '2026-03-29', 2],
    ['the day after it', '2026-03-30', 1],
    ['the day of 25 hours', '2026-10-25', 4],
    ['the day after that', '2026-10-26', 1],
    ['a day without any', '2026-06-01', 0],
  ])('%s has its own clicks', async (_, day, count) => {
    const { body } = await stats(`?from=${day}&to=${day}`);
    expect([body.totals.clicks, body.series, body.hours.reduce((sum, one) => sum + one, 0)]).toEqual([
      count,
      [expect.objectContaining({ date: day, clicks: count })],
      count,
    ]);
  });

  it('an hour that comes twice is one hour of the day', async () => {
    expect(
      (await stats('?from=2026-10-25&to=2026-10-25')).body.hours.flatMap((count, hour) =>
        count > 0 ? [[hour, count]] : [],
      ),
    ).toEqual([
      [0, 1],
      [2, 2],
      [23, 1],
    ]);
  });

  it('add up over the whole year, each once, beside as many days before', async () => {
    const { body } = await stats('?from=2026-01-01&to=2026-12-31');
    expect([
      body.series.length,
      body.totals.clicks,
      body.series.reduce((sum, { clicks: count }) => sum + count, 0),
    ]).toEqual([365, 8, 8]);
    expect(body.previous).toMatchObject({ from: '2025-01-01', to: '2025-12-31', totals: { clicks: 0 } });
  });

  it('are thirty up to today when nobody says which', async () => {
    const { body } = await stats('', QUIET);
    expect([body.series.length, body.timeZone, body.totals.revenue, body.hours.length]).toEqual([
      30,
      'Europe/Madrid',
      [],
      24,
    ]);
    expect(body.networks).toEqual([]);
  });
});

it.each([
  ['?from=2026-02-30', ['?from']],
  ['?to=2026-13-01', ['?to']],
  ['?from=yesterday&to=tomorrow', ['?from', '?to']],
  ['?from=2026-02-02&to=2026-02-01', ['?from']],
  ['?from=2020-01-01&to=2026-01-01', ['?from']],
  ["?from=2026-01-01'--", ['?from']],
  ['?from=2026-01-01&from=2026-01-02', ['?from']],
  ['?timeZone=UTC&groupBy=1;drop', ['?groupBy', '?timeZone']],
])('%s is refused', async (query, paths) => {
  const answer = await stats(query);
  expect([answer.status, refusedPaths(answer)]).toEqual([400, paths]);
});

it('a link that is not there has no statistics', async () => {
  expect((await stats('', newId())).status).toBe(404);
  expect((await stats('', 'x')).status).toBe(400);
});
