import type { Schemas } from '@hilo/api-client';
import { waitsForPerson } from './waits-for-person';

/** A customer on a channel, as `GET /conversations` gives it. */
export interface Conversation extends Schema {
  /** What the last broadcast counted as unread for everybody; see `withUnread`. */
  sharedUnread?: number;
}

type Schema = Schemas['ConversationView'];

export type ConversationStatus = Schema['status'];
export type Priority = Schema['priority'];
export type CloseReason = NonNullable<Schema['closeReason']>;
export type Person = Schemas['PersonView'];
export type LastMessage = Schemas['LastMessageView'];
/** What may be sent now, as the server decided it; the panel never computes a window. */
export type ReplyPolicy = Schemas['ReplyPolicyView'];

export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

/** Who answers the customer, in the words of the header. */
export type AssistantStanding = 'answers' | 'suggests' | 'paused' | 'waits' | 'person' | 'off';

export function assistantStanding(conversation: Conversation, now: number): AssistantStanding {
  const { assistantMode: mode, assistantState: state } = conversation;
  if (mode === 'off') return 'off';
  if (state.pausedUntil !== null && Date.parse(state.pausedUntil) > now) return 'paused';
  if (mode === 'suggest') return 'suggests';
  if (state.owner !== 'person') return 'answers';
  return waitsForPerson(conversation) ? 'waits' : 'person';
}

/** Name to show when the customer gave none. */
export const contactName = ({ contact }: Pick<Conversation, 'contact'>, unnamed: string): string =>
  contact.name || contact.phone || unnamed;

/** The mark on the avatar. A sandbox stands in for a real channel and always says so. */
export function channelMark({ channel }: Pick<Conversation, 'channel'>): 'whatsapp' | 'instagram' | 'sandbox' {
  if (channel.sandbox) return 'sandbox';
  return channel.kind.startsWith('instagram') ? 'instagram' : 'whatsapp';
}
