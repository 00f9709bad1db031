import type { InteractiveContent, MediaContent, TemplateContent } from '../channels/index.js';
import type { AuthorKind } from './domain/message-author.js';

export type MessageAuthor =
  | { kind: 'advisor'; userId: string }
  | { kind: 'assistant'; turnId: string }
  | { kind: 'campaign'; campaignId: string }
  | { kind: 'automation'; ruleId: string }
  | { kind: 'system' };

export type SendableContent =
  | { type: 'text'; text: string }
  | (MediaContent & { assetId: string })
  | TemplateContent
  | Extract<InteractiveContent, { kind: 'buttons' }>
  | { type: 'reaction'; messageId: string; emoji: string | null };

export interface SendInput {
  conversationId: string;
  author: MessageAuthor;
  content: SendableContent;
  /** The caller's own id of this message; sending it twice sends it once. */
  clientMessageId?: string;
  /** Who that caller is: two callers may choose the same id. */
  clientId?: string;
  /** One message for one purpose, ever. */
  purposeKey?: string;
  sendGroupId?: string;
  replyToMessageId?: string;
  /** Refuse when somebody else spoke after this message. */
  expectedLastMessageId?: string | null;
  category?: 'service' | 'marketing' | 'utility';
  offer?: { campaignId?: string; itemId?: string; price?: { amount: number; currency: string } };
  /** Nothing is sent when a person has taken the conversation since (ISAC's own rule, asked inside the transaction). */
  onlyWhileOwnedByAssistant?: boolean;
}

export interface SendRefusal {
  code:
    | 'not_found'
    | 'window_closed'
    | 'opted_out'
    | 'contact_blocked'
    | 'channel_down'
    | 'type_not_supported'
    | 'conversation_moved_on'
    | 'already_sent'
    | 'template_not_approved'
    | 'media_not_ready'
    | 'reply_target_missing'
    | 'taken_by_person'
    | 'wait'
    | 'no_address'
    | 'too_long'
    | 'another_is_open';
  /** Plain words in English; the panel translates by code. */
  reason: string;
  waitUntil?: string;
  lastMessageId?: string;
}

export type SendResult = { ok: true; messageId: string; duplicate: boolean } | { ok: false; refusal: SendRefusal };

export interface ConversationSummary {
  id: string;
  contactId: string;
  channelId: string;
  channelKind: string;
  status: 'open' | 'follow_up' | 'closed';
  assigneeId: string | null;
  teamId: string | null;
  assistantMode: 'auto' | 'suggest' | 'off';
  owner: 'assistant' | 'person' | 'nobody';
  lastInboundAt: Date | null;
  windowExpiresAt: Date | null;
  sourceNetwork: string | null;
  sourceLinkId: string | null;
  sourceItemId: string | null;
  assistantPausedUntil: Date | null;
  tags: string[];
  createdAt: Date;
}

/** A message that a search found. */
export interface FoundMessage {
  id: string;
  conversationId: string;
  contactId: string;
  direction: 'in' | 'out';
  text: string;
  at: Date;
}

/** One message as ISAC and leads read it. */
export interface ThreadLine {
  id: string;
  conversationId: string;
  direction: 'in' | 'out';
  author: AuthorKind;
  type: string;
  text: string | null;
  at: Date;
  receivedAt: Date;
}
