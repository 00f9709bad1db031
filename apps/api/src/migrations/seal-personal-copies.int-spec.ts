import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type QueryRunner } from 'typeorm';
import { Encryption } from '../platform/encryption/encryption.js';
import { newId } from '../platform/ids/uuid.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { SealPersonalCopies20261129000100 } from './20261129000100-seal-personal-copies.js';

const SLOTS = { name: 'Ana', email: 'ana.secreta@correo.ec', phone: '0987654321', budget: 300 };
const PARKED = { channelId: newId(), event: { kind: 'status', recipient: '593987654321' } };
const MANY = 1200;

let database: TestDatabase;
let source: DataSource;
let runner: QueryRunner;
let migration: SealPersonalCopies20261129000100;
beforeAll(async () => {
  database = await createTestDatabase();
  migration = new SealPersonalCopies20261129000100(() => new Encryption(database.config));
  source = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  runner = source.createQueryRunner();
  await asTheVersionBefore();
});
afterAll(async () => {
  await runner.release();
  await source.destroy();
  await database.close();
});

/** Rows in the clear, as they were written before. */
async function asTheVersionBefore(): Promise<void> {
  const [contact, channel, conversation, other] = [newId(), newId(), newId(), newId()];
  await runner.query('insert into contact (id, created_at, updated_at) values ($1, now(), now())', [contact]);
  await runner.query(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at)
     values ($1, 'whatsapp_cloud', 'V', '1', 'http://127.0.0.1:9', 'x', 'EC', true, 80, now(), now())`,
    [channel],
  );
  for (const [id, status] of [
    [conversation, 'open'],
    [other, 'closed'],
  ])
    await runner.query(
      `insert into conversation (id, contact_id, channel_id, status, assistant_mode, owner, created_at, activity_at) values ($1, $2, $3, $4, 'auto', 'assistant', now(), now())`,
      [id, contact, channel, status],
    );
  await runner.query(
    `insert into assistant_turn (id, conversation_id, message_ids, state, mode, first_at, due_at, created_at, slots)
     select gen_random_uuid(), $1::uuid, '{}'::uuid[], 'answered', 'auto', now(), now(), now(), $2::jsonb from generate_series(1, ${MANY})
     union all select gen_random_uuid(), $1::uuid, '{}'::uuid[], 'answered', 'auto', now(), now(), now(), '{"city": "Quito"}'::jsonb`,
    [conversation, JSON.stringify(SLOTS)],
  );
  for (const [id, slots] of [
    [conversation, SLOTS],
    [other, { city: 'Quito' }],
  ])
    await runner.query(
      `insert into assistant_qualification (conversation_id, state, quality, completeness, updated_at, expires_at) values ($1, $2, 'warm', 50, now(), now())`,
      [id, JSON.stringify({ slots, cart: [] })],
    );
  await runner.query(
    `insert into parked_status (id, channel_id, provider_id, event, parked_at) values ($1, $2, 'w', $3, now())`,
    [newId(), channel, JSON.stringify(PARKED)],
  );
  await runner.query(
    `insert into idempotency_key (owner, key, route, request_hash, status, response, created_at) values ('user:1', 'k', 'POST /contacts', 'h', 201, $1, now())`,
    [JSON.stringify(SLOTS)],
  );
}

interface Kept {
  slots: Record<string, unknown>[];
  states: { slots: Record<string, unknown>; cart: unknown[] }[];
  parked: unknown[];
}
async function kept(): Promise<Kept> {
  const read = async <T>(column: string, table: string) =>
    ((await runner.query(`select ${column} as value from ${table} order by ${column}::text`)) as { value: T }[]).map(
      ({ value }) => value,
    );
  return {
    slots: await read('slots', 'assistant_turn'),
    states: await read('state', 'assistant_qualification'),
    parked: await read('event', 'parked_status'),
  };
}

describe('rows of the version before', () => {
  it('are sealed where they stand, all of them, and say the same when they are opened', async () => {
    await migration.up(runner);
    const after = await kept();
    expect(JSON.stringify(after)).not.toMatch(/ana\.secreta|987654321/);
    expect(after.slots).toHaveLength(MANY + 1);
    const encryption = new Encryption(database.config);
    const opened = after.slots
      .filter(({ sealed }) => sealed)
      .map(({ sealed, ...open }) => ({ ...open, ...(encryption.decryptJson(String(sealed)) as object) }));
    expect(opened).toEqual(Array.from({ length: MANY }, () => SLOTS));
    expect(after.slots.filter(({ sealed }) => !sealed)).toEqual([{ city: 'Quito' }]);
    expect(after.states).toContainEqual({ slots: { city: 'Quito' }, cart: [] });
    expect(after.states).toContainEqual({ slots: { name: 'Ana', budget: 300, sealed: expect.any(String) }, cart: [] });
    expect(encryption.decryptJson(String(after.parked[0]))).toEqual(PARKED);
    expect(await runner.query('select 1 from idempotency_key')).toEqual([]);
  });

  it('are left alone by a second run', async () => {
    const before = await kept();
    await migration.up(runner);
    expect(await kept()).toEqual(before);
  });

  it('are as they were once it is taken back', async () => {
    await migration.down(runner);
    const before = await kept();
    expect(before.slots.filter(({ city }) => !city)).toEqual(Array.from({ length: MANY }, () => SLOTS));
    expect(before.states).toContainEqual({ slots: SLOTS, cart: [] });
    expect(before.parked).toEqual([PARKED]);
  });
});
