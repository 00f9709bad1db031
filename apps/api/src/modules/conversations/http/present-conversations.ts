import { Injectable } from '@nestjs/common';
import { People } from '../../auth/index.js';
import { Channels, type ChannelCard } from '../../channels/index.js';
import { Contacts } from '../../contacts/index.js';
import type { ReplyPolicy } from '../domain/outbound-policy.js';
import type { InboxRow } from '../persistence/inbox.query.js';
import { AskPolicy } from '../services/ask-policy.js';
import type { ConversationView, LastMessageView } from './conversation.view.js';

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

type Names = {
  contacts: Awaited<ReturnType<Contacts['byIds']>>;
  people: Awaited<ReturnType<People['byIds']>>;
  teams: Awaited<ReturnType<People['teamsByIds']>>;
  channels: ReadonlyMap<string, ChannelCard>;
  policies: ReadonlyMap<string, ReplyPolicy>;
};

/** Rows of the inbox as everybody reads them: REST, sockets, catch-up. */
@Injectable()
export class PresentConversations {
  constructor(
    private readonly contacts: Contacts,
    private readonly people: People,
    private readonly channels: Channels,
    private readonly policy: AskPolicy,
  ) {}

  async present(rows: readonly InboxRow[]): Promise<ConversationView[]> {
    const contacts = await this.contacts.byIds(rows.map((row) => row.contact_id));
    const [people, teams, cards, policies] = await Promise.all([
      this.people.byIds(
        rows.flatMap((row) =>
          [
            row.assignee_id ?? [],
            row.last_message_author === 'advisor' ? (row.last_message_author_id ?? []) : [],
          ].flat(),
        ),
      ),
      this.people.teamsByIds(rows.flatMap((row) => row.team_id ?? [])),
      this.channels.list(),
      this.policy.forComposer(
        rows.map((row) => ({
          conversationId: row.id,
          contactId: row.contact_id,
          channelId: row.channel_id,
          lastInboundAt: row.last_inbound_at,
          blocked: contacts.get(row.contact_id)?.blocked ?? false,
        })),
      ),
    ]);
    const names: Names = { contacts, people, teams, channels: new Map(cards.map((card) => [card.id, card])), policies };
    return rows.map((row) => view(row, names));
  }
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

function view(row: InboxRow, names: Names): ConversationView {
  const contact = names.contacts.get(row.contact_id);
  const channel = names.channels.get(row.channel_id);
  return {
    id: row.id,
    contact: contact
      ? {
          id: contact.id,
          name: contact.name,
          phone: contact.phone,
          type: contact.type,
          tags: contact.tags,
          language: contact.language,
          blocked: contact.blocked,
        }
      : { id: row.contact_id, name: '', phone: null, type: 'retail', tags: [], language: null, blocked: false },
    channel: {
      id: row.channel_id,
      kind: channel?.kind ?? 'whatsapp_cloud',
      name: channel?.name ?? '',
      address: channel?.displayAddress ?? null,
      sandbox: channel?.sandbox ?? false,
    },
    status: row.status,
    priority: PRIORITIES[row.priority] ?? 'normal',
    assignee: row.assignee_id
      ? (names.people.get(row.assignee_id) ?? { id: row.assignee_id, name: '', initials: '' })
      : null,
    team: row.team_id ? (names.teams.get(row.team_id) ?? null) : null,
    tags: row.tags,
    assistantMode: row.assistant_mode,
    assistantState: { owner: row.owner, pausedUntil: iso(row.assistant_paused_until) },
    unreadCount: row.unread,
    lastMessage: lastMessage(row, names),
    waitingSince: iso(row.waiting_since),
    followUpAt: iso(row.follow_up_at),
    closeReason: row.close_reason,
    source: row.source_network
      ? { network: row.source_network, linkId: row.source_link_id, itemId: row.source_item_id }
      : null,
    lead: row.lead_id ? { id: row.lead_id, state: row.lead_state ?? 'new', quality: row.lead_quality ?? 'cold' } : null,
    replyPolicy: names.policies.get(row.id) ?? { kind: 'none', closesAt: null, allowed: [], reason: 'channel_down' },
    version: row.version,
    createdAt: row.created_at.toISOString(),
    lastActivityAt: row.activity_at.toISOString(),
  };
}

function lastMessage(row: InboxRow, names: Names): LastMessageView | null {
  if (!row.last_message_id || !row.last_message_at) return null;
  return {
    id: row.last_message_id,
    direction: row.last_message_direction ?? 'in',
    author: row.last_message_author ?? 'customer',
    authorName: row.last_message_author_id ? (names.people.get(row.last_message_author_id)?.name ?? null) : null,
    type: row.last_message_type ?? 'text',
    preview: row.last_message_preview ?? '',
    at: row.last_message_at.toISOString(),
  };
}
