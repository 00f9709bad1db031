import type { Message } from './message';
import { safeHref } from './whatsapp-format';

/** The ad or post that the customer pressed before writing. */
export interface AdCard {
  source: 'ad' | 'post';
  headline: string | null;
  body: string | null;
  /** What the ad greeted the customer with. */
  welcome: string | null;
  href: string | null;
}

/** What came along with the customer's words. */
export interface InboundContext {
  forwarded: 'once' | 'many' | null;
  ad: AdCard | null;
  /** The business's own number (SKU) of the product that was written about. */
  product: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);
const record = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;

export function readContext({ content }: Pick<Message, 'content'>): InboundContext {
  const { forwarded, referral, referredProduct } = content;
  return {
    forwarded: forwarded === 'once' || forwarded === 'many' ? forwarded : null,
    ad: adCard(record(referral)),
    product: text(record(referredProduct)?.['retailerId']),
  };
}

function adCard(referral: Readonly<Record<string, unknown>> | null): AdCard | null {
  if (!referral) return null;
  return {
    source: referral['source'] === 'post' ? 'post' : 'ad',
    headline: text(referral['headline']),
    body: text(referral['body']),
    welcome: text(referral['welcomeText']),
    href: safeHref(text(referral['url']) ?? ''),
  };
}

export interface FormAnswer {
  /** As the form's author called it: `full_name`. */
  field: string;
  answer: string;
}

/** Fields of the form's machinery, which no customer fills in. */
const MACHINERY = new Set(['flow_token', 'version', 'data_api_version']);

/** What the customer answered in a form; null for any other message. */
export function readForm({ content }: Pick<Message, 'content'>): FormAnswer[] | null {
  if (content['kind'] !== 'form_reply') return null;
  return Object.entries(record(content['values']) ?? {})
    .filter(([field]) => !MACHINERY.has(field))
    .map(([field, value]) => ({ field: field.replace(/[_\s]+/g, ' ').trim(), answer: answerOf(value) }));
}

function answerOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(answerOf).filter(Boolean).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}

/** Why a message cannot be shown here, as the provider told it. */
export interface Unshown {
  /** The provider's word for what it was: `poll_creation`. */
  type: string | null;
  code: number | null;
  /** The provider's own words, in English. */
  reason: string | null;
}

export function readUnshown({ content }: Pick<Message, 'content'>): Unshown {
  const code = content['providerCode'];
  return {
    type: text(content['originalType']),
    code: typeof code === 'number' ? code : null,
    reason: text(content['reason']),
  };
}
