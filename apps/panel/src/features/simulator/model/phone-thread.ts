import type { PhoneMessage, PhoneStatus, PhoneThread } from '../api/phone';

/** The thread with this message as it is now; a message not seen before goes to its place in time. */
export function withMessage(thread: PhoneThread, message: PhoneMessage): PhoneThread {
  const known = thread.messages.findIndex(({ id }) => id === message.id);
  if (known >= 0) return { ...thread, messages: thread.messages.with(known, message) };
  const after = thread.messages.findLastIndex(({ at }) => at <= message.at);
  return { ...thread, messages: thread.messages.toSpliced(after + 1, 0, message) };
}

/** Reads a message of the feed; undefined when it carries none. */
export function messageIn(data: unknown): PhoneMessage | undefined {
  if (typeof data !== 'object' || data === null || !('id' in data) || !('direction' in data)) return undefined;
  return data as PhoneMessage;
}

export interface BubbleLook {
  message: PhoneMessage;
  /** The first of several in a row by the same side: keeps its tail. */
  first: boolean;
  /** Starts another day, in the given zone. */
  newDay: boolean;
}

/** The bubbles in order, with what each needs to know of the one before. */
export function bubblesOf(messages: readonly PhoneMessage[], dayOf: (at: string) => string): BubbleLook[] {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const newDay = before === undefined || dayOf(before.at) !== dayOf(message.at);
    return { message, newDay, first: newDay || before.direction !== message.direction };
  });
}

const TICKS = { accepted: 'sent', sent: 'sent', delivered: 'delivered', read: 'read', failed: 'failed' } as const;

/** The mark under something the customer sent; before the product answered it is only on its way. */
export function tickOf({
  status,
  webhook,
}: Pick<PhoneMessage, 'status' | 'webhook'>): 'pending' | (typeof TICKS)[PhoneStatus] {
  return status === 'accepted' && webhook === null ? 'pending' : TICKS[status];
}

/** Rows of a list message by section, in the order given. */
export function sectionsOf(message: PhoneMessage): { title: string | null; rows: PhoneMessage['actions'] }[] {
  const sections: { title: string | null; rows: PhoneMessage['actions'] }[] = [];
  for (const action of message.actions) {
    if (action.kind !== 'row') continue;
    const last = sections.at(-1);
    if (last && last.title === action.section) last.rows.push(action);
    else sections.push({ title: action.section, rows: [action] });
  }
  return sections;
}

/** A place in a location message; undefined when it is not one. */
export function placeIn(
  details: unknown,
): { latitude: number; longitude: number; name?: string; address?: string } | undefined {
  if (typeof details !== 'object' || details === null) return undefined;
  const { latitude, longitude, name, address } = details as Record<string, unknown>;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
  return {
    latitude,
    longitude,
    ...(typeof name === 'string' && { name }),
    ...(typeof address === 'string' && { address }),
  };
}
