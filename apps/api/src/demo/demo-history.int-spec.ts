import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Encryption } from '../platform/encryption/encryption.js';
import { Sql } from '../platform/database/sql.js';
import { Storage } from '../platform/storage/storage.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { DemoModule } from './demo.module.js';
import { DemoShop } from './demo-shop.js';
import { readCustomers, readDialogues, readLinks, readReminders } from './history/demo-data.js';

let host: TestApp;
let sql: Sql;
beforeAll(async () => {
  host = await createTestApp([DemoModule], { SIMULATOR_URL: 'http://127.0.0.1:9' });
  sql = host.get(Sql);
  await host.get(DemoShop).load();
}, 180_000);
afterAll(() => host.close());

const none = async (offenders: string): Promise<void> => expect(await sql.rows(offenders)).toEqual([]);
const number = async (text: string): Promise<number> => Number((await sql.one<{ n: string }>(text))?.n);

describe('the people who wrote', () => {
  it('are the customers of the scripts, each once, with their phones sealed', async () => {
    expect(await number('select count(*) as n from contact')).toBe(readCustomers().length);
    const sealed = JSON.stringify(await sql.rows('select row_to_json(i)::text as row from contact_identity i'));
    for (const { phone } of readCustomers()) expect(sealed).not.toContain(phone.slice(1));
  });

  it('have a name, or are known by their number', async () => {
    const named = readCustomers().flatMap(({ name }) => name ?? []);
    const names = (await sql.rows<{ name: string }>('select name from contact')).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(named));
  });

  it('are each in one conversation of the sandbox channel', async () => {
    expect(await number('select count(*) as n from conversation')).toBe(readDialogues().length);
    await none('select c.id from conversation c join channel ch on ch.id = c.channel_id where not ch.sandbox');
  });
});

describe('what was said', () => {
  it('has a provider’s id when it went through the provider, and none when it did not', async () => {
    await none(`select id from message where type <> 'note' and status is distinct from 2 and provider_id is null`);
    await none(`select id from message where type = 'note' and provider_id is not null`);
    await none(
      'select provider_id from message where provider_id is not null group by channel_id, provider_id having count(*) > 1',
    );
  });

  it('was said by colleagues who are there', async () => {
    await none(
      `select m.id from message m where m.author = 'advisor' and m.author_id is not null and not exists (select 1 from app_user u where u.id = m.author_id)`,
    );
  });

  it('ends with the message that its conversation shows', async () => {
    await none(
      `select c.id from conversation c left join message m on m.id = c.last_message_id where m.id is null or m.conversation_id <> c.id`,
    );
  });

  it('has files that are really there', async () => {
    const files = await sql.rows<{ hash: string }>('select distinct hash from media_asset where hash is not null');
    expect(files.length).toBeGreaterThan(0);
    for (const { hash } of files) expect([hash, await host.get(Storage).has(hash)]).toEqual([hash, true]);
  });
});

describe('what links brought', () => {
  it('are the links of the list, opened by people and machines', async () => {
    expect(await number('select count(*) as n from tracked_link')).toBe(readLinks().length);
    await none('select l.id from tracked_link l where not exists (select 1 from link_click c where c.link_id = l.id)');
    await none('select c.id from link_click c join tracked_link l on l.id = c.link_id where c.at < l.created_at');
  });

  it('are enquiries, each of one message, claimed by nobody twice', async () => {
    await none(
      'select claimed_by_message from link_click where claimed_by_message is not null group by claimed_by_message having count(*) > 1',
    );
    await none(
      'select a.message_id from attribution a where not exists (select 1 from message m where m.id = a.message_id)',
    );
    await none(`select l.id from lead l where l.source_kind = 'link' and l.link_id is null`);
  });

  it('are leads that are open once for a person and an item', async () => {
    await none(
      `select contact_id from lead where contact_id is not null and state not in ('won', 'lost') group by contact_id, item_id having count(*) > 1`,
    );
    await none(`select id from lead where state = 'won' and closed_at is null`);
    await none(`select id from lead where value_amount is not null and (value_amount < 0 or value_currency is null)`);
  });
});

describe('what waits on the first day', () => {
  it('are notices that lead to conversations which are there', async () => {
    const links = await sql.rows<{ link: string }>(`select link from notification where link like '/bandeja/%'`);
    expect(links.length).toBeGreaterThanOrEqual(readReminders().flatMap(({ to }) => to).length);
    for (const { link } of links)
      expect(await sql.rows('select 1 from conversation where id = $1', [link.split('/').at(-1)])).toHaveLength(1);
  });

  it('is told to nobody who is not there', async () => {
    await none('select n.id from notification n where not exists (select 1 from app_user u where u.id = n.user_id)');
  });
});

describe('the secrets of the demo channel', () => {
  it('are sealed', async () => {
    const [row] = await sql.rows<{ credentials: string }>('select credentials from channel');
    const credentials = JSON.parse(host.get(Encryption).decrypt(row?.credentials ?? '')) as Record<string, string>;
    for (const secret of Object.values(credentials)) expect(row?.credentials).not.toContain(secret);
    expect(Object.keys(credentials).sort()).toEqual(['accessToken', 'appSecret', 'verifyToken']);
  });
});
