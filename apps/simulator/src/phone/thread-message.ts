import type { Delivery } from '../whatsapp/webhooks/courier.js';

/** Something under a bubble that a customer may tap. `reply`, `row` and `quick_reply` answer; the others open or ask. */
export interface PhoneAction {
  kind: 'reply' | 'row' | 'quick_reply' | 'url' | 'phone' | 'send_location' | 'share_contact' | 'catalogue' | 'flow';
  id: string;
  title: string;
  description: string | null;
  url: string | null;
  section: string | null;
}

export interface PhoneMedia {
  /** Null when the business sent a link. */
  id: string | null;
  link: string | null;
  mimeType: string | null;
  fileName: string | null;
  voice: boolean;
}

export type ReceivedStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

/** One bubble of the customer's phone. `sent`: by the customer; `received`: from the business. */
export interface ThreadMessage {
  id: string;
  direction: 'sent' | 'received';
  type: string;
  text: string | null;
  header: string | null;
  footer: string | null;
  media: PhoneMedia | null;
  /** Location, contacts, order... as WhatsApp carries them. */
  details: unknown;
  actions: PhoneAction[];
  /** The label that opens a list. */
  listLabel: string | null;
  replyTo: string | null;
  reactions: { mine: string | null; theirs: string | null };
  status: ReceivedStatus;
  /** When a `received` message came how far, in order: a page opened later tells it too. */
  reached: { status: ReceivedStatus; at: string }[];
  failureCode: number | null;
  edited: boolean;
  deleted: boolean;
  at: string;
  correlationId: string | null;
  /** What became of the webhook of a `sent` message. */
  webhook: Delivery | null;
}

const RANK: Record<ReceivedStatus, number> = { accepted: 0, sent: 1, delivered: 2, read: 3, failed: 4 };

/** Moves a message on and keeps when; statuses only go forward. */
export function reach(message: ThreadMessage, status: ReceivedStatus, at: string): void {
  if (RANK[status] <= RANK[message.status]) return;
  message.status = status;
  message.reached.push({ status, at });
}

/** A bubble with nothing in it yet. */
export function emptyMessage(
  given: Pick<ThreadMessage, 'id' | 'direction' | 'type' | 'at'> & Partial<ThreadMessage>,
): ThreadMessage {
  return {
    text: null,
    header: null,
    footer: null,
    media: null,
    details: null,
    actions: [],
    listLabel: null,
    replyTo: null,
    reactions: { mine: null, theirs: null },
    status: 'accepted',
    reached: [],
    failureCode: null,
    edited: false,
    deleted: false,
    correlationId: null,
    webhook: null,
    ...given,
  };
}

const MARKS: Record<string, string> = {
  image: '📷',
  video: '🎬',
  audio: '🎤',
  document: '📄',
  sticker: '🌟',
  location: '📍',
  contacts: '👤',
  order: '🛒',
  reaction: '❤️',
};

/** One line for the list of chats. */
export function previewOf(message: ThreadMessage): string {
  const mark = MARKS[message.type];
  return [mark, message.text].filter(Boolean).join(' ').slice(0, 120) || message.type;
}
