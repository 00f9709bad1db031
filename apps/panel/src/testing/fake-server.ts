/** A request as the panel's API would receive it. */
export interface Received {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

export interface Answer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/**
 * Stands in for the API at the wire (`fetch`), for as long as a test lasts. `answer` decides by request; what it leaves
 * unanswered is a 404 problem. Everything received is kept, in order.
 */
export function fakeServer(answer: (request: Received) => Answer | undefined | Promise<Answer | undefined>): {
  received: Received[];
  close: () => void;
} {
  const before = globalThis.fetch;
  const received: Received[] = [];
  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input), 'http://panel.test');
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : init?.body;
    const request: Received = {
      method: init?.method ?? 'GET',
      path: url.pathname.replace('/api/v1', ''),
      query: url.searchParams,
      headers: new Headers(init?.headers),
      body,
    };
    received.push(request);
    const {
      status = 200,
      body: sent,
      headers = {},
    } = (await answer(request)) ?? { status: 404, body: { code: 'not_found', status: 404 } };
    // jsdom has no Response; this is the part of one that `request` reads.
    return {
      ok: status < 400,
      status,
      headers: new Headers(headers),
      json: () => (sent === undefined ? Promise.reject(new SyntaxError('empty')) : Promise.resolve(sent)),
    } as Response;
  };
  return { received, close: () => (globalThis.fetch = before) };
}
