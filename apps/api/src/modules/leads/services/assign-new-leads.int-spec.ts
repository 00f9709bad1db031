import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import { startModules, type ModuleContext } from '../../../testing/module-context.js';
import { LeadsModule } from '../leads.module.js';
import { setAssignmentMode } from '../persistence/assignment.query.js';
import { AssignNewLeads } from './assign-new-leads.js';

const [TEAM, CHANNEL, CONTACT] = [newId(), newId(), newId()];
const ONLINE = [newId(), newId(), newId()].sort();
const [AWAY, ELSEWHERE] = [newId(), newId()];
const AT = '2026-11-20T10:00:00Z';
let context: ModuleContext;
let conversations: string[];

beforeAll(async () => {
  context = await startModules([LeadsModule]);
  const { sql } = context;
  await sql.rows(`insert into team (id, name, created_at) values ($1, 'Ventas', $2)`, [TEAM, AT]);
  for (const id of [...ONLINE, AWAY, ELSEWHERE])
    await sql.rows(
      `insert into app_user (id, name, email_sealed, email_index, password_hash, roles, presence, created_at) values ($1::uuid, 'P', 'x', $1::text, 'x', '{advisor}', $2, $3)`,
      [id, id === AWAY ? 'away' : 'online', AT],
    );
  for (const id of [...ONLINE, AWAY])
    await sql.rows('insert into team_member (team_id, user_id) values ($1, $2)', [TEAM, id]);
  await sql.rows(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, team_id, created_at, updated_at) values ($1, 'whatsapp_cloud', 'V', '1', 'http://x', $2, 'EC', true, 80, $3, $4, $4)`,
    [CHANNEL, context.module.get(Encryption).encrypt('{}'), TEAM, AT],
  );
  await sql.rows('insert into contact (id, created_at, updated_at) values ($1, $2, $2)', [CONTACT, AT]);
});
beforeEach(async () => {
  await context.sql.rows('delete from lead_assignment_turn');
  conversations = await Promise.all(Array.from({ length: 6 }, () => conversation(null)));
});
afterAll(() => context.close());

async function conversation(assigneeId: string | null): Promise<string> {
  const id = newId();
  await context.sql.rows(
    `insert into conversation (id, contact_id, channel_id, status, assistant_mode, owner, assignee_id, created_at, activity_at) values ($1, $2, $3, 'closed', 'off', 'nobody', $4, $5, $5)`,
    [id, CONTACT, CHANNEL, assigneeId, AT],
  );
  return id;
}
const choose = (ids: readonly string[]) =>
  context.module.get(Transaction).run(() => context.module.get(AssignNewLeads).choose(ids));

it('leaves leads to people unless somebody decided otherwise, but never takes one from who holds its conversation', async () => {
  expect(await choose([...conversations.slice(0, 2), await conversation(AWAY)])).toEqual([null, null, AWAY]);
});

it('goes round those online in the channel`s team, over batches too', async () => {
  await setAssignmentMode(context.sql, 'round_robin');
  const [first, second] = [await choose(conversations.slice(0, 4)), await choose(conversations.slice(4))];
  expect([...first, ...second]).toEqual([...ONLINE, ...ONLINE]);
});

it('gives everybody the same when batches run at once', async () => {
  await setAssignmentMode(context.sql, 'round_robin');
  const chosen = (await Promise.all(conversations.map((id) => choose([id])))).flat();
  expect([...chosen].sort()).toEqual([...ONLINE, ...ONLINE].sort());
});

it('prefers who has fewer open leads', async () => {
  await setAssignmentMode(context.sql, 'least_busy');
  for (const [index, id] of ONLINE.entries())
    for (let n = 0; n < 2 - index; n += 1)
      await context.sql.rows(
        `insert into lead (id, source_kind, assignee_id, enquired_at, activity_at, created_at, updated_at) values ($1, 'manual', $2, $3, $3, $3, $3)`,
        [newId(), id, AT],
      );
  expect(await choose(conversations.slice(0, 3))).toEqual([ONLINE[2], ONLINE[1], ONLINE[2]]);
});

it('leaves a lead alone when nobody is online', async () => {
  await setAssignmentMode(context.sql, 'round_robin');
  await context.sql.rows(`update app_user set presence = 'offline'`);
  expect(await choose(conversations.slice(0, 1))).toEqual([null]);
});
