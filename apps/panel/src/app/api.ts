import type { Base, Method } from '@hilo/api-client';
import { ApiProblem, readProblem } from './api-problem';
import { personHeader } from './page-person';
import { sessionLost } from './session-expiry';

export type { Method };
export type QueryValue = string | number | boolean | null | undefined | readonly string[];

export interface RequestOptions {
  query?: Readonly<Record<string, QueryValue>>;
  /** JSON, or FormData for a file. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
  /** A 401 here says something about what was typed, not that the session ended. */
  signingIn?: boolean;
}

const BASE: Base = '/api/v1';

/** The address of a request; empty values are left out and lists are repeated. */
export function addressOf(path: string, query: RequestOptions['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const suffix = search.size > 0 ? `?${search}` : '';
  return `${BASE}${path}${suffix}`;
}

/**
 * Asks our API, `path` being what follows `/api/v1`. Gives the JSON body (undefined for 204).
 * @throws ApiProblem for every refusal and for no answer, which a timeout of `signal` is too; AbortError when `signal` was
 * aborted.
 */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const form = options.body instanceof FormData;
  const response = await fetch(addressOf(path, options.query), {
    method,
    credentials: 'same-origin',
    signal: options.signal,
    headers: {
      accept: 'application/json',
      ...(options.body !== undefined && !form && { 'content-type': 'application/json' }),
      ...personHeader(method),
      ...options.headers,
    },
    body: form ? (options.body as FormData) : options.body === undefined ? undefined : JSON.stringify(options.body),
  }).catch(noAnswer);

  // An answer that breaks off is none; one that is no JSON is an empty one.
  const body: unknown = await response
    .json()
    .catch((error: unknown) => (error instanceof DOMException ? noAnswer(error) : undefined));
  if (response.ok) return body as T;
  const problem = readProblem(response.status, body, response.headers.get('retry-after'));
  if (response.status === 401 && !options.signingIn) sessionLost();
  throw problem;
}

function noAnswer(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error;
  throw new ApiProblem('network', 0, 'No answer came.');
}
