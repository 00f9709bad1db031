import { ApiProperty } from '@nestjs/swagger';
import { AUTHORS, type AuthorKind } from '../domain/message-author.js';
import { MESSAGE_STATUSES, type MessageStatus } from '../domain/message-status.js';
import { MESSAGE_TYPES, type MessageTypeView, SHOWN_TYPES, type ShownTypeView } from './message-type.js';

export class MessageAuthorView {
  @ApiProperty({ enum: AUTHORS }) kind!: AuthorKind;
  id!: string | null;
  name!: string | null;
}

export class MessageMediaView {
  id!: string;
  state!: 'pending' | 'ready' | 'failed';
  /** Signed and expiring; null until ready. */
  url!: string | null;
  thumbnailUrl!: string | null;
  contentType!: string | null;
  /** Bytes. */
  size!: number | null;
  fileName!: string | null;
  width!: number | null;
  height!: number | null;
  durationS!: number | null;
  reason!: string | null;
}

export class RepliedMessageView {
  id!: string;
  @ApiProperty({ enum: AUTHORS }) author!: AuthorKind;
  @ApiProperty({ enum: MESSAGE_TYPES }) type!: MessageTypeView;
  preview!: string;
}

export class ReactionView {
  by!: 'customer' | 'business';
  emoji!: string;
}

export class MessageFailureView {
  /** The provider's code. */
  code!: string;
  /** Ours, stable, for translation. */
  reason!: string;
  /** Plain words in English. */
  title!: string;
  details!: string | null;
  retryable!: boolean;
}

/** One message of a thread. */
export class MessageView {
  id!: string;
  conversationId!: string;
  direction!: 'in' | 'out';
  author!: MessageAuthorView;
  @ApiProperty({ enum: SHOWN_TYPES }) type!: ShownTypeView;
  text!: string | null;
  /** What it holds, by type. */
  content!: Record<string, unknown>;
  media!: MessageMediaView | null;
  replyTo!: RepliedMessageView | null;
  reactions!: ReactionView[];
  @ApiProperty({
    enum: MESSAGE_STATUSES,
    nullable: true,
    type: String,
    description: 'Of ours; null of what came in and of notes.',
  })
  status!: MessageStatus | null;
  statusTimes!: Record<string, string>;
  failure!: MessageFailureView | null;
  assistantTurnId!: string | null;
  clientMessageId!: string | null;
  editedAt!: string | null;
  deletedAt!: string | null;
  /** By the provider's clock: the order of the thread. */
  at!: string;
  receivedAt!: string;
}

export class MessagePage {
  data!: MessageView[];
  nextCursor!: string | null;
}
