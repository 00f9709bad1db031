import type { FieldError } from './domain-error.js';

/** RFC 9457. `code` is stable and documented; `detail` is for people. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  requestId: string;
  errors?: readonly FieldError[];
  [member: string]: unknown;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not valid',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'The request took too long',
  409: 'Not possible now',
  410: 'Gone',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'This kind of content is not accepted',
  422: 'Cannot be done',
  429: 'Too many requests',
  503: 'Not available right now',
};

export const CODES: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'request_timeout',
  409: 'conflict',
  410: 'gone',
  412: 'stale_version',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  503: 'unavailable',
};

export const titleOf = (status: number): string =>
  TITLES[status] ?? (status >= 500 ? 'Something went wrong' : 'The request was refused');
export const codeOf = (status: number): string => CODES[status] ?? (status >= 500 ? 'internal_error' : 'refused');
