/** Somebody with a phone, as the simulator keeps them. `id` is the phone's digits, else the scoped id. */
export interface Customer {
  id: string;
  name: string;
  phone: string | null;
  username: string | null;
  label: string | null;
  unread: number;
  lastMessage: { preview: string; direction: 'sent' | 'received'; at: string } | null;
  windowOpen: boolean;
}

export type PhoneStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

export type ActionKind =
  'reply' | 'row' | 'quick_reply' | 'url' | 'phone' | 'send_location' | 'share_contact' | 'catalogue' | 'flow';

/** Something under a bubble that a customer may tap. */
export interface PhoneAction {
  kind: ActionKind;
  id: string;
  title: string;
  description: string | null;
  url: string | null;
  section: string | null;
}

export interface PhoneMedia {
  id: string | null;
  link: string | null;
  mimeType: string | null;
  fileName: string | null;
  voice: boolean;
}

/** What became of the webhook of something the customer sent. `ms` is how long the product took to answer. */
export interface WebhookDelivery {
  outcome: string;
  attempts: number;
  ms: number;
  status: number;
}

/** One bubble of the customer's phone. `sent`: by the customer; `received`: from the business. Times are the simulator's. */
export interface PhoneMessage {
  id: string;
  direction: 'sent' | 'received';
  type: string;
  text: string | null;
  header: string | null;
  footer: string | null;
  media: PhoneMedia | null;
  details: unknown;
  actions: PhoneAction[];
  listLabel: string | null;
  replyTo: string | null;
  reactions: { mine: string | null; theirs: string | null };
  status: PhoneStatus;
  /** When something from the business came how far, in order. */
  reached: { status: PhoneStatus; at: string }[];
  failureCode: number | null;
  edited: boolean;
  deleted: boolean;
  at: string;
  webhook: WebhookDelivery | null;
}

export interface PhoneThread {
  customer: Customer;
  messages: PhoneMessage[];
}

/** Something that happened on a phone, from the feed. */
export interface PhoneChange {
  seq: number;
  kind: 'customer' | 'message' | 'typing' | 'clock' | 'switches' | 'reset';
  customerId: string | null;
  data: unknown;
}

export interface Switches {
  statuses: 'on' | 'off' | 'shuffled' | 'duplicated' | 'delayed';
  refusals: { to: string | null; code: number; count: number; at: string }[];
}

/** Business time of the installation. `movable` is false as soon as a live channel exists. */
export interface BusinessClock {
  now: string;
  offsetMs: number;
  movable: boolean;
}
