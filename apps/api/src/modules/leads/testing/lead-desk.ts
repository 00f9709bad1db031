import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { type ModuleContext, startModules } from '../../../testing/module-context.js';
import { ItemEditing } from '../../catalogue/index.js';
import type { Enquiry } from '../domain/plan-enquiries.js';
import { Leads } from '../leads.facade.js';
import { LeadsModule } from '../leads.module.js';
import type { Click } from '../services/begin-leads.js';
import { KeepLeads } from '../services/keep-leads.js';
import type { Place } from './lead-board.js';

/** When everything happens that a test gives no other time. */
export const AT = '2026-11-20T10:00:00.000Z';

export interface LeadDesk extends ModuleContext {
  linkId: string;
  itemId: string;
  leads: Leads;
  /** A conversation, of a new person unless told otherwise. */
  conversation(contactId?: string): Promise<Place>;
  /** Somebody followed the link. */
  clicked(): Promise<Click>;
  /** An enquiry that came by the link, with the click that is known of it. */
  byLink(where: Place, clickId: string | null, over?: Partial<Enquiry>): Enquiry;
  keep(news: Partial<Parameters<KeepLeads['keep']>[0]>): Promise<void>;
  rowOf(where: string, value: string): Promise<Record<string, unknown> | undefined>;
  eventsOf(leadId: string): Promise<string[]>;
  user(id: string, name: string): Promise<void>;
}

/** An enquiry by nobody's link. */
export const enquiry = (where: Place, over: Partial<Enquiry> = {}): Enquiry => ({
  ...where,
  messageId: newId(),
  source: 'direct',
  network: null,
  linkId: null,
  clickId: null,
  itemId: null,
  adId: null,
  at: AT,
  ...over,
});

/** Leads as the news of clicks and messages makes them, in a shop with one number, one item and one link to it. */
export async function startLeadDesk(): Promise<LeadDesk> {
  const context = await startModules([LeadsModule]);
  const { module, sql } = context;
  const [channelId, linkId] = [newId(), newId()];
  await sql.rows(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at)
     values ($1, 'whatsapp_cloud', 'Ventas', '100200300', 'http://x', $2, 'EC', true, 80, $3, $3)`,
    [channelId, module.get(Encryption).encrypt('{}'), AT],
  );
  const { id: itemId } = await module.get(ItemEditing, { strict: false }).create('system', {
    kind: 'property',
    sku: 'VM-1',
    name: 'Villa Marina',
    category: 'casas',
    priceRetail: { amount: 9_900_000, currency: 'USD' },
  });
  await sql.rows(
    `insert into tracked_link (id, slug, item_id, network, name, channel_id, utm, created_at, updated_at) values ($1, 'k7q2mx4', $2, 'tiktok', 'Bio', $3, $4, $5, $5)`,
    [
      linkId,
      itemId,
      channelId,
      JSON.stringify({ source: 'tiktok', medium: 'social', campaign: 'bio', content: null, term: null }),
      AT,
    ],
  );
  return {
    ...context,
    linkId,
    itemId,
    leads: module.get(Leads),
    conversation: async (contactId) => {
      const [contact, conversationId] = [contactId ?? newId(), newId()];
      if (!contactId)
        await sql.rows('insert into contact (id, created_at, updated_at) values ($1, $2, $2)', [contact, AT]);
      await sql.rows(
        `insert into conversation (id, contact_id, channel_id, status, assistant_mode, owner, created_at, activity_at) values ($1, $2, $3, 'closed', 'off', 'nobody', $4, $4)`,
        [conversationId, contact, channelId, AT],
      );
      return { contactId: contact, conversationId };
    },
    clicked: async () => {
      const clickId = newId();
      await sql.rows(
        `insert into link_click (id, link_id, kind, claim_code, at, agent_family, utm) values ($1, $2, 'human', $3, $4, 'chrome', '{"campaign": "nov"}')`,
        [clickId, linkId, clickId.slice(-6).toUpperCase(), AT],
      );
      return { clickId, linkId, itemId, network: 'tiktok', at: AT };
    },
    byLink: (where, clickId, over = {}) =>
      enquiry(where, { source: 'link', network: 'tiktok', linkId, clickId, itemId, ...over }),
    keep: (news) => module.get(KeepLeads).keep({ clicks: [], enquiries: [], thread: [], ...news }),
    rowOf: (where, value) => sql.one<Record<string, unknown>>(`select * from lead where ${where} = $1`, [value]),
    eventsOf: async (leadId) =>
      (await sql.rows<{ kind: string }>('select kind from lead_event where lead_id = $1 order by id', [leadId])).map(
        (row) => row.kind,
      ),
    user: async (id, name) => {
      await sql.rows(
        `insert into app_user (id, name, email_sealed, email_index, password_hash, roles, presence, created_at) values ($1, $2, 'x', $3, 'x', '{advisor}', 'online', $4)`,
        [id, name, id, AT],
      );
    },
  };
}
