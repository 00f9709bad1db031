import type { Intent } from '../understand/intents/intent.js';
import { SALES_INTENTS } from '../understand/intents/intent.js';
import type { Understanding } from '../understand/understand-message.js';
import type { Escalation, Priority } from './decision.js';

const BARE_URGENT = /^\s*[¡!]*\s*(?:es |muy |super )?(?:urgente|urgent|urgencia|emergencia)\s*[!.]*\s*$/;

/** Whether a person must take over, why, and how soon. Sales questions never do. */
export function escalationOf(read: Understanding, intents: readonly Intent[]): Escalation | null {
  const angry = read.sentiment === 'negative';
  const urgent = read.slots.urgency === 'high';
  if (read.escalate || intents.includes('complaint') || intents.includes('human_request')) {
    if (intents[0] !== 'warranty' && intents.includes('complaint'))
      return { reason: 'complaint', priority: angry || urgent ? 'urgent' : 'high' };
    if (intents.includes('human_request'))
      return { reason: 'human_request', priority: raised('normal', urgent || angry) };
    return { reason: intents.includes('warranty') ? 'warranty_claim' : 'complaint', priority: raised('high', urgent) };
  }
  if (BARE_URGENT.test(read.message.folded)) return { reason: 'urgent', priority: 'urgent' };
  const selling = intents.some((intent) => SALES_INTENTS.has(intent));
  return intents[0] === 'order_status' && !selling
    ? { reason: 'order_status', priority: raised('normal', urgent || angry) }
    : null;
}

function raised(priority: Priority, raise: boolean): Priority {
  if (!raise) return priority;
  return priority === 'normal' ? 'high' : 'urgent';
}
