import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../auth-http.module.js';
import type { PERMISSIONS } from '../domain/permissions.js';
import { ApiKeys } from '../services/api-keys.js';
import { AuditTrail } from '../services/audit-trail.js';
import type { ApiKeyPage, NewApiKeyView } from './api-keys.dto.js';
import type { AuditPage } from './audit.dto.js';

let host: TestApp;
let all: { authorization: string };

const keyOf = async (scopes: 'all' | (typeof PERMISSIONS)[number][]) => ({
  authorization: `Bearer ${(await host.get(ApiKeys).create('system', { name: 'tests', scopes })).key}`,
});

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule]);
  all = await keyOf('all');
});
afterAll(() => host.close());

describe('API keys', () => {
  it('are told once, listed without their secret, and revoked for good', async () => {
    const made = await host.request<NewApiKeyView>({
      method: 'POST',
      path: '/api-keys',
      headers: all,
      body: { name: 'ERP', scopes: ['leads:read', 'leads:read'] },
    });
    expect(made).toMatchObject({ status: 201, body: { name: 'ERP', scopes: ['leads:read'], revokedAt: null } });
    expect(made.headers.get('cache-control')).toBe('no-store');
    const { id, key } = made.body;
    const listed = await host.request<ApiKeyPage>({ path: '/api-keys', headers: all });
    expect(listed.body.data.map((row) => row.id)).toContain(id);
    expect(listed.text).not.toContain(key);
    const rows = await host.get(Sql).rows('select * from api_key where id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(key);
    expect((await host.request({ method: 'DELETE', path: `/api-keys/${id}`, headers: all })).status).toBe(204);
    expect((await host.request({ method: 'DELETE', path: `/api-keys/${id}`, headers: all })).status).toBe(404);
    expect((await host.request({ path: '/audit', headers: { authorization: `Bearer ${key}` } })).status).toBe(401);
  });

  it('cannot give away more than they hold', async () => {
    const clerk = await keyOf(['keys:manage', 'leads:read']);
    const ask = (scopes: string[]) =>
      host.request<{ scopes: string[]; errors: { path: string }[] }>({
        method: 'POST',
        path: '/api-keys',
        headers: clerk,
        body: { name: 'more', scopes },
      });
    expect((await ask(['leads:read'])).status).toBe(201);
    expect(await ask(['leads:read', 'users:manage'])).toMatchObject({
      status: 400,
      body: { errors: [{ path: '/scopes' }] },
    });
    expect(await ask(['everything'])).toMatchObject({ status: 400 });
  });

  it('are listed the newest first, page by page', async () => {
    for (const name of ['a', 'b', 'c']) await host.get(ApiKeys).create('system', { name, scopes: ['leads:read'] });
    const first = (await host.request<ApiKeyPage>({ path: '/api-keys?limit=2', headers: all })).body;
    const second = (
      await host.request<ApiKeyPage>({ path: `/api-keys?limit=2&cursor=${first.nextCursor}`, headers: all })
    ).body;
    expect([...first.data, ...second.data].slice(0, 3).map((key) => key.name)).toEqual(['c', 'b', 'a']);
  });
});

describe('the audit', () => {
  it('tells who did what, from where, and only to who may read it', async () => {
    const targetId = randomUUID();
    await host.request({
      method: 'POST',
      path: '/teams',
      headers: all,
      body: { name: `Equipo ${targetId}` },
      from: '203.0.113.7',
    });
    const { data } = (
      await host.request<AuditPage>({ path: '/audit?action=team.created&targetType=team', headers: all })
    ).body;
    expect(data[0]).toMatchObject({
      actor: { kind: 'key', name: 'tests', address: '203.0.113.7' },
      action: 'team.created',
      target: { type: 'team' },
    });
    expect((await host.request({ path: '/audit', headers: await keyOf(['leads:read']) })).status).toBe(403);
    expect((await host.request<AuditPage>({ path: `/audit?targetId=${targetId}`, headers: all })).body.data).toEqual(
      [],
    );
    expect((await host.request({ path: '/audit?from=yesterday', headers: all })).status).toBe(400);
    expect((await host.request<AuditPage>({ path: '/audit?to=2020-01-01T00:00:00Z', headers: all })).body.data).toEqual(
      [],
    );
  });

  it('cannot be changed, removed or emptied, even by the database`s owner', async () => {
    const sql = host.get(Sql);
    const count = async () => (await sql.one<{ n: number }>('select count(*)::int as n from audit_entry'))?.n;
    const before = await count();
    expect(before).toBeGreaterThan(0);
    for (const statement of [
      "update audit_entry set action = 'nothing'",
      'delete from audit_entry',
      'truncate audit_entry',
    ])
      await expect(sql.rows(statement)).rejects.toThrow('append-only');
    expect(await count()).toBe(before);
  });

  it('goes with the act: what is rolled back was not done', async () => {
    const id = randomUUID();
    const act = host.get(Transaction).run(async () => {
      await host.get(AuditTrail).record('system', 'lead.deleted', { type: 'lead', id });
      throw new Error('the act failed');
    });
    await expect(act).rejects.toThrow('the act failed');
    expect(await host.get(Sql).rows('select 1 from audit_entry where target_id = $1', [id])).toEqual([]);
  });
});
