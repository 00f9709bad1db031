import { newId } from '../../../platform/ids/uuid.js';

export const NUMBER = '100200300';
export const ACCOUNT = '900800700';

/** One `changes[]` entry as Meta writes it. */
export interface Change {
  field: string;
  value: Record<string, unknown>;
}

export interface Customer {
  /** Digits, as Meta names them. */
  waId: string;
  name: string;
}

export interface Wording {
  /** The provider's id; made up when not given. */
  id?: string;
  /** By the provider's clock. */
  at?: Date;
  /** More fields of the message: context, referral, group… */
  more?: Record<string, unknown>;
}

export const seconds = (at: Date): string => String(Math.floor(at.getTime() / 1000));
export const wamid = (): string => `wamid.${newId()}`;

/** A body with these changes, each in an entry of its own. */
export const webhookBody = (changes: readonly Change[]): object => ({
  object: 'whatsapp_business_account',
  entry: changes.map((change) => ({ id: ACCOUNT, changes: [change] })),
});

/** The same change as it would come for another number. */
export const to = (phoneNumberId: string, change: Change): Change => ({
  ...change,
  value: { ...change.value, metadata: { display_phone_number: phoneNumberId, phone_number_id: phoneNumberId } },
});

/** Any message of a customer: `content` is `{ type, [type]: … }`. */
export function wrote(
  { waId, name }: Customer,
  content: Record<string, unknown>,
  { id = wamid(), at = new Date(), more }: Wording = {},
): Change {
  return messages({
    contacts: [{ profile: { name }, wa_id: waId }],
    messages: [{ from: waId, id, timestamp: seconds(at), ...content, ...more }],
  });
}

export const says = (who: Customer, body: string, wording?: Wording): Change =>
  wrote(who, { type: 'text', text: { body } }, wording);

export const reacts = (who: Customer, messageId: string, emoji: string, wording?: Wording): Change =>
  wrote(who, { type: 'reaction', reaction: { message_id: messageId, emoji } }, wording);

export const edits = (who: Customer, original: string, body: string, wording?: Wording): Change =>
  wrote(
    who,
    { type: 'edit', edit: { original_message_id: original, message: { type: 'text', text: { body } } } },
    wording,
  );

export const unsends = (who: Customer, original: string, wording?: Wording): Change =>
  wrote(who, { type: 'revoke', revoke: { original_message_id: original } }, wording);

/** What became of a message of ours. */
export function told(
  id: string,
  status: 'sent' | 'delivered' | 'read' | 'played' | 'failed',
  { at = new Date(), ...more }: { at?: Date } & Record<string, unknown> = {},
): Change {
  const failed = status === 'failed' && { errors: [{ code: 131026, title: 'Message undeliverable' }] };
  return messages({ statuses: [{ id, status, timestamp: seconds(at), recipient_id: '593', ...failed, ...more }] });
}

/** What staff wrote in the provider's own app. */
export const echoes = (who: Customer, body: string, { id = wamid(), at = new Date() }: Wording = {}): Change => ({
  field: 'smb_message_echoes',
  value: {
    ...head,
    contacts: [{ profile: { name: who.name }, wa_id: who.waId }],
    message_echoes: [{ from: '1555', to: who.waId, id, timestamp: seconds(at), type: 'text', text: { body } }],
  },
});

/** The customer stopped or allowed marketing in WhatsApp itself. */
export const prefers = (who: Customer, value: 'stop' | 'resume', at = new Date()): Change => ({
  field: 'user_preferences',
  value: {
    ...head,
    contacts: [{ profile: { name: who.name }, wa_id: who.waId }],
    user_preferences: [
      { wa_id: who.waId, detail: value, category: 'marketing_messages', value, timestamp: seconds(at) },
    ],
  },
});

const head = {
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: NUMBER, phone_number_id: NUMBER },
};
const messages = (value: Record<string, unknown>): Change => ({ field: 'messages', value: { ...head, ...value } });
