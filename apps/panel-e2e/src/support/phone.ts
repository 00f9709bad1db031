import { randomInt } from 'node:crypto';
import { product } from './product.js';

export interface PhoneMessage {
  id: string;
  direction: 'sent' | 'received';
  type: string;
  text: string | null;
  status: string | null;
}

/** A customer's phone, held by the simulator: what it sends comes in by signed webhooks, as from the provider. */
export class Phone {
  constructor(
    readonly name: string,
    private readonly id: string,
  ) {}

  static async of(name: string): Promise<Phone> {
    const phone = `+5939${randomInt(10_000_000, 99_999_999)}`;
    const made = await ask<{ id: string }>('/phone/customers', { name, phone });
    return new Phone(name, made.id);
  }

  /** Opens a tracked link; the text that WhatsApp would be prefilled with. */
  async click(url: string): Promise<string> {
    return (await ask<{ text: string }>(`/phone/customers/${this.id}/click`, { url })).text;
  }

  async write(text: string): Promise<void> {
    await ask(`/phone/customers/${this.id}/messages`, { type: 'text', text, wait: true });
  }

  /** The customer opens the chat: everything of ours is read. */
  async open(): Promise<void> {
    await ask(`/phone/customers/${this.id}/open`, {});
  }

  async received(): Promise<PhoneMessage[]> {
    const { messages } = await ask<{ messages: PhoneMessage[] }>(`/phone/customers/${this.id}/thread`);
    return messages.filter(({ direction }) => direction === 'received');
  }
}

/** The phone of a customer who is there already. */
export async function phoneNamed(name: string): Promise<Phone> {
  const { data } = await ask<{ data: { id: string; name: string }[] }>('/phone/customers');
  const known = data.find((customer) => customer.name === name);
  if (!known) throw new Error(`nobody is called ${name}`);
  return new Phone(name, known.id);
}

async function ask<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(
    `${product().simulatorUrl}${path}`,
    body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {},
  );
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
