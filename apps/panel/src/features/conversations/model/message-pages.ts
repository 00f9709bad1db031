import type { Page } from './conversation';
import type { Message } from './message';
import { withStatus, type StatusChange } from './message-status';

/** What TanStack Query keeps of a thread: pages newest first, and messages newest first inside. */
export interface ThreadPages {
  pages: Page<Message>[];
  pageParams: unknown[];
}

/** Most messages of one conversation kept while nobody looks at it. */
const KEPT = 600;

const later = (one: Message, other: Message): boolean => (one.at === other.at ? one.id > other.id : one.at > other.at);

const mapMessages = (thread: ThreadPages, change: (message: Message) => Message): ThreadPages => ({
  ...thread,
  pages: thread.pages.map((page) => ({ ...page, data: page.data.map(change) })),
});

const holds = (thread: ThreadPages, id: string): boolean =>
  thread.pages.some((page) => page.data.some((message) => message.id === id));

/** A newer version of a message never takes its status back. */
const merged = (before: Message, after: Message): Message => ({
  ...after,
  ...withStatus({ status: before.status, statusTimes: before.statusTimes, failure: before.failure }, after),
});

/** Puts a message where its time says, once; one that is known is renewed. */
export function withMessage(thread: ThreadPages | undefined, message: Message): ThreadPages | undefined {
  if (!thread) return thread;
  if (holds(thread, message.id))
    return mapMessages(thread, (known) => (known.id === message.id ? merged(known, message) : known));
  const last = thread.pages.length - 1;
  const target = thread.pages.findIndex(
    (page, index) => index === last || page.data.length === 0 || later(message, page.data.at(-1) as Message),
  );
  // Older than everything loaded: it will come with its own page.
  const end = thread.pages[last]?.data.at(-1);
  if (end && thread.pages[last]?.nextCursor && later(end, message)) return thread;
  return {
    ...thread,
    pages: thread.pages.map((page, index) => {
      if (index !== target) return page;
      const place = page.data.findIndex((known) => later(message, known));
      const at = place === -1 ? page.data.length : place;
      return { ...page, data: [...page.data.slice(0, at), message, ...page.data.slice(at)] };
    }),
  };
}

/** Renews a message that is loaded; one that is not stays away. */
export function withRenewed(thread: ThreadPages | undefined, message: Message): ThreadPages | undefined {
  return thread && holds(thread, message.id) ? withMessage(thread, message) : thread;
}

export function withTick(thread: ThreadPages | undefined, id: string, news: StatusChange): ThreadPages | undefined {
  if (!thread || !holds(thread, id)) return thread;
  return mapMessages(thread, (message) => (message.id === id ? withStatus(message, news) : message));
}

/** Lets go of the oldest pages beyond what is kept. */
export function trimmed(thread: ThreadPages | undefined): ThreadPages | undefined {
  if (!thread) return thread;
  let kept = 0;
  const count = thread.pages.findIndex((page) => (kept += page.data.length) >= KEPT) + 1;
  if (count === 0 || count >= thread.pages.length) return thread;
  return { pages: thread.pages.slice(0, count), pageParams: thread.pageParams.slice(0, count) };
}

/** All loaded messages, oldest first. */
export function oldestFirst(thread: ThreadPages | undefined): Message[] {
  return (thread?.pages ?? []).flatMap((page) => page.data).reverse();
}
