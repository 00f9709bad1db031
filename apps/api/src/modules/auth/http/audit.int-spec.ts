import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../../platform/clock/system-clock.js';
import { encodeCursor } from '../../../platform/database/keyset-page.js';
import { refusedPaths } from '../../../testing/refusals.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith, signedInPerson, type TestPerson } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../auth-http.module.js';
import type { Principal } from '../domain/principal.js';
import { AuditTrail } from '../services/audit-trail.js';
import type { AuditEntryView, AuditPage } from './audit.dto.js';

const DAY_MS = 86_400_000;
let host: TestApp;
let boss: TestPerson;
let erp: Principal;
const lead = randomUUID();

const ask = (query: string) => host.request<AuditPage>({ path: `/audit${query}`, headers: boss.headers });
const entries = async (query: string): Promise<AuditEntryView[]> => (await ask(query)).body.data;
const actions = async (query: string): Promise<string[]> => (await entries(query)).map(({ action }) => action);

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule]);
  boss = await signedInPerson(host, ['supervisor'], 'Sofía');
  const { id } = await keyWith(host, ['leads:write']);
  erp = { kind: 'key', id, name: 'ERP', permissions: new Set(), address: '203.0.113.9' };
  const trail = host.get(AuditTrail);
  const clock = host.get(SystemClock);
  for (const day of [1, 2, 3, 4]) {
    clock.shiftTo(day * DAY_MS);
    await trail.record(day % 2 === 0 ? 'system' : erp, `lead.step-${day}`, { type: 'lead', id: lead }, { day });
  }
  clock.shiftTo(0);
});
afterAll(() => host.close());

describe('the audit', () => {
  it('tells each entry whole: who, what, which, when, from where', async () => {
    const [latest, before] = await entries(`?targetId=${lead}`);
    expect(latest).toMatchObject({
      actor: { kind: 'system', id: null, name: null, address: null },
      action: 'lead.step-4',
      target: { type: 'lead', id: lead },
      detail: { day: 4 },
    });
    expect(before).toMatchObject({
      actor: { kind: 'key', id: erp.id, name: 'ERP', address: '203.0.113.9' },
      action: 'lead.step-3',
    });
    expect(Date.parse(latest?.at ?? '') - Date.parse(before?.at ?? '')).toBeGreaterThan(DAY_MS - 60_000);
  });

  it('keeps the name that somebody had then', async () => {
    const { headers, id } = await signedInPerson(host, ['admin'], 'Antes');
    await host.request({ method: 'POST', path: '/teams', headers, body: { name: `T ${id}` } });
    await host.request({ method: 'PATCH', path: `/users/${id}`, headers, body: { name: 'Después' } });
    expect((await entries(`?actorId=${id}&action=team.created`)).map(({ actor }) => actor.name)).toEqual(['Antes']);
  });

  it.each<[string, (at: (day: number) => string) => string, string[]]>([
    ['a type', () => 'targetType=lead', ['lead.step-4', 'lead.step-3', 'lead.step-2', 'lead.step-1']],
    ['an action', () => 'action=lead.step-2', ['lead.step-2']],
    ['part of an action', () => 'action=lead.step', []],
    ['both, of which one does not fit', () => 'action=lead.step-2&targetType=user', []],
    ['whom it was done to', () => `targetId=${lead}&action=lead.step-3`, ['lead.step-3']],
    ['a beginning', (at) => `targetType=lead&from=${at(3)}`, ['lead.step-4', 'lead.step-3']],
    ['an end', (at) => `targetType=lead&to=${at(3)}`, ['lead.step-2', 'lead.step-1']],
    ['a span', (at) => `targetType=lead&from=${at(2)}&to=${at(4)}`, ['lead.step-3', 'lead.step-2']],
    ['a span that ends before it begins', (at) => `targetType=lead&from=${at(4)}&to=${at(2)}`, []],
    ['nobody', () => `targetType=lead&actorId=${randomUUID()}`, []],
    ['an attempt', () => `action=${encodeURIComponent("x' or '1'='1")}`, []],
    ['a pattern', () => 'action=lead.%25', []],
  ])('is narrowed by %s', async (_, queryOf, expected) => {
    const hour = (day: number) => encodeURIComponent(new Date(Date.now() + day * DAY_MS - 3_600_000).toISOString());
    expect(await actions(`?${queryOf(hour)}`)).toEqual(expected);
  });

  it('is narrowed by who did it', async () => {
    expect(await actions(`?targetType=lead&actorId=${erp.id}`)).toEqual(['lead.step-3', 'lead.step-1']);
  });

  it.each([1, 2, 3, 4, 50])('is walked %d at a time, the newest first, each once', async (limit) => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: AuditPage } = await ask(
        `?targetType=lead&limit=${limit}${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...body.data.map(({ action }) => action));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(['lead.step-4', 'lead.step-3', 'lead.step-2', 'lead.step-1']);
  });

  it.each([
    ['actorId=1', ['?actorId']],
    ['from=yesterday&to=tomorrow', ['?from', '?to']],
    ['from=-271821-04-20T00:00:00Z', ['?from']],
    ['to=%2B275760-09-13T00:00:00Z', ['?to']],
    ['from=2026-01-01&from=2026-01-02', ['?from']],
    [
      `action=${'a'.repeat(81)}&targetType=${'b'.repeat(81)}&targetId=${'c'.repeat(101)}`,
      ['?action', '?targetId', '?targetType'],
    ],
    ['limit=1000&sort=-at', ['?limit', '?sort']],
  ])('refuses %s', async (query, paths) => {
    const answer = await ask(`?${query}`);
    expect([answer.status, refusedPaths(answer)]).toEqual([400, paths]);
  });

  it.each([encodeCursor(['x']), encodeCursor([null]), encodeCursor([randomUUID(), randomUUID()]), '%00'])(
    'does not go on from %s',
    async (cursor) => expect((await ask(`?cursor=${cursor}`)).status).toBe(400),
  );

  it('has no door for writing, changing or taking away', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const)
      for (const path of ['/audit', `/audit/${randomUUID()}`])
        expect(
          (await host.request({ method, path, headers: boss.headers, ...(method === 'DELETE' ? {} : { body: {} }) }))
            .status,
        ).toBe(404);
  });
});
