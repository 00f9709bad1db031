import { jest } from '@jest/globals';
import { configure } from '@testing-library/react';
import type { Answer, Received } from '../../../testing/fake-server';
import { ADVISOR, openPanel } from '../../../testing/open-panel';
import { dispatchRealtime, dispatchVolatile } from '../../../app/realtime-registry';
import { queryClient } from '../../../app/runtime';
import type { Me } from '../../../app/session';
import type { Conversation } from '../model/conversation';
import type { Message } from '../model/message';
import { conversation } from './samples';

// A whole panel on a busy machine: waiting longer costs nothing when all is well.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(120_000);

/** jsdom measures nothing: a list is 720 px high here and a row 72, so that ten rows are drawn. */
class MeasuredObserver {
  constructor(private readonly told: ResizeObserverCallback) {}
  observe(element: Element): void {
    const height = element.getAttribute('role') === 'listbox' ? 720 : 72;
    const contentRect = { width: 340, height } as DOMRectReadOnly;
    queueMicrotask(() =>
      this.told([{ target: element, contentRect } as ResizeObserverEntry], this as unknown as ResizeObserver),
    );
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
}
Object.defineProperty(window, 'ResizeObserver', { value: MeasuredObserver, configurable: true });
Object.defineProperty(globalThis, 'ResizeObserver', { value: MeasuredObserver, configurable: true });
Object.defineProperty(HTMLElement.prototype, 'offsetParent', { get: () => document.body, configurable: true });
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { get: () => 720, configurable: true });
/** As Chromium and Firefox have it; WebKit does not. */
Object.defineProperty(CSS, 'supports', { value: () => true, configurable: true });
for (const name of ['scrollTo', 'scrollBy', 'scrollIntoView'])
  Object.defineProperty(HTMLElement.prototype, name, { value: () => undefined, configurable: true });

export const PERMISSIONS = [...ADVISOR.permissions, 'conversations:write', 'messages:send', 'templates:read'];

export interface Inbox {
  conversations?: Conversation[];
  messages?: Message[];
  /** Answers before the usual ones. */
  answer?: (request: Received) => Answer | undefined | Promise<Answer | undefined>;
  preferences?: Partial<Me['preferences']>;
  permissions?: string[];
}

/** Messages leave with the press, unless a test is about taking them back. */
const AT_ONCE: Partial<Me['preferences']> = { undoSendSeconds: 0 };

/** Opens the inbox with a server that holds these conversations. */
export function openInbox(
  address: string,
  { conversations = [conversation()], messages = [], answer, preferences = {}, permissions = PERMISSIONS }: Inbox = {},
) {
  return openPanel(address, async (request) => {
    const { method, path } = request;
    const own = await answer?.(request);
    if (own) return own;
    if (path === '/me')
      return { body: { ...ADVISOR, permissions, preferences: { ...ADVISOR.preferences, ...AT_ONCE, ...preferences } } };
    if (method === 'GET' && path === '/conversations') return { body: { data: conversations, nextCursor: null } };
    if (path === '/templates') return { body: { data: [], nextCursor: null } };
    if (path === '/users' || path === '/teams') return { body: { data: [], nextCursor: null } };
    const found = conversations.find((one) => path === `/conversations/${one.id}`);
    if (found && method === 'GET') return { body: found };
    if (method === 'GET' && path.endsWith('/messages'))
      return { body: { data: [...messages].reverse(), nextCursor: null } };
    if (path.endsWith('/read') || path.endsWith('/draft')) return { status: 204 };
    return undefined;
  });
}

let seq = 0;

/** Something the socket brings. */
export function hear(type: string, data: unknown, live = false): void {
  seq += 1;
  dispatchRealtime([{ seq: String(seq), type, at: new Date().toISOString(), data }], { client: queryClient, live });
}

/** What the socket says in passing: who looks, who writes. */
export function sense(type: 'presence' | 'typing', data: unknown): void {
  dispatchVolatile([{ type, data }], { client: queryClient, live: true });
}
