export interface LedgerEntry {
  seq: number;
  type: string;
  to: string | null;
  id: string;
  correlationId: string | null;
  body?: Record<string, unknown>;
}

export interface PhoneMessage {
  id: string;
  direction: 'sent' | 'received';
  type: string;
  text: string | null;
  status: string | null;
  failureCode: string | null;
  actions: { kind: string; id: string; title: string }[];
  reactions: { mine: string | null; theirs: string | null };
  replyTo: string | null;
}

export interface Provider {
  url: string;
  /** What the provider accepted for this phone, oldest first. */
  accepted(to: string): Promise<LedgerEntry[]>;
  /** What it was told besides: that something was read, that somebody types. */
  told(): Promise<LedgerEntry[]>;
  /** What stands on the screen of this phone, oldest first. */
  screen(phone: string): Promise<PhoneMessage[]>;
  /** The customer opens a tracked link; the words that WhatsApp has ready. */
  click(phone: string, name: string, url: string): Promise<string>;
  refusals(): Promise<Record<string, number>>;
  switches(set: object): Promise<void>;
  /** A customer writes from the phone of the simulator. */
  write(phone: string, name: string, message: object): Promise<{ id: string }>;
  /** The customer reads everything. */
  open(phone: string): Promise<void>;
}

/** The simulator, spoken to from outside. */
export function provider(url: string): Provider {
  const ask = async <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`simulator ${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  };
  const known = new Set<string>();
  const meet = async (phone: string, name: string): Promise<void> => {
    if (!known.has(phone)) await ask('POST', '/phone/customers', { name, phone: `+${phone}` });
    known.add(phone);
  };
  return {
    url,
    accepted: async (to) =>
      (await ask<{ entries: LedgerEntry[] }>('GET', `/ledger?to=${to}&view=entries`)).entries.filter(
        ({ type }) => !['read', 'typing'].includes(type),
      ),
    told: async () =>
      (await ask<{ entries: LedgerEntry[] }>('GET', '/ledger?view=entries')).entries.filter(({ type }) =>
        ['read', 'typing'].includes(type),
      ),
    screen: async (phone) =>
      (await ask<{ messages: PhoneMessage[] }>('GET', `/phone/customers/${phone}/thread`)).messages,
    click: async (phone, name, url) => {
      await meet(phone, name);
      return (await ask<{ text: string }>('POST', `/phone/customers/${phone}/click`, { url })).text;
    },
    refusals: async () => (await ask<{ refusals: Record<string, number> }>('GET', '/ledger?view=counts')).refusals,
    switches: async (set) => void (await ask('POST', '/control/switches', set)),
    write: async (phone, name, message) => {
      await meet(phone, name);
      return ask('POST', `/phone/customers/${phone}/messages`, { ...message, wait: true });
    },
    open: async (phone) => void (await ask('POST', `/phone/customers/${phone}/open`, {})),
  };
}
