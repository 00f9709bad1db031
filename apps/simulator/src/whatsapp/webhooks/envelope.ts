import { digitsOf, type WhatsAppAccount } from '../account.js';

/** Who a message comes from or goes to, as much of it as WhatsApp tells. */
export interface Person {
  name: string;
  /** Phone digits; null for people known by username only. */
  waId: string | null;
  userId: string;
  username: string | null;
}

/** One update of a webhook, `{ field, value }`. */
export interface Change {
  field: string;
  value: Record<string, unknown>;
}

export function contactOf({ name, waId, userId, username }: Person): Record<string, unknown> {
  return {
    profile: { name, ...(username === null ? {} : { username }) },
    ...(waId === null ? {} : { wa_id: waId }),
    user_id: userId,
  };
}

/** The common head of every value that belongs to a number. */
export function numberHead(account: WhatsAppAccount): Record<string, unknown> {
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: digitsOf(account.displayNumber), phone_number_id: account.phoneNumberId },
  };
}

export function inboundChange(
  account: WhatsAppAccount,
  person: Person | null,
  message: Record<string, unknown>,
): Change {
  const contacts = person === null ? {} : { contacts: [contactOf(person)] };
  return { field: 'messages', value: { ...numberHead(account), ...contacts, messages: [message] } };
}

/** Everything at once, as Meta may batch it. Fields of the account (templates...) carry a numeric time on their entry. */
export function envelope(
  account: WhatsAppAccount,
  changes: readonly Change[],
  seconds: number,
): Record<string, unknown> {
  const ofNumber = changes.filter(({ value }) => 'metadata' in value);
  const ofAccount = changes.filter(({ value }) => !('metadata' in value));
  const id = account.businessAccountId;
  return {
    object: 'whatsapp_business_account',
    entry: [
      ...(ofNumber.length > 0 ? [{ id, changes: ofNumber.map(asWritten) }] : []),
      ...(ofAccount.length > 0 ? [{ id, changes: ofAccount.map(asWritten), time: seconds }] : []),
    ],
  };
}

const asWritten = ({ field, value }: Change): object => ({ value, field });
