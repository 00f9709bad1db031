import { minorUnitDigits, type Money } from '@hilo/money';
import type { Message } from './message';
import { safeHref } from './whatsapp-format';

type Content = Readonly<Record<string, unknown>>;
type Body = Pick<Message, 'content' | 'text'>;

export interface Choice {
  kind: 'reply' | 'url' | 'phone' | 'list' | 'other';
  title: string;
  description: string | null;
}

/** A message with parts: what stands above, the words, what stands below, the buttons. */
export interface Card {
  header: string | null;
  body: string | null;
  footer: string | null;
  choices: Choice[];
  /** What the customer pressed, when the message is that press. */
  chosen: string | null;
  description: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
const list = (value: unknown): Content[] =>
  Array.isArray(value) ? value.filter((one): one is Content => typeof one === 'object' && one !== null) : [];

const BUTTONS: Readonly<Record<string, Choice['kind']>> = { quick_reply: 'reply', url: 'url', phone_number: 'phone' };

const choice = (kind: Choice['kind'], entry: Content): Choice => ({
  kind,
  title: text(entry['title']) ?? text(entry['text']) ?? '',
  description: text(entry['description']),
});

export function readTemplate({ content, text: words }: Body): Card {
  return {
    header: text(content['headerText']),
    body: words ?? text(content['text']),
    footer: text(content['footerText']),
    choices: list(content['buttons']).map((entry) => choice(BUTTONS[String(entry['kind'])] ?? 'other', entry)),
    chosen: null,
    description: null,
  };
}

const PRESSES = new Set(['button_reply', 'list_reply', 'template_button']);

/** Buttons, lists, links and what was pressed on them. A kind we do not know shows whatever words it has. */
export function readInteractive({ content, text: words }: Body): Card {
  const kind = text(content['kind']) ?? 'unknown';
  const rows = list(content['sections']).flatMap((section) => list(section['rows']));
  const label = text(content['label']);
  return {
    header: text(content['header']),
    body: text(content['body']) ?? text(content['text']) ?? words,
    footer: text(content['footer']),
    choices: [
      ...list(content['buttons']).map((entry) => choice('reply', entry)),
      ...rows.map((entry) => choice('list', entry)),
      ...(label ? [{ kind: 'url' as const, title: label, description: null }] : []),
    ],
    chosen: PRESSES.has(kind) ? (text(content['title']) ?? words) : null,
    description: text(content['description']),
  };
}

export interface Place {
  name: string | null;
  address: string | null;
  coordinates: string;
  /** A map to open in another tab; null without coordinates. */
  href: string | null;
}

export function readLocation({ content }: Pick<Message, 'content'>): Place {
  const [latitude, longitude] = [number(content['latitude']), number(content['longitude'])];
  const known = latitude !== null && longitude !== null;
  return {
    name: text(content['name']),
    address: text(content['address']),
    coordinates: known ? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}` : '',
    href: known ? safeHref(`https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`) : null,
  };
}

export interface SharedContact {
  name: string;
  phones: string[];
  emails: string[];
}

export function readContacts({ content }: Pick<Message, 'content'>): SharedContact[] {
  return list(content['contacts']).map((entry) => ({
    name: text(entry['name']) ?? '',
    phones: list(entry['phones']).flatMap((phone) => text(phone['phone']) ?? []),
    emails: Array.isArray(entry['emails']) ? entry['emails'].flatMap((one) => text(one) ?? []) : [],
  }));
}

export interface OrderLine {
  sku: string;
  quantity: number;
  price: string;
}

/** An order of the catalogue, with sums by currency. Prices are the provider's decimals, shown and never computed with elsewhere. */
export function readOrder(
  { content }: Pick<Message, 'content'>,
  written: (sum: Money) => string,
): { lines: OrderLine[]; totals: string[] } {
  const items = list(content['items']).map((entry) => ({
    sku: text(entry['retailerId']) ?? '?',
    quantity: number(entry['quantity']) ?? 1,
    price: number(entry['itemPrice']) ?? 0,
    currency: text(entry['currency']) ?? 'USD',
  }));
  const money = (amount: number, currency: string) =>
    written({ amount: Math.round(amount * 10 ** minorUnitDigits(currency)), currency });
  const sums = new Map<string, number>();
  for (const item of items) sums.set(item.currency, (sums.get(item.currency) ?? 0) + item.quantity * item.price);
  return {
    lines: items.map(({ sku, quantity, price, currency }) => ({
      sku,
      quantity,
      price: money(quantity * price, currency),
    })),
    totals: [...sums].map(([currency, amount]) => money(amount, currency)),
  };
}
