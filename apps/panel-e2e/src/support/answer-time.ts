import { type APIRequestContext, expect } from '@playwright/test';
import { api } from './person.js';

interface Message {
  direction: 'in' | 'out';
  author: { kind: string };
  receivedAt: string;
}

/** How long ISAC waits for the rest of what a customer writes in pieces. */
const PAUSE_MS = 2000;
const PROMISE_MS = 3000;

/** By what the product itself has written down: ISAC spoke at most three seconds after the pause that ends a burst. */
export async function answeredInTime(request: APIRequestContext, customer: string): Promise<void> {
  const { data: found } = await api<{ data: { id: string; contact: { name: string } }[] }>(
    request,
    `/conversations?view=all&q=${encodeURIComponent(customer)}`,
  );
  const conversation = found.find(({ contact }) => contact.name === customer);
  const { data } = await api<{ data: Message[] }>(request, `/conversations/${conversation?.id}/messages?limit=50`);
  const times = (fits: (message: Message) => boolean): number[] =>
    data.filter(fits).map(({ receivedAt }) => Date.parse(receivedAt));
  const answered = Math.max(...times(({ author }) => author.kind === 'assistant'));
  const asked = Math.max(
    ...times(({ direction, receivedAt }) => direction === 'in' && Date.parse(receivedAt) <= answered),
  );
  expect(answered - asked).toBeLessThanOrEqual(PAUSE_MS + PROMISE_MS);
}
