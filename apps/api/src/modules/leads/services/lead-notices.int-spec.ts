import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Transaction } from '../../../platform/database/transaction.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { startModules, type ModuleContext } from '../../../testing/module-context.js';
import { LeadsWorkerModule } from '../leads-worker.module.js';
import { TellNewLeads } from './tell-new-leads.js';
import { TellOfLeads } from './tell-of-leads.js';

const AT = '2026-11-20T10:00:00Z';
const CHANNEL = newId();
let context: ModuleContext;
let [ana, bea, marketing, team]: string[] = [];
let seq = 0;

beforeAll(async () => {
  context = await startModules([LeadsWorkerModule]);
  const { sql } = context;
  const user = async (roles: string): Promise<string> => {
    const id = newId();
    await sql.rows(
      `insert into app_user (id, name, email_sealed, email_index, password_hash, roles, presence, created_at) values ($1::uuid, 'P', 'x', $1::text, 'x', $2::text[], 'online', $3)`,
      [id, roles, AT],
    );
    return id;
  };
  [ana, bea, marketing, team] = [await user('{advisor}'), await user('{advisor}'), await user('{marketing}'), newId()];
  await sql.rows(`insert into team (id, name, created_at) values ($1, 'Ventas', $2)`, [team, AT]);
  await sql.rows('insert into team_member (team_id, user_id) values ($1, $2)', [team, bea]);
  await sql.rows(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at) values ($1, 'whatsapp_cloud', 'V', '1', 'http://x', $2, 'EC', true, 80, $3, $3)`,
    [CHANNEL, context.module.get(Encryption).encrypt('{}'), AT],
  );
});
afterAll(() => context.close());
beforeEach(() => context.sql.rows('truncate notification'));

interface Wanted {
  assigneeId?: string | undefined;
  teamId?: string | undefined;
  source?: string;
  network?: string;
  state?: string;
}
async function lead({ assigneeId, teamId, source = 'link', network = 'tiktok', state = 'new' }: Wanted = {}): Promise<{
  leadId: string;
  conversationId: string;
  seq: string;
}> {
  const [id, contact, conversationId] = [newId(), newId(), newId()];
  await context.sql.rows('insert into contact (id, created_at, updated_at) values ($1, $2, $2)', [contact, AT]);
  await context.sql.rows(
    `insert into conversation (id, contact_id, channel_id, status, assistant_mode, owner, team_id, created_at, activity_at) values ($1, $2, $3, 'closed', 'off', 'nobody', $4, $5, $5)`,
    [conversationId, contact, CHANNEL, teamId ?? null, AT],
  );
  await context.sql.rows(
    `insert into lead (id, contact_id, conversation_id, source_kind, network, state, assignee_id, enquired_at, activity_at, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8, $8)`,
    [id, contact, conversationId, source, network, state, assigneeId ?? null, AT],
  );
  return { leadId: id, conversationId, seq: String((seq += 1)) };
}
const inTransaction = <T>(work: () => Promise<T>): Promise<T> => context.module.get(Transaction).run(work);
const arrived = (...leads: { leadId: string; seq: string }[]) =>
  inTransaction(() => context.module.get(TellNewLeads).arrived(leads));
const told = () =>
  context.sql.rows<{ user_id: string; kind: string; title: string; link: string }>(
    'select user_id, kind, title, link from notification order by id',
  );
const usersTold = async (): Promise<string[]> => [...new Set((await told()).map(({ user_id }) => user_id))].sort();

describe('a new lead', () => {
  it('is told to who got it, and to nobody else', async () => {
    const one = await lead({ assigneeId: ana });
    await arrived(one);
    expect(await told()).toEqual([{ user_id: ana, kind: 'lead.new', title: 'lead.new', link: `/leads/${one.leadId}` }]);
  });

  it('that nobody has is told to the team whose queue it stands in', async () => {
    await arrived(await lead({ teamId: team }));
    expect(await usersTold()).toEqual([bea]);
  });

  it('that stands in no queue is told to all who take leads, and not to those who only look', async () => {
    await arrived(await lead());
    const users = await usersTold();
    expect(users).toEqual(expect.arrayContaining([ana, bea]));
    expect(users).not.toContain(marketing);
  });

  it('is told once, however often its event comes', async () => {
    const one = await lead({ assigneeId: ana });
    await arrived(one);
    await arrived(one);
    await arrived(one, one);
    expect(await told()).toHaveLength(1);
  });

  it('written down by hand is no news', async () => {
    await arrived(await lead({ source: 'manual', assigneeId: ana }));
    expect(await told()).toEqual([]);
  });

  it('that is gone meanwhile is told to nobody', async () => {
    await arrived({ leadId: newId(), seq: '1' });
    await arrived();
    expect(await told()).toEqual([]);
  });

  it('among more than five at once is one notice that leads to the board', async () => {
    const many = await Promise.all(Array.from({ length: 6 }, () => lead({ assigneeId: ana })));
    await arrived(...many, await lead({ assigneeId: bea }));
    const notices = await told();
    expect(notices.filter(({ user_id }) => user_id === ana)).toEqual([
      { user_id: ana, kind: 'lead.new', title: 'lead.new-several', link: '/leads' },
    ]);
    expect(notices.filter(({ user_id }) => user_id === bea)).toHaveLength(1);
  });
});

describe('a lead that changes hands', () => {
  const assigned = (leadId: string, toUserId: string, byUserId: string, at = '7') =>
    inTransaction(() => context.module.get(TellNewLeads).assigned(leadId, { toUserId, byUserId, seq: at }));

  it('is told to its new holder, once', async () => {
    const { leadId } = await lead();
    await assigned(leadId, ana ?? '', bea ?? '');
    await assigned(leadId, ana ?? '', bea ?? '');
    expect(await told()).toEqual([
      { user_id: ana, kind: 'lead.assigned', title: 'lead.assigned', link: `/leads/${leadId}` },
    ]);
  });

  it('is no news to who took it themselves', async () => {
    const { leadId } = await lead();
    await assigned(leadId, ana ?? '', ana ?? '');
    expect(await told()).toEqual([]);
  });

  it('is told again when it comes back', async () => {
    const { leadId } = await lead();
    await assigned(leadId, ana ?? '', bea ?? '', '8');
    await assigned(leadId, ana ?? '', bea ?? '', '9');
    expect(await told()).toHaveLength(2);
  });
});

describe('what a conversation shows of its lead', () => {
  const shown = (conversationId: string) =>
    context.sql.one('select lead_id, lead_state, lead_quality from conversation where id = $1', [conversationId]);
  const tell = (...ids: string[]) => inTransaction(() => context.module.get(TellOfLeads).tell(ids));

  it('is how the lead is now, told once or twice', async () => {
    const { leadId, conversationId } = await lead({ state: 'qualified' });
    await tell(leadId);
    await tell(leadId, leadId);
    expect(await shown(conversationId)).toEqual({ lead_id: leadId, lead_state: 'qualified', lead_quality: 'cold' });
  });

  it('is nothing of leads that are gone', async () => {
    await tell(newId());
    await tell();
    expect(await context.sql.rows(`select 1 from conversation where lead_id = $1`, [newId()])).toEqual([]);
  });
});
