import { ApiProperty } from '@nestjs/swagger';
import { CLOSE_REASONS, type CloseReason } from '../domain/close-reason.js';
import { AUTHORS, type AuthorKind } from '../domain/message-author.js';
import type { ReplyPolicy } from '../domain/outbound-policy.js';
import { SHOWN_TYPES, type ShownTypeView } from './message-type.js';

export class ConversationContactView {
  id!: string;
  /** The name, else the user name, else the phone, else empty. */
  name!: string;
  /** E.164. */
  phone!: string | null;
  type!: 'retail' | 'wholesale';
  tags!: string[];
  language!: string | null;
  blocked!: boolean;
}

export class ConversationChannelView {
  id!: string;
  kind!: string;
  name!: string;
  /** The number or account as people know it. */
  address!: string | null;
  sandbox!: boolean;
}

export class PersonView {
  id!: string;
  name!: string;
  initials!: string;
}

export class TeamRefView {
  id!: string;
  name!: string;
}

export class LastMessageView {
  id!: string;
  direction!: 'in' | 'out';
  @ApiProperty({ enum: AUTHORS }) author!: AuthorKind;
  authorName!: string | null;
  @ApiProperty({ enum: SHOWN_TYPES }) type!: ShownTypeView;
  /** One line, at most 160 characters. */
  preview!: string;
  at!: string;
}

export class ConversationSourceView {
  network!: string;
  linkId!: string | null;
  itemId!: string | null;
}

export class ConversationLeadView {
  id!: string;
  state!: string;
  quality!: string;
}

export class ReplyPolicyView implements Omit<ReplyPolicy, 'allowed' | 'reason'> {
  kind!: 'free' | 'template' | 'none';
  /** When free-form replies end. */
  closesAt!: string | null;
  /** The message types that may be sent now. */
  allowed!: string[];
  /** Why nothing free may be sent: the code of the refusal. */
  reason!: string | null;
}

export class AssistantStateView {
  /** Who answers the customer. */
  owner!: 'assistant' | 'person' | 'nobody';
  pausedUntil!: string | null;
}

/** A customer on a channel. */
export class ConversationView {
  id!: string;
  contact!: ConversationContactView;
  channel!: ConversationChannelView;
  status!: 'open' | 'follow_up' | 'closed';
  priority!: 'low' | 'normal' | 'high' | 'urgent';
  assignee!: PersonView | null;
  team!: TeamRefView | null;
  tags!: string[];
  assistantMode!: 'auto' | 'suggest' | 'off';
  assistantState!: AssistantStateView;
  /** Messages that the asking user has not seen and nobody has answered. */
  unreadCount!: number;
  lastMessage!: LastMessageView | null;
  /** Since when the customer waits, by the time we received. */
  waitingSince!: string | null;
  followUpAt!: string | null;
  @ApiProperty({ enum: CLOSE_REASONS, nullable: true, type: String }) closeReason!: CloseReason | null;
  source!: ConversationSourceView | null;
  lead!: ConversationLeadView | null;
  replyPolicy!: ReplyPolicyView;
  version!: number;
  createdAt!: string;
  lastActivityAt!: string;
}

export class ConversationPage {
  data!: ConversationView[];
  nextCursor!: string | null;
}

export class TabCount {
  total!: number;
  unread!: number;
}

export class ConversationCounts {
  mine!: TabCount;
  unassigned!: TabCount;
  all!: TabCount;
}
