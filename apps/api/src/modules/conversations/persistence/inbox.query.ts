import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { MessageContent } from '../../channels/index.js';
import type { CloseReason } from '../domain/close-reason.js';
import type { AssistantMode, ConversationStatus, Owner } from '../domain/inbound-effect.js';
import type { AuthorKind } from '../domain/message-author.js';
import type { Belonging, Visibility } from '../domain/visibility.js';
import { holdsWords } from './message-words.js';

export interface InboxRow {
  id: string;
  contact_id: string;
  channel_id: string;
  status: ConversationStatus;
  priority: number;
  assignee_id: string | null;
  team_id: string | null;
  tags: string[];
  assistant_mode: AssistantMode;
  owner: Owner;
  assistant_paused_until: Date | null;
  follow_up_at: Date | null;
  close_reason: CloseReason | null;
  inbound_count: number;
  unread: number;
  last_message_id: string | null;
  last_message_at: Date | null;
  last_message_direction: 'in' | 'out' | null;
  last_message_author: AuthorKind | null;
  last_message_author_id: string | null;
  /** `deleted` once the customer took it back. */
  last_message_type: MessageContent['type'] | 'deleted' | null;
  last_message_preview: string | null;
  last_inbound_at: Date | null;
  waiting_since: Date | null;
  source_network: string | null;
  source_link_id: string | null;
  source_item_id: string | null;
  lead_id: string | null;
  lead_state: string | null;
  lead_quality: string | null;
  version: number;
  created_at: Date;
  activity_at: Date;
  cursor_value: string | null;
}

export const belongingOf = ({
  assignee_id: assigneeId,
  team_id: teamId,
  source_network: sourceNetwork,
}: InboxRow): Belonging => ({ assigneeId, teamId, sourceNetwork });

export const INBOX_SORTS = {
  '-lastMessageAt': 'c.activity_at',
  waiting: 'c.waiting_since',
  '-priority': 'c.priority',
} as const;
export type InboxSort = keyof typeof INBOX_SORTS;

export interface InboxFilter {
  visibility: Visibility;
  viewerId: string | null;
  view: 'mine' | 'unassigned' | 'all';
  status?: ConversationStatus | undefined;
  priority?: number | undefined;
  network?: string | undefined;
  channelKind?: string | undefined;
  assigneeId?: string | undefined;
  tag?: string | undefined;
  unread?: boolean | undefined;
  contactId?: string | undefined;
  /** What a search found: contacts and conversations; either suffices. */
  found?: { contactIds: readonly string[]; conversationIds: readonly string[] } | undefined;
  sort: InboxSort;
  after?: readonly (string | null)[] | undefined;
  limit: number;
}

const COLUMNS = `c.id, c.contact_id, c.channel_id, c.status, c.priority, c.assignee_id, c.team_id, c.tags, c.assistant_mode, c.owner, c.assistant_paused_until, c.follow_up_at,
  c.close_reason, c.inbound_count, c.last_message_id, c.last_message_at, c.last_message_direction, c.last_message_author, c.last_message_author_id, c.last_message_type,
  c.last_message_preview, c.last_inbound_at, c.waiting_since, c.source_network, c.source_link_id, c.source_item_id, c.lead_id, c.lead_state, c.lead_quality, c.version,
  c.created_at, c.activity_at`;
const UNREAD = `greatest(0, c.inbound_count - greatest(c.handled_inbound, coalesce(s.seen_inbound, 0)))`;

/** Conditions with their values, numbered as they come. */
class Conditions {
  readonly texts: string[] = [];

  constructor(readonly values: unknown[] = []) {}

  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(text: string): void {
    this.texts.push(text);
  }
}

@Injectable()
export class InboxQuery {
  constructor(private readonly sql: Sql) {}

  page(filter: InboxFilter): Promise<InboxRow[]> {
    const where = conditionsOf(filter);
    const column = INBOX_SORTS[filter.sort];
    const seen = where.value(filter.viewerId);
    const [direction, compare] = filter.sort === 'waiting' ? ['asc', '>'] : ['desc', '<'];
    if (filter.sort === 'waiting') where.add('c.waiting_since is not null');
    if (filter.after) {
      const [value, id] = filter.after;
      const type = filter.sort === '-priority' ? 'smallint' : 'timestamptz';
      where.add(`(${column}, c.id) ${compare} (${where.value(value)}::${type}, ${where.value(id)}::uuid)`);
    }
    return this.sql.rows<InboxRow>(
      `select ${COLUMNS}, ${UNREAD} as unread, ${column}::text as cursor_value
       from conversation c left join conversation_seen s on s.conversation_id = c.id and s.user_id = ${seen}::uuid
       ${where.texts.length > 0 ? `where ${where.texts.join(' and ')}` : ''}
       order by ${column} ${direction}, c.id ${direction} limit ${where.value(filter.limit)}`,
      where.values,
    );
  }

  async byIds(ids: readonly string[], viewerId: string | null): Promise<InboxRow[]> {
    if (ids.length === 0) return [];
    return this.sql.rows<InboxRow>(
      `select ${COLUMNS}, ${UNREAD} as unread, null::text as cursor_value
       from conversation c left join conversation_seen s on s.conversation_id = c.id and s.user_id = $2::uuid where c.id = any($1::uuid[])`,
      [ids, viewerId],
    );
  }

  async counts(
    visibility: Visibility,
    viewerId: string | null,
  ): Promise<Record<'mine' | 'unassigned' | 'all', { total: number; unread: number }>> {
    const where = new Conditions();
    scope(where, visibility);
    where.add(`c.status <> 'closed'`);
    const viewer = where.value(viewerId);
    const count = (which: string): string => `count(*) filter (where ${which})::int`;
    const unread = `${UNREAD} > 0`;
    const row = await this.sql.one<Record<string, number>>(
      `select ${count(`c.assignee_id = ${viewer}::uuid`)} as mine, ${count(`c.assignee_id = ${viewer}::uuid and ${unread}`)} as mine_unread,
         ${count('c.assignee_id is null')} as unassigned, ${count(`c.assignee_id is null and ${unread}`)} as unassigned_unread,
         count(*)::int as all_total, ${count(unread)} as all_unread
       from conversation c left join conversation_seen s on s.conversation_id = c.id and s.user_id = ${viewer}::uuid where ${where.texts.join(' and ')}`,
      where.values,
    );
    const of = (name: string): number => row?.[name] ?? 0;
    return {
      mine: { total: of('mine'), unread: of('mine_unread') },
      unassigned: { total: of('unassigned'), unread: of('unassigned_unread') },
      all: { total: of('all_total'), unread: of('all_unread') },
    };
  }

  /** The conversations of the newest messages, at most so many, that hold every word. */
  async wordHits(words: readonly string[], limit: number): Promise<string[]> {
    if (words.length === 0) return [];
    const values: unknown[] = [limit];
    const rows = await this.sql.rows<{ conversation_id: string }>(
      `select m.conversation_id from message m where ${holdsWords(words, values)} order by m.id desc limit $1`,
      values,
    );
    return [...new Set(rows.map(({ conversation_id: id }) => id))];
  }
}

function conditionsOf(filter: InboxFilter): Conditions {
  const where = new Conditions();
  scope(where, filter.visibility);
  if (filter.view === 'mine') where.add(`c.assignee_id = ${where.value(filter.viewerId)}::uuid`);
  if (filter.view === 'unassigned') where.add('c.assignee_id is null');
  if (filter.view === 'unassigned' && !filter.status) where.add(`c.status <> 'closed'`);
  const equal: readonly [string, unknown][] = [
    ['c.status', filter.status],
    ['c.priority', filter.priority],
    ['c.source_network', filter.network],
    ['c.assignee_id', filter.assigneeId],
    ['c.contact_id', filter.contactId],
  ];
  for (const [column, value] of equal) if (value !== undefined) where.add(`${column} = ${where.value(value)}`);
  if (filter.channelKind)
    where.add(`c.channel_id in (select id from channel where kind = ${where.value(filter.channelKind)})`);
  if (filter.tag) where.add(`c.tags @> array[${where.value(filter.tag)}]`);
  if (filter.unread) where.add(`${UNREAD} > 0`);
  if (filter.found)
    where.add(
      `(c.contact_id = any(${where.value(filter.found.contactIds)}::uuid[]) or c.id = any(${where.value(filter.found.conversationIds)}::uuid[]))`,
    );
  return where;
}

function scope(where: Conditions, visibility: Visibility): void {
  if (visibility.kind === 'all') return;
  const attributed = `c.source_network <> 'direct'`;
  if (visibility.kind === 'attributed') return where.add(attributed);
  const own = `c.assignee_id = ${where.value(visibility.userId)}::uuid or c.team_id = any(${where.value(visibility.teamIds)}::uuid[]) or (c.assignee_id is null and c.team_id is null)`;
  where.add(`(${own}${visibility.kind === 'own-and-attributed' ? ` or ${attributed}` : ''})`);
}
