import type { World } from '../world.js';
import type { Customer } from './customers.js';
import { furthest } from './thread-message.js';

/** The customer looks at their chat: everything that arrived is read, and the business hears of it. Returns how many became read. */
export function openChat(world: World, customer: Customer): number {
  const unread = customer.thread.filter(
    (message) => message.direction === 'received' && message.status !== 'read' && message.status !== 'failed',
  );
  for (const message of unread) {
    message.status = furthest(message.status, 'read');
    const category = message.type === 'template' ? 'utility' : 'service';
    world.statuses.report(
      { id: message.id, person: customer, correlationId: message.correlationId, pricing: category },
      'read',
    );
    world.changes.publish('message', customer.id, message);
  }
  return unread.length;
}
