import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';

interface KnownError {
  status: number;
  title: string;
  details: string;
}

const known = JSON.parse(readFileSync(new URL('./graph-errors.json', import.meta.url), 'utf8')) as Record<
  string,
  KnownError
>;

/** A refusal of the Graph API, before it is written as an answer or as a failed status. */
export interface GraphRefusal {
  code: number;
  /** Overrides the usual explanation of the code. */
  details?: string;
  subcode?: number;
  /** Overrides `(#code) title`. */
  message?: string;
}

export const about = (code: number): KnownError =>
  known[String(code)] ?? { status: 400, title: 'Unknown error', details: `Error ${code}.` };

const EXPIRED = 'Error validating access token: Session has expired on Friday, 20-Nov-26 10:00:00 PST.';

export const expiredToken: GraphRefusal = { code: 190, subcode: 463, message: EXPIRED };
export const badToken: GraphRefusal = { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' };

/** The object of the path is not ours: Meta answers as if it did not exist. */
export function unknownObject(verb: string, id: string): GraphRefusal {
  const why = 'does not exist, cannot be loaded due to missing permissions, or does not support this operation';
  return { code: 100, subcode: 33, message: `Unsupported ${verb} request. Object with ID '${id}' ${why}.` };
}

export function httpStatusOf(refusal: GraphRefusal): number {
  return refusal.code === 190 ? 401 : about(refusal.code).status;
}

/** The JSON of a refused call. Errors with a message of their own (190, unknown objects) carry no `error_data`, as Meta's do. */
export function graphErrorBody(refusal: GraphRefusal): { error: Record<string, unknown> } {
  const { title, details } = about(refusal.code);
  const subcode = refusal.subcode === undefined ? {} : { error_subcode: refusal.subcode };
  const trace = { fbtrace_id: `A${randomBytes(16).toString('base64url')}` };
  const head = {
    message: refusal.message ?? `(#${refusal.code}) ${title}`,
    type: 'OAuthException',
    code: refusal.code,
  };
  if (refusal.message !== undefined) return { error: { ...head, ...subcode, ...trace } };
  return {
    error: {
      ...head,
      error_data: { messaging_product: 'whatsapp', details: refusal.details ?? details },
      ...subcode,
      ...trace,
    },
  };
}

/** The same failure as a `failed` status tells it. */
export function statusError(refusal: GraphRefusal): Record<string, unknown> {
  const { title, details } = about(refusal.code);
  return {
    code: refusal.code,
    title,
    message: title,
    error_data: { details: refusal.details ?? details },
    href: '/documentation/business-messaging/whatsapp/support/error-codes',
  };
}
