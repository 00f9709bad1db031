export type ConversationStatus = 'open' | 'follow_up' | 'closed';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type CloseReason = 'sale' | 'no_interest' | 'spam' | 'other';
export type AuthorKind = 'customer' | 'advisor' | 'assistant' | 'campaign' | 'automation' | 'system';

export interface Person {
  id: string;
  name: string;
  initials: string;
}

export interface LastMessage {
  id: string;
  direction: 'in' | 'out';
  author: AuthorKind;
  authorName: string | null;
  type: string;
  preview: string;
  at: string;
}

/** What may be sent now, as the server decided it; the panel never computes a window. */
export interface ReplyPolicy {
  kind: 'free' | 'template' | 'human_agent' | 'none';
  closesAt: string | null;
  allowed: string[];
  reason: string | null;
}

/** A customer on a channel, as `GET /conversations` gives it. */
export interface Conversation {
  id: string;
  contact: {
    id: string;
    name: string;
    phone: string | null;
    type: 'retail' | 'wholesale';
    tags: string[];
    language: string | null;
    blocked?: boolean;
  };
  channel: { id: string; kind: string; name: string; address: string | null; sandbox: boolean };
  status: ConversationStatus;
  priority: Priority;
  assignee: Person | null;
  team: { id: string; name: string } | null;
  tags: string[];
  assistantMode: 'auto' | 'suggest' | 'off';
  assistantState: { owner: 'assistant' | 'person' | 'nobody'; pausedUntil: string | null };
  unreadCount: number;
  lastMessage: LastMessage | null;
  waitingSince: string | null;
  followUpAt: string | null;
  closeReason: string | null;
  source: {
    network: string;
    linkId: string | null;
    linkName?: string | null;
    itemId: string | null;
    itemName?: string | null;
  } | null;
  lead: { id: string; state: string; quality: string } | null;
  replyPolicy: ReplyPolicy;
  version: number;
  createdAt: string;
  lastActivityAt: string;
  /** What the last broadcast counted as unread for everybody; see `withUnread`. */
  sharedUnread?: number;
}

export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

/** Who answers the customer, in the words of the header. */
export type AssistantStanding = 'answers' | 'suggests' | 'paused' | 'person' | 'off';

export function assistantStanding(conversation: Conversation, now: number): AssistantStanding {
  const { assistantMode: mode, assistantState: state } = conversation;
  if (mode === 'off') return 'off';
  if (state.pausedUntil !== null && Date.parse(state.pausedUntil) > now) return 'paused';
  if (mode === 'suggest') return 'suggests';
  return state.owner === 'person' ? 'person' : 'answers';
}

/** Name to show when the customer gave none. */
export const contactName = ({ contact }: Pick<Conversation, 'contact'>, unnamed: string): string =>
  contact.name || contact.phone || unnamed;

/** The mark on the avatar. A sandbox stands in for a real channel and always says so. */
export function channelMark({ channel }: Pick<Conversation, 'channel'>): 'whatsapp' | 'instagram' | 'sandbox' {
  if (channel.sandbox) return 'sandbox';
  return channel.kind.startsWith('instagram') ? 'instagram' : 'whatsapp';
}
