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
}

/** What one customer and one number of a business have written to each other. */
export interface Chat {
  customer: Customer;
  /** Phone number id. */
  number: string;
  /** The simulator's time of the customer's last message to that number, ms; null: never. */
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

/** Everybody with a phone, demo people first, and their chats. */
export class Customers {
  private readonly byKey = new Map<string, Customer>();
  private readonly chats = new WeakMap<Customer, Map<string, Chat>>();
  private readonly authored = new Map<string, Chat>();
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
    };
    if (this.strangers >= STRANGERS_KEPT) return { customer, kept: false };
    this.strangers += 1;
    return { customer: this.keep(customer), kept: true };
  }

  /** Their chat with a number; empty at first. */
  chat(customer: Customer, number: string): Chat {
    const chats = this.chats.get(customer) ?? new Map<string, Chat>();
    const chat = chats.get(number) ?? { customer, number, lastInboundAt: null, thread: [] };
    this.chats.set(customer, chats.set(number, chat));
    return chat;
  }

  /** Adds a bubble of the customer's own to a chat. */
  wrote(chat: Chat, message: ThreadMessage): void {
    chat.thread.push(message);
    this.authored.set(message.id, chat);
  }

  /** Where a message to the business was written. */
  chatOf(messageId: string): Chat | undefined {
    return this.authored.get(messageId);
  }

  all(): Customer[] {
    return [...new Set(this.byKey.values())];
  }

  /** Everybody's chat with a number, without the strangers of other numbers. */
  chatsWith(number: string): Chat[] {
    return this.all()
      .filter((customer) => !customer.automatic || this.chats.get(customer)?.has(number))
      .map((customer) => this.chat(customer, number));
  }

  reset(): void {
    this.byKey.clear();
    this.authored.clear();
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

/** A customer as the phone API shows one in the chat with a number. */
export function presentCustomer(chat: Chat, now: number): Record<string, unknown> {
  const { customer, number, lastInboundAt, thread } = chat;
  const { id, name, waId, userId, username, label, automatic } = customer;
  const last = thread.at(-1);
  return {
    id,
    name,
    phone: waId === null ? null : `+${waId}`,
    userId,
    username,
    label,
    automatic,
    number,
    unread: thread.filter(
      (message) => message.direction === 'received' && message.status !== 'read' && message.status !== 'failed',
    ).length,
    lastMessage: last === undefined ? null : { preview: previewOf(last), direction: last.direction, at: last.at },
    lastInboundAt: lastInboundAt === null ? null : new Date(lastInboundAt).toISOString(),
    windowOpen: windowOpen(lastInboundAt, now),
  };
}
