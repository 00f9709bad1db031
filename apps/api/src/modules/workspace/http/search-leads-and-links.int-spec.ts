import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith, signedInPerson, type TestPerson } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../../auth/index.js';
import { WhatsappModule } from '../../whatsapp/index.js';
import { insertRow } from '../testing/insert-row.js';
import { WorkspaceHttpModule } from '../workspace-http.module.js';
import type { FoundView } from './search.view.js';

const NOW = new Date('2026-11-20T10:00:00Z');
const made = { created_at: NOW, updated_at: NOW };
let host: TestApp;
let sql: Sql;
let channel: string;
let item: string;
let ana: TestPerson;
let boss: TestPerson;
let seller: TestPerson;

const search = async (q: string, headers: Record<string, string>) =>
  (await host.request<FoundView>({ path: `/search?q=${encodeURIComponent(q)}`, headers })).body;

async function lead(name: string, over: Record<string, unknown> = {}): Promise<string> {
  const contact = await insertRow(sql, 'contact', { name, ...made });
  const fields = {
    contact_id: contact,
    item_id: item,
    source_kind: 'direct',
    enquired_at: NOW,
    activity_at: NOW,
    ...made,
  };
  return insertRow(sql, 'lead', { ...fields, ...over });
}
const link = (name: string, over: Record<string, unknown> = {}): Promise<string> => {
  const id = newId();
  const fields = { id, slug: id.slice(-7), network: 'instagram', name, channel_id: channel, utm: {}, ...made };
  return insertRow(sql, 'tracked_link', { ...fields, ...over });
};

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, WhatsappModule, WorkspaceHttpModule]);
  sql = host.get(Sql);
  [ana, boss, seller] = [
    await signedInPerson(host, ['advisor'], 'Ana'),
    await signedInPerson(host, ['supervisor'], 'Sofía'),
    await signedInPerson(host, ['marketing'], 'Marta'),
  ];
  const credentials = host.get(Encryption).encrypt('{}');
  const sandbox = { base_url: 'http://x', credentials, country: 'EC', sandbox: true, rate: 80, ...made };
  channel = await insertRow(sql, 'channel', { kind: 'whatsapp_cloud', name: 'Ventas', address: '1', ...sandbox });
  const priced = { category: 'c', price_retail: 1, currency: 'USD', search_text: '', ...made };
  item = await insertRow(sql, 'catalogue_item', { kind: 'product', sku: 'Q-1', name: 'Cuatriciclo', ...priced });
});
afterAll(() => host.close());

describe('leads', () => {
  const ids = async (q: string, { headers }: TestPerson) => (await search(q, headers)).leads.map(({ id }) => id).sort();

  it('are found by person, as far as each may see them', async () => {
    const hers = await lead('Ximena Lara', { assignee_id: ana.id });
    const theirs = await lead('Ximena Páez', { assignee_id: boss.id });
    const brought = await lead('Ximena Ruiz', { assignee_id: boss.id, source_kind: 'ad', network: 'facebook' });
    expect(await ids('ximena', ana)).toEqual([hers]);
    expect(await ids('ximena', boss)).toEqual([hers, theirs, brought].sort());
    expect(await ids('ximena', seller)).toEqual([brought]);
  });

  it('are found by their words, with the person and what it is about', async () => {
    const id = await lead('Rosa Mora', { assignee_id: ana.id, title: 'Flotilla de reparto', state: 'qualified' });
    await lead('Otra', { assignee_id: boss.id, title: 'Flotilla de taxis' });
    const contact = { id: expect.any(String), name: 'Rosa Mora', phone: null };
    expect((await search('FLOTILLA', ana.headers)).leads).toEqual([
      { id, contact, title: 'Flotilla de reparto', itemName: 'Cuatriciclo', state: 'qualified' },
    ]);
  });
});

describe('links', () => {
  const links = async (q: string) => (await search(q, ana.headers)).links;

  it('are found by part of their name, accents aside, or by their whole slug; archived ones are not', async () => {
    const id = await link('Campaña Otoño');
    await link('Otoño viejo', { archived_at: NOW });
    const found = { id, name: 'Campaña Otoño', network: 'instagram', slug: id.slice(-7) };
    expect(await links('otono')).toEqual([found]);
    expect(await links(id.slice(-7))).toEqual([found]);
    expect(await links('%_')).toEqual([]);
  });

  it('are ten at most, the newest first', async () => {
    for (let index = 10; index < 22; index += 1) await link(`Feria ${index}`);
    const newest = Array.from({ length: 10 }, (_, index) => `Feria ${21 - index}`);
    expect((await links('feria')).map(({ name }) => name)).toEqual(newest);
  });
});

it('a key finds leads and links only with their own scopes', async () => {
  await lead('Yolanda Mora');
  await link('Yolanda en Instagram');
  const counts = async (...scopes: ('leads:read' | 'links:read')[]) => {
    const { headers } = await keyWith(host, ['conversations:read', ...scopes]);
    const found = await search('yolanda', headers);
    return [found.leads.length, found.links.length];
  };
  expect(await counts()).toEqual([0, 0]);
  expect(await counts('leads:read')).toEqual([1, 0]);
  expect(await counts('links:read')).toEqual([0, 1]);
});
