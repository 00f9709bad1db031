import type { ChannelEvent, ChannelKind, ExternalIdentity, FailureClass, FailureReason } from './channel-event.js';
import type { MediaType, MessageContent, MessageType, RemoteMedia } from './message-content.js';

/** What an adapter needs to speak for one channel. Credentials are decrypted just for the call and never logged. */
export interface ChannelConnection {
  channelId: string;
  kind: ChannelKind;
  /** The address inside the provider's account: phone number id, Instagram account id, Twilio number. */
  address: string;
  accountId: string | null;
  /** Country of the business, ISO 3166 alpha-2: some providers prefix numbers with it. */
  country: string;
  baseUrl: string;
  credentials: Readonly<Record<string, string>>;
}

export interface OutboundMessage {
  /** Our attempt id: given to the provider wherever it returns it with statuses. */
  correlationId: string;
  to: { identities: ExternalIdentity[]; phone?: string };
  content: MessageContent;
  replyToProviderId?: string;
  /** Media the content refers to, ready to be uploaded or linked. */
  media?: { contentType: string; fileName: string; open: () => Promise<AsyncIterable<Uint8Array>>; size: number };
}

/** How one call ended. `unknown`: the request may have been accepted; it must never be resent blindly. */
export type SendOutcome =
  | { kind: 'accepted'; providerMessageId: string; recipientId?: string; paced?: boolean }
  | { kind: 'failed'; failure: SendFailure }
  | { kind: 'unknown'; reason: string };

export interface SendFailure {
  code: string;
  /** Plain words for an advisor, in English; the panel translates by `reason`. */
  title: string;
  details?: string;
  reason: FailureReason;
  class: FailureClass;
  /** Earliest moment of the next try, in milliseconds from now, when the provider says so. */
  retryAfterMs?: number;
}

export interface ChannelCapabilities {
  /** Types that may be sent. */
  outbound: readonly MessageType[];
  buttons: { max: number; titleLength: number; bodyLength: number };
  textLength: number;
  captionLength: number;
  media: Partial<Record<MediaType, { maxBytes: number; contentTypes: readonly string[] }>>;
  /** Free-form replies end this long after the customer's last message; null: never. */
  serviceWindowMs: number | null;
  templates: boolean;
  reactions: boolean;
  typing: boolean;
  /** How a lost outcome is settled. */
  unknownSettledBy: 'status_callback' | 'message_log' | 'echo';
  /** Messages a second to start with, per sender number. */
  defaultRate: number;
}

export interface RemoteTemplate {
  providerTemplateId: string;
  name: string;
  language: string;
  category: string;
  status: string;
  quality: string | null;
  rejectedReason: string | null;
  parameterFormat: 'positional' | 'named';
  components: readonly Record<string, unknown>[];
}

export interface FetchedMedia {
  contentType: string;
  size: number | null;
  sha256: string | null;
  body: AsyncIterable<Uint8Array>;
}

export type Translation = { kind: 'translated'; events: ChannelEvent[] } | { kind: 'not_understood'; reason: string };

/** Thrown by the calls of an adapter that have no outcome type: reading marks, media, templates. */
export class ProviderCallError extends Error {
  constructor(readonly failure: SendFailure) {
    super(`${failure.code}: ${failure.title}`);
    this.name = 'ProviderCallError';
  }
}

/** The port every provider implements; everything beyond it is channel-neutral. */
export interface ChannelAdapter {
  readonly kind: ChannelKind;
  readonly capabilities: ChannelCapabilities;
  /** Pure: a parsed webhook body becomes events. Never throws; one bad item never hides its neighbours. `receivedAt` stands in for a missing or absurd provider time. */
  translate(body: unknown, receivedAt: Date): Translation;
  send(connection: ChannelConnection, message: OutboundMessage): Promise<SendOutcome>;
  markRead(connection: ChannelConnection, providerMessageId: string, typing: boolean): Promise<void>;
  fetchMedia(connection: ChannelConnection, media: RemoteMedia): Promise<FetchedMedia>;
  listTemplates(connection: ChannelConnection): Promise<RemoteTemplate[]>;
  /** Asks the provider whether these credentials work, in words for the administrator. */
  check(connection: ChannelConnection): Promise<{ healthy: boolean; detail: string }>;
}

/** The webhook side of a provider: how its calls are proven, independent of one channel. */
export interface WebhookDoor {
  readonly name: 'whatsapp' | 'instagram' | 'twilio' | 'wasender';
  readonly kinds: readonly ChannelKind[];
  /** True when the signature over these exact bytes was made with this secret; constant time. */
  verify(input: {
    raw: Buffer;
    headers: Readonly<Record<string, string | string[] | undefined>>;
    url: string;
    secret: string;
  }): boolean;
  /** Which credential of a channel proves this door's bodies. */
  readonly secretName: string;
}
