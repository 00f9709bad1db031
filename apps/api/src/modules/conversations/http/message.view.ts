export class MessageAuthorView {
  kind!: 'customer' | 'advisor' | 'assistant' | 'campaign' | 'automation' | 'system';
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
  author!: string;
  type!: string;
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
  type!: string;
  text!: string | null;
  /** What it holds, by type. */
  content!: Record<string, unknown>;
  media!: MessageMediaView | null;
  replyTo!: RepliedMessageView | null;
  reactions!: ReactionView[];
  /** Of ours: queued, sending, sent, delivered, read, played, failed or unknown. */
  status!: string | null;
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
