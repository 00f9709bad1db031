import type { PlayedNumber } from '../whatsapp/numbers/played-number.js';
import type { World } from '../world.js';
import type { Chat } from './customers.js';
import { reach } from './thread-message.js';

/** The customer looks at a chat: everything that arrived is read, and the business hears of it. Returns how many became read. */
export function openChat(world: World, number: PlayedNumber, chat: Chat): number {
  const { customer, thread } = chat;
  const unread = thread.filter(
    (message) => message.direction === 'received' && message.status !== 'read' && message.status !== 'failed',
  );
  for (const message of unread) {
    reach(message, 'read', world.clock.iso());
    const category = message.type === 'template' ? 'utility' : 'service';
    number.statuses.report(
      { id: message.id, person: customer, correlationId: message.correlationId, pricing: category },
      'read',
    );
    world.changes.publish('message', customer.id, message, number.id);
  }
  return unread.length;
}
