import { request } from '../../../app/api';
import type { BusinessClock, Customer, PhoneMessage, Switches } from './phone';

/** What a customer does with the phone in hand. */
export type Deed =
  | { type: 'text'; text: string; replyTo?: string }
  | { type: 'image' | 'voice' }
  | { type: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | { type: 'reaction'; messageId: string; emoji: string }
  | { type: 'button' | 'list'; messageId: string; id: string; title: string; description?: string }
  | { type: 'share_contact' };

export type FileKind = 'image' | 'video' | 'audio' | 'voice' | 'document';

export interface WebhookTricks {
  /** The webhook leaves twice. */
  duplicate: boolean;
}

const messagesOf = (customerId: string) => `/simulator/phone/customers/${customerId}/messages`;

export function act(customerId: string, deed: Deed, { duplicate }: WebhookTricks): Promise<PhoneMessage> {
  return request('POST', messagesOf(customerId), { body: duplicate ? { ...deed, options: { duplicate } } : deed });
}

export function sendFile(
  customerId: string,
  kind: FileKind,
  file: File,
  { duplicate }: WebhookTricks,
): Promise<PhoneMessage> {
  const form = new FormData();
  form.set('type', kind);
  if (duplicate) form.set('options', JSON.stringify({ duplicate }));
  form.set('file', file);
  return request('POST', messagesOf(customerId), { body: form });
}

export interface NewCustomer {
  name: string;
  phone?: string;
  username?: string;
  label?: string;
}

export const createCustomer = (customer: NewCustomer): Promise<Customer> =>
  request('POST', '/simulator/phone/customers', { body: customer });

export const readEverything = (customerId: string): Promise<{ read: number }> =>
  request('POST', `/simulator/phone/customers/${customerId}/open`, { body: {} });

/** What happened when the phone opened a tracked link. `text` is what WhatsApp would have ready. */
export interface ClickResult {
  status: number;
  phone: string | null;
  text: string | null;
}

export const clickLink = (customerId: string, url: string): Promise<ClickResult> =>
  request('POST', `/simulator/phone/customers/${customerId}/click`, { body: { url } });

export const changeSwitches = (change: Partial<Switches> & { failNextDelivery?: number }): Promise<Switches> =>
  request('POST', '/simulator/control/switches', { body: change });

export const moveClock = (change: { advanceMs: number } | { reset: true }): Promise<BusinessClock> =>
  request('POST', '/simulator/clock', { body: change });
