import type { ConversationSearch } from '../search';
import type { Conversation, ConversationStatus, Priority } from './conversation';

export type View = 'mine' | 'unassigned' | 'all';
export type Sort = '-lastMessageAt' | 'waiting' | '-priority';

/** The query of `GET /conversations`, without cursor and limit. */
export interface ConversationFilter {
  view: View;
  status?: ConversationStatus;
  priority?: Priority;
  source?: string;
  channelKind?: NonNullable<ConversationSearch['canal']>;
  assigneeId?: string;
  tag?: string;
  unread?: true;
  q?: string;
  sort: Sort;
}

const VIEWS = { mios: 'mine', 'sin-asignar': 'unassigned', todos: 'all' } as const;
const STATUSES = { abierta: 'open', seguimiento: 'follow_up', cerrada: 'closed' } as const;
const PRIORITIES = { baja: 'low', normal: 'normal', alta: 'high', urgente: 'urgent' } as const;
const SORTS = { espera: 'waiting', prioridad: '-priority' } as const;

/** The address bar in the words of the API. */
export function filterOf(search: ConversationSearch): ConversationFilter {
  return {
    view: VIEWS[search.vista ?? 'mios'],
    ...(search.estado && { status: STATUSES[search.estado] }),
    ...(search.prioridad && { priority: PRIORITIES[search.prioridad] }),
    ...(search.fuente && { source: search.fuente }),
    ...(search.canal && { channelKind: search.canal }),
    ...(search.asesor && { assigneeId: search.asesor }),
    ...(search.etiqueta && { tag: search.etiqueta }),
    ...(search.noleidas && { unread: true as const }),
    ...(search.q && { q: search.q }),
    sort: search.orden ? SORTS[search.orden] : '-lastMessageAt',
  };
}

/** Whether a conversation belongs to a list. Null when only the server can tell (a search for words). */
export function matches(conversation: Conversation, filter: ConversationFilter, meId: string): boolean | null {
  if (filter.view === 'mine' && conversation.assignee?.id !== meId) return false;
  if (filter.view === 'unassigned') {
    if (conversation.assignee !== null) return false;
    if (!filter.status && conversation.status === 'closed') return false;
  }
  const refused =
    (filter.status && conversation.status !== filter.status) ||
    (filter.priority && conversation.priority !== filter.priority) ||
    (filter.source && conversation.source?.network !== filter.source) ||
    (filter.channelKind && conversation.channel.kind !== filter.channelKind) ||
    (filter.assigneeId && conversation.assignee?.id !== filter.assigneeId) ||
    (filter.tag && !conversation.tags.includes(filter.tag)) ||
    (filter.sort === 'waiting' && conversation.waitingSince === null);
  if (refused) return false;
  return filter.q ? null : true;
}

const WEIGHT: Readonly<Record<Priority, number>> = { low: 0, normal: 1, high: 2, urgent: 3 };

/** The order of the server: negative when `one` stands before `other`. */
export function compare(one: Conversation, other: Conversation, sort: Sort): number {
  const byId = one.id < other.id ? 1 : -1;
  if (sort === '-priority') return WEIGHT[other.priority] - WEIGHT[one.priority] || byId;
  if (sort === 'waiting') return Date.parse(one.waitingSince ?? '') - Date.parse(other.waitingSince ?? '') || -byId;
  return Date.parse(other.lastActivityAt) - Date.parse(one.lastActivityAt) || byId;
}
