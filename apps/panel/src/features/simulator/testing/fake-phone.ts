import type { Schemas } from '@hilo/api-client';
import type { Answer, Received } from '../../../testing/fake-server';
import type { Customer, PhoneMessage, Switches } from '../api/phone';
import { aCustomer, aMessage } from './a-message';

/** The simulator as the panel meets it: two customers, one thread each, switches and a clock that remember. */
export class FakePhone {
  customers: Customer[] = [
    aCustomer(),
    aCustomer({ id: 'us.1', name: 'Nuevo', phone: null, username: '@nuevo', label: null, unread: 2 }),
  ];
  messages: PhoneMessage[] = [];
  switches: Switches = { statuses: 'on', refusals: [] };
  clock = { now: '2026-11-21T12:00:00.000Z', offsetMs: 0, movable: true };
  conversation: Schemas['ConversationView'] | null = null;
  origin: Schemas['OriginView'] | null = null;
  turns: Schemas['TurnView'][] = [];
  webhooks: unknown[] = [];
  links: unknown[] = [];
  /** What a tracked link leads to. */
  click: unknown = { status: 302, phone: '593990000001', text: 'Hola (ref K7Q2MX)' };
  /** Paths that are refused, and how. */
  readonly refusing = new Map<string, Answer>();

  refuse(path: string, code: string, status: number, body: object = {}): void {
    this.refusing.set(path, { status, body: { code, status, ...body } });
  }

  readonly answer = (request: Received): Answer | undefined => {
    const { method, path } = request;
    for (const [refused, answer] of this.refusing) if (`${method} ${path}`.endsWith(refused)) return answer;
    if (path === '/simulator/clock') return { body: method === 'POST' ? this.moveClock(request.body) : this.clock };
    if (path === '/simulator/control/switches') {
      if (method === 'POST') this.change(request.body);
      return { body: this.switches };
    }
    if (path.startsWith('/simulator/phone/')) return this.phone(request);
    if (path === '/conversations') {
      return { body: { data: this.conversation ? [this.conversation] : [], nextCursor: null } };
    }
    if (path === `/conversations/${this.conversation?.id}/panel`) return { body: { origin: this.origin } };
    if (path === '/assistant/turns') return { body: { data: this.turns } };
    if (path === '/webhook-events') return { body: { data: this.webhooks } };
    if (path === '/links') return { body: { data: this.links } };
    return undefined;
  };

  private phone({ method, path, body }: Received): Answer | undefined {
    if (path === '/simulator/phone/customers') {
      if (method === 'GET') return { body: { data: this.customers, total: this.customers.length } };
      const created = aCustomer({ ...(body as Partial<Customer>), id: 'made', lastMessage: null });
      this.customers = [created, ...this.customers];
      return { status: 201, body: created };
    }
    if (path.endsWith('/thread')) return { body: { customer: this.customers[0], messages: this.messages } };
    if (path.endsWith('/open')) {
      this.customers = this.customers.map((one) => ({ ...one, unread: 0 }));
      return { body: { read: 2 } };
    }
    if (path.endsWith('/click')) return { body: this.click };
    if (path.endsWith('/messages')) {
      const deed = body instanceof FormData ? { type: 'image' } : (body as { type: string; text?: string });
      const at = '2026-11-21T12:05:00.000Z';
      const made = aMessage({ id: `sent-${this.messages.length}`, type: deed.type, at, text: null });
      return { status: 201, body: { ...made, text: 'text' in deed ? (deed.text ?? null) : null } };
    }
    return undefined;
  }

  private change(body: unknown): void {
    const { failNextDelivery: code, ...change } = body as Partial<Switches> & { failNextDelivery?: number };
    const refusal = { to: null, code: code ?? 0, count: 1, at: this.clock.now };
    const refusals = code === undefined ? this.switches.refusals : [...this.switches.refusals, refusal];
    this.switches = { ...this.switches, refusals, ...change };
  }

  private moveClock(body: unknown) {
    const { advanceMs } = body as { advanceMs?: number };
    this.clock = { ...this.clock, offsetMs: advanceMs === undefined ? 0 : this.clock.offsetMs + advanceMs };
    return this.clock;
  }
}
