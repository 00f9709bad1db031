import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { startHttp, type HttpContext } from '../../../testing/http-context.js';
import { permissionsOf, type Role, type UserPrincipal } from '../../auth/index.js';
import { LeadsHttpModule } from '../leads-http.module.js';

export interface Place {
  contactId: string;
  conversationId: string;
}

export interface MadeLead extends Place {
  id: string;
}

export interface LeadBoard extends HttpContext {
  channelId: string;
  /** Whoever asks from now on: a person of these roles and teams. */
  actAs(roles: readonly Role[], person?: { id?: string; teamIds?: readonly string[] }): void;
  person(over?: {
    roles?: readonly Role[];
    presence?: 'online' | 'away' | 'offline';
    name?: string;
    active?: boolean;
  }): Promise<string>;
  team(memberIds?: readonly string[]): Promise<string>;
  place(over?: {
    name?: string;
    assigneeId?: string | null;
    teamId?: string | null;
    contactId?: string;
  }): Promise<Place>;
  /** A lead as its enquiry left it. */
  lead(over?: Partial<Record<string, unknown>>, place?: Place): Promise<MadeLead>;
}

/** Leads over HTTP; who asks can be changed from one request to the next. */
export async function startLeadBoard(): Promise<LeadBoard> {
  const me: { -readonly [K in keyof UserPrincipal]: UserPrincipal[K] } = {
    kind: 'user',
    id: newId(),
    name: 'Paula',
    roles: [],
    teamIds: [],
    permissions: new Set(),
  };
  const http = await startHttp([LeadsHttpModule], me);
  const { sql } = http;
  const at = '2026-11-20T10:00:00.000Z';
  const channelId = newId();
  await sql.rows(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at)
     values ($1, 'whatsapp_cloud', 'Ventas', '100200300', 'http://x', $2, 'EC', true, 80, $3, $3)`,
    [channelId, http.module.get(Encryption).encrypt('{}'), at],
  );
  const actAs: LeadBoard['actAs'] = (roles, { id = newId(), teamIds = [] } = {}) => {
    Object.assign(me, { id, roles, teamIds, permissions: permissionsOf(roles) });
  };
  actAs(['admin']);
  const person: LeadBoard['person'] = async ({
    roles = ['advisor'],
    presence = 'online',
    name = 'Carla',
    active = true,
  } = {}) => {
    const id = newId();
    await sql.rows(
      `insert into app_user (id, name, email_sealed, email_index, password_hash, roles, presence, active, created_at) values ($1::uuid, $2, 'x', $1::text, 'x', $3, $4, $5, $6)`,
      [id, name, roles, presence, active, at],
    );
    return id;
  };
  const place: LeadBoard['place'] = async ({ name = 'Ana Ruiz', assigneeId = null, teamId = null, contactId } = {}) => {
    const [contact, conversationId] = [contactId ?? newId(), newId()];
    if (!contactId)
      await sql.rows('insert into contact (id, name, created_at, updated_at) values ($1, $2, $3, $3)', [
        contact,
        name,
        at,
      ]);
    await sql.rows(
      `insert into conversation (id, contact_id, channel_id, status, assistant_mode, owner, assignee_id, team_id, inbound_count, handled_inbound, created_at, activity_at)
       values ($1, $2, $3, 'closed', 'off', 'nobody', $4, $5, 3, 1, $6, $6)`,
      [conversationId, contact, channelId, assigneeId, teamId, at],
    );
    return { contactId: contact, conversationId };
  };
  return {
    ...http,
    channelId,
    actAs,
    person,
    place,
    team: async (memberIds = []) => {
      const id = newId();
      await sql.rows('insert into team (id, name, created_at) values ($1::uuid, $1::text, $2)', [id, at]);
      for (const member of memberIds)
        await sql.rows('insert into team_member (team_id, user_id) values ($1, $2)', [id, member]);
      return id;
    },
    lead: async (over = {}, given) => {
      const where = given ?? (await place());
      const row: Record<string, unknown> = {
        id: newId(),
        contact_id: where.contactId,
        conversation_id: where.conversationId,
        source_kind: 'direct',
        enquired_at: at,
        activity_at: at,
        created_at: at,
        updated_at: at,
        ...over,
      };
      const columns = Object.keys(row);
      await sql.rows(
        `insert into lead (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
        Object.values(row),
      );
      return { id: String(row['id']), ...where };
    },
  };
}
