import { afterEach } from '@jest/globals';
import type { Answer, Received } from './fake-server';
import { openPanel } from './open-panel';

export type Answering = (request: Received) => Answer | undefined | Promise<Answer | undefined>;
export type ShownPanel = Awaited<ReturnType<typeof openPanel>>;

let shown: ShownPanel | undefined;

/** Opens the panel for one test and closes it after. The first of `answers` that says something is the server's. */
export async function showPanel(address: string, ...answers: readonly Answering[]): Promise<ShownPanel> {
  shown = await openPanel(address, (request) => {
    // Leaving is the end of the test, not a part of it: a server that refuses every POST still lets go.
    if (request.path === '/auth/sign-out') return { status: 204 };
    for (const answer of answers) {
      const said = answer(request);
      // A promise is an answer too: the server takes its time.
      if (said) return said as Answer;
    }
    return undefined;
  });
  return shown;
}

afterEach(async () => {
  await shown?.close();
  shown = undefined;
});

/** An answer that comes when the test says so. */
export function later(): { answer: Promise<Answer>; arrive: (answer: Answer) => void } {
  let arrive: (answer: Answer) => void = () => undefined;
  const answer = new Promise<Answer>((resolve) => (arrive = resolve));
  return { answer, arrive };
}

/** No answer at all, as without a network. */
export const noAnswer = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'));

/** A refusal as the API writes it. */
export const problem = (status: number, code: string, more: Record<string, unknown> = {}): Answer => ({
  status,
  body: { code, status, requestId: 'req-7', ...more },
});

/** A page of a list. */
export const page = (data: readonly unknown[], nextCursor: string | null = null): Answer => ({
  body: { data, nextCursor },
});

/** What was asked to be written, in order: method, path and body. */
export const writes = (received: readonly Received[]): [string, string, unknown][] =>
  received
    .filter(({ method, path }) => method !== 'GET' && !path.startsWith('/auth'))
    .map(({ method, path, body }) => [method, path, body]);
