import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { refusedPaths } from '../../../testing/refusals.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith, signedInPerson, type TestPerson } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../../auth/index.js';
import { ConversationsHttpModule } from '../../conversations/index.js';
import { WhatsappModule } from '../../whatsapp/index.js';
import { WorkspaceHttpModule } from '../workspace-http.module.js';
import type { FoundView } from './search.view.js';

const NOW = new Date('2026-11-20T10:00:00Z');
const NOTHING: FoundView = { conversations: [], messages: [], leads: [], links: [] };
let host: TestApp;
let sql: Sql;
let headers: Record<string, string>;
let ana: TestPerson;
let boss: TestPerson;
let seller: TestPerson;
let channel: string;

const search = (q: string, by = headers) =>
  host.request<FoundView>({ path: `/search?q=${encodeURIComponent(q)}`, headers: by });
const people = async (q: string, by = headers): Promise<string[]> =>
  (await search(q, by)).body.conversations.map(({ contact }) => contact.name);
const texts = async (q: string, by = headers): Promise<string[]> =>
  (await search(q, by)).body.messages.map(({ extract }) => extract);

async function message(
  conversation: string,
  text: string | null,
  over: { direction?: string; deleted?: boolean } = {},
): Promise<string> {
  const id = newId();
  await sql.rows(
    `insert into message (id, conversation_id, channel_id, direction, author, type, text, content, sent_at, received_at, deleted_at) values ($1, $2, $3, $4, $5, 'text', $6, '{}', $7, $7, $8)`,
    [
      id,
      conversation,
      channel,
      over.direction ?? 'in',
      over.direction === 'out' ? 'person' : 'customer',
      text,
      NOW,
      over.deleted ? NOW : null,
    ],
  );
  return id;
}

async function conversation(name: string, assigneeId: string | null, ...said: string[]): Promise<string> {
  const [contact, id] = [newId(), newId()];
  await sql.rows('insert into contact (id, name, created_at, updated_at) values ($1, $2, $3, $3)', [
    contact,
    name,
    NOW,
  ]);
  await sql.rows(
    `insert into conversation (id, contact_id, channel_id, status, assignee_id, assistant_mode, owner, created_at, activity_at) values ($1, $2, $3, 'open', $4, 'off', 'nobody', $5, $5)`,
    [id, contact, channel, assigneeId, NOW],
  );
  for (const text of said) await message(id, text);
  return id;
}

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, WhatsappModule, ConversationsHttpModule, WorkspaceHttpModule]);
  sql = host.get(Sql);
  headers = (await keyWith(host, ['conversations:read'])).headers;
  [ana, boss, seller] = [
    await signedInPerson(host, ['advisor'], 'Ana'),
    await signedInPerson(host, ['supervisor'], 'Sofía'),
    await signedInPerson(host, ['marketing'], 'Marta'),
  ];
  channel = newId();
  await sql.rows(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at) values ($1, 'whatsapp_cloud', 'Ventas', '1', 'http://x', $2, 'EC', true, 80, $3, $3)`,
    [channel, host.get(Encryption).encrypt('{}'), NOW],
  );
  await conversation('María Quishpe', ana.id, 'Quiero la moto eléctrica KX-200', '¿Cuánto cuesta el casco a½ precio?');
  await conversation('Pedro Vélez', null, 'Precio del casco, por favor', 'ʻokina ŉ Straße 中文');
  await conversation('María Andrade', boss.id, 'La moto de mi prima');
  const otto = await conversation('Otto', boss.id);
  await message(otto, 'borrada moto', { deleted: true });
  await message(otto, null);
  await message(otto, 'La moto llega mañana', { direction: 'out' });
  await message(otto, 'x'.repeat(500).replace(/^x{8}/, 'larguísi'));
});
afterAll(() => host.close());

describe('words', () => {
  it.each<[string, number]>([
    ['moto', 3],
    ['MOTO', 3],
    ['motó', 3],
    ['mot', 3],
    ['oto', 0],
    ['moto electrica', 1],
    ['electrica moto', 1],
    ['moto elec', 1],
    ['elec moto', 0],
    ['kx-200', 1],
    ['KX 2', 1],
    ['moto casco', 0],
    ['casco precio', 2],
    ['manana', 1],
    ['borrada', 0],
    ['中文', 1],
  ])('%j is in %d messages', async (q, count) => expect(await texts(q)).toHaveLength(count));

  it.each([
    ...[
      'a½',
      'x¼ y',
      '½½',
      'ʻo',
      "ʼn'",
      'ʹa',
      'ʺb',
      '№ 5',
      'ﬁn',
      'Straße',
      '①②',
      'ª º',
      'Ǆ ǆ',
      '\u0149x moto',
      '㎏ ㏑',
    ],
    ...[
      'a:*b',
      "it's",
      "''",
      'a\\',
      'a & | !',
      '(((',
      '<->',
      'a <2> b',
      ':*',
      '"moto"',
      '%_%',
      '$1',
      "'; drop table message; --",
    ],
    ...['🙂🙂', '\u202eab', 'ab\u0301\u0301', '--', '  '],
  ])('%j is looked for without failing', async (q) => {
    expect((await search(q)).status).toBe(200);
  });

  it('that a text has are found however they are written there', async () => {
    expect(await texts('a½')).toEqual(['¿Cuánto cuesta el casco a½ precio?']);
    expect(await texts('strasse')).toEqual(['ʻokina ŉ Straße 中文']);
    expect(await texts('ʻokina')).toHaveLength(1);
    expect(await texts('okina str')).toHaveLength(1);
  });

  it('tell the beginning of a long message, the direction and the moment', async () => {
    const [long] = (await search('larguisi')).body.messages;
    expect(long?.extract).toHaveLength(160);
    expect((await search('llega')).body.messages).toMatchObject([
      { direction: 'out', contact: { name: 'Otto', phone: null }, at: NOW.toISOString() },
    ]);
  });

  it('point at what was found, and show what stands around it', async () => {
    const words = `${'bla '.repeat(80)}un cigüeñal roto`;
    await conversation('Larga', ana.id, words);
    const [found] = (await search('CIGUENAL')).body.messages;
    const { extract = '', hit = null } = found ?? {};
    expect(extract.endsWith('un cigüeñal roto')).toBe(true);
    expect(extract.slice(hit?.start, (hit?.start ?? 0) + (hit?.length ?? 0))).toBe('cigüeñal');
  });

  it('show the newest first, twenty at most', async () => {
    const busy = await conversation('Ocupada', ana.id);
    for (let index = 0; index < 23; index += 1) await message(busy, `repuesto ${index}`);
    const found = await texts('repuesto');
    expect(found).toHaveLength(20);
    expect(found.slice(0, 2)).toEqual(['repuesto 22', 'repuesto 21']);
  });
});

describe('who may see what', () => {
  it('an advisor finds their own and what nobody has, a supervisor and a key everything, marketing what it brought', async () => {
    expect((await texts('moto', ana.headers)).sort()).toEqual(['Quiero la moto eléctrica KX-200']);
    expect(await people('maria', ana.headers)).toEqual(['María Quishpe']);
    expect(await texts('casco', ana.headers)).toHaveLength(2);
    expect(await texts('moto', boss.headers)).toHaveLength(3);
    expect((await people('maria', boss.headers)).sort()).toEqual(['María Andrade', 'María Quishpe']);
    expect((await search('moto', seller.headers)).body).toEqual(NOTHING);
    await sql.rows(
      `update conversation set source_network = 'tiktok' where contact_id in (select id from contact where name = 'Pedro Vélez')`,
    );
    expect(await people('pedro', seller.headers)).toEqual(['Pedro Vélez']);
    expect(await texts('moto', seller.headers)).toEqual([]);
  });

  it('what is hidden does not push out what may be seen', async () => {
    const theirs = await conversation('Ajena', boss.id);
    const mine = await conversation('Mía', ana.id, 'neumático mío');
    for (let index = 0; index < 30; index += 1) await message(theirs, `neumático ${index}`);
    expect((await search('neumatico', ana.headers)).body.messages.map(({ conversationId }) => conversationId)).toEqual([
      mine,
    ]);
  });

  it('tells nothing of whom it may not show, by name, phone or words', async () => {
    const answer = await search('andrade', ana.headers);
    expect(answer.body).toEqual(NOTHING);
    expect(answer.text).not.toContain('Andrade');
  });
});

it.each([
  ['/search', ['?q']],
  ['/search?q=a', ['?q']],
  [`/search?q=${'a'.repeat(101)}`, ['?q']],
  ['/search?q=ab&q=cd', ['?q']],
  ['/search?q=moto&limit=1000&role=admin', ['?limit', '?role']],
])('%s is refused', async (path, paths) => {
  const answer = await host.request({ path, headers });
  expect([answer.status, refusedPaths(answer)]).toEqual([400, paths]);
});
