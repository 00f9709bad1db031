export interface LedgerEntry {
  seq: number;
  type: string;
  to: string | null;
  id: string;
  correlationId: string | null;
  body?: Record<string, unknown>;
}

export interface Provider {
  url: string;
  /** What the provider accepted for this phone, oldest first. */
  accepted(to: string): Promise<LedgerEntry[]>;
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
    const answer = await fetch(`${url}${path}`, { method, ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`simulator ${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  };
  const known = new Set<string>();
  return {
    url,
    accepted: async (to) => (await ask<{ entries: LedgerEntry[] }>('GET', `/ledger?to=${to}&view=entries`)).entries.filter(({ type }) => !['read', 'typing'].includes(type)),
    refusals: async () => (await ask<{ refusals: Record<string, number> }>('GET', '/ledger?view=counts')).refusals,
    switches: async (set) => void (await ask('POST', '/control/switches', set)),
    write: async (phone, name, message) => {
      if (!known.has(phone)) await ask('POST', '/phone/customers', { name, phone: `+${phone}` });
      known.add(phone);
      return ask('POST', `/phone/customers/${phone}/messages`, { ...message, wait: true });
    },
    open: async (phone) => void (await ask('POST', `/phone/customers/${phone}/open`, {})),
  };
}
