import { readFileSync } from 'node:fs';
import { digitsOf } from '../whatsapp/account.js';
import { businessScopedId } from '../whatsapp/identifiers.js';
import type { Person } from '../whatsapp/webhooks/envelope.js';
import { previewOf, type ThreadMessage } from './thread-message.js';

/** A person with a phone in hand. The id is the phone's digits, else the scoped id. */
export interface Customer extends Person {
  id: string;
  label: string | null;
  /** Made because a business wrote to an unknown number. */
  automatic: boolean;
  /** The simulator's time of their last message to the business, ms; null: never. */
  lastInboundAt: number | null;
  thread: ThreadMessage[];
}

export interface NewCustomer {
  name: string;
  phone?: string | undefined;
  username?: string | undefined;
  label?: string | undefined;
}

const demo = JSON.parse(readFileSync(new URL('./demo-customers.json', import.meta.url), 'utf8')) as NewCustomer[];
const WINDOW_MS = 24 * 3_600_000;
/** A campaign to a hundred thousand strangers must not fill the memory with their chats. */
const STRANGERS_KEPT = 2000;

/** Everybody with a phone, demo people first. */
export class Customers {
  private readonly byKey = new Map<string, Customer>();
  private readonly authors = new Map<string, Customer>();
  private strangers = 0;

  constructor() {
    this.reset();
  }

  /** By id, phone in any form, or scoped id. */
  find(key: string): Customer | undefined {
    return this.byKey.get(key) ?? this.byKey.get(digitsOf(key));
  }

  /** Adds a person, or returns the one who has that phone or username already. */
  add({ name, phone, username, label }: NewCustomer, automatic = false): Customer {
    const waId = phone === undefined ? null : digitsOf(phone);
    const handle = username === undefined ? null : `@${username.replace(/^@/, '')}`;
    const userId = businessScopedId(waId === null ? { username: handle ?? name } : { waId });
    const known = this.byKey.get(waId ?? userId);
    if (known !== undefined) return known;
    return this.keep({
      id: waId ?? userId,
      name,
      waId,
      userId,
      username: handle,
      label: label ?? null,
      automatic,
      lastInboundAt: null,
      thread: [],
    });
  }

  /** The person a business writes to. Strangers beyond some thousands are served and forgotten. */
  recipient(waId: string | null, userId: string | null): { customer: Customer; kept: boolean } {
    const known = this.byKey.get(waId ?? '') ?? this.byKey.get(userId ?? '');
    if (known !== undefined) return { customer: known, kept: true };
    const id = waId ?? userId ?? '';
    const scoped = userId ?? businessScopedId({ waId: id });
    const customer: Customer = {
      id,
      name: waId === null ? id : `+${waId}`,
      waId,
      userId: scoped,
      username: null,
      label: null,
      automatic: true,
      lastInboundAt: null,
      thread: [],
    };
    if (this.strangers >= STRANGERS_KEPT) return { customer, kept: false };
    this.strangers += 1;
    return { customer: this.keep(customer), kept: true };
  }

  /** Adds a bubble of the customer's own to their chat. */
  wrote(customer: Customer, message: ThreadMessage): void {
    customer.thread.push(message);
    this.authors.set(message.id, customer);
  }

  /** Who wrote a message to the business. */
  authorOf(messageId: string): Customer | undefined {
    return this.authors.get(messageId);
  }

  all(): Customer[] {
    return [...new Set(this.byKey.values())];
  }

  reset(): void {
    this.byKey.clear();
    this.authors.clear();
    this.strangers = 0;
    for (const person of demo) this.add(person);
  }

  private keep(customer: Customer): Customer {
    this.byKey.set(customer.id, customer);
    this.byKey.set(customer.userId, customer);
    return customer;
  }
}

/** Whether free-form messages may reach this person now. */
export const windowOpen = (lastInboundAt: number | null, now: number): boolean =>
  lastInboundAt !== null && now - lastInboundAt <= WINDOW_MS;

/** A customer as the phone API shows one. */
export function presentCustomer(customer: Customer, now: number): Record<string, unknown> {
  const { id, name, waId, userId, username, label, automatic, lastInboundAt, thread } = customer;
  const last = thread.at(-1);
  return {
    id,
    name,
    phone: waId === null ? null : `+${waId}`,
    userId,
    username,
    label,
    automatic,
    unread: thread.filter(
      (message) => message.direction === 'received' && message.status !== 'read' && message.status !== 'failed',
    ).length,
    lastMessage: last === undefined ? null : { preview: previewOf(last), direction: last.direction, at: last.at },
    lastInboundAt: lastInboundAt === null ? null : new Date(lastInboundAt).toISOString(),
    windowOpen: windowOpen(lastInboundAt, now),
  };
}
