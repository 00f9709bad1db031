import type { SimulatedClock } from '../../clock/simulated-clock.js';
import type { Switches } from '../../faults/switches.js';
import type { WhatsAppAccount } from '../account.js';
import { statusError } from '../graph-error.js';
import type { Courier } from './courier.js';
import { contactOf, numberHead, type Change, type Person } from './envelope.js';
import { planStatuses, type DeliveryStatus } from './status-plan.js';

/** A message of the business, as far as its statuses need to know it. */
export interface ReportedMessage {
  id: string;
  person: Person;
  correlationId: string | null;
  /** `service` or the template's category, lower case. */
  pricing: string;
}

/** Tells the business what becomes of its messages, after small delays. */
export class StatusReporter {
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly account: WhatsAppAccount,
    private readonly clock: SimulatedClock,
    private readonly switches: Switches,
    private readonly courier: Courier,
  ) {}

  /** Follows one accepted message; `happened` hears of each status at its moment, also when webhooks are switched off. */
  follow(message: ReportedMessage, failureCode: number | undefined, happened: (status: DeliveryStatus) => void): void {
    const plan = planStatuses(this.switches.state, failureCode !== undefined);
    const accepted = this.clock.now();
    for (const { status, happensMs, leavesMs } of plan) {
      const seconds = Math.floor((accepted + happensMs) / 1000);
      this.after(leavesMs, () => {
        happened(status);
        this.courier.send(this.change(message, status, seconds, failureCode));
      });
    }
  }

  /** Reports at once, as when a customer opens the chat. */
  report(message: ReportedMessage, status: DeliveryStatus | 'played'): void {
    if (this.switches.state.statuses === 'off') return;
    this.courier.send(this.change(message, status, this.clock.seconds(), undefined));
  }

  pending(): number {
    return this.timers.size;
  }

  reset(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private change(
    message: ReportedMessage,
    status: DeliveryStatus | 'played',
    seconds: number,
    failureCode: number | undefined,
  ): Change {
    const failed = status === 'failed';
    const { person, correlationId } = message;
    const paid = status === 'sent' || status === 'delivered';
    const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: message.pricing };
    const value = {
      id: message.id,
      status,
      timestamp: String(seconds),
      ...(person.waId === null ? {} : { recipient_id: person.waId }),
      ...(failed && person.waId !== null ? {} : { recipient_user_id: person.userId }),
      ...(paid ? { pricing } : {}),
      ...(correlationId === null ? {} : { biz_opaque_callback_data: correlationId }),
      ...(failed ? { errors: [statusError({ code: failureCode ?? 131000 })] } : {}),
    };
    const contacts = failed
      ? {}
      : { contacts: [contactOf(status === 'sent' ? { ...person, username: null } : person)] };
    return { field: 'messages', value: { ...numberHead(this.account), ...contacts, statuses: [value] } };
  }

  private after(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      work();
    }, ms);
    this.timers.add(timer);
  }
}
