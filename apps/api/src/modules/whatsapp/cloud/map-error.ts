import type { SendFailure } from '../../channels/index.js';
import { knownFailure, type KnownFailure } from './failure-table.js';
import { asFilledText, asNumber, asObject, type JsonObject } from './inbound/untrusted-json.js';

const MAX_DETAILS = 2000;
const MAX_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;
const UNKNOWN: KnownFailure = { class: 'permanent', reason: 'other', title: 'WhatsApp refused the message.' };

/** An entry of `errors[]` in a status or in `value`: the code decides, and an unknown one is final because the message is already refused. */
export function statusFailure(error: JsonObject): SendFailure {
  const code = codeOf(error);
  return failure(code, (code === undefined ? undefined : knownFailure(code)) ?? UNKNOWN, error);
}

/** An answer that is not a success. The code decides before the HTTP status, which Meta uses loosely. */
export function httpFailure(status: number, body: unknown, retryAfter?: string): SendFailure {
  const error = asObject(asObject(body)?.error) ?? {};
  const code = codeOf(error);
  const known = code === undefined ? undefined : knownFailure(code);
  const mapped = failure(code, known ?? byStatus(status), error, `http_${status}`);
  const waitMs = retryAfterMs(retryAfter);
  return waitMs === undefined ? mapped : { ...mapped, retryAfterMs: Math.max(waitMs, mapped.retryAfterMs ?? 0) };
}

/** The request never left: it may be tried again without any risk of a second message. */
export function connectionFailure(code: string, retryAfterMs?: number): SendFailure {
  return {
    code,
    class: 'retry',
    reason: 'provider_down',
    title: 'WhatsApp cannot be reached.',
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

/** Our own refusal, before any call: what WhatsApp would reject or silently cut. */
export function refusal(code: string, title: string, reason: SendFailure['reason'] = 'invalid_content'): SendFailure {
  return { code: `hilo_${code}`, class: 'permanent', reason, title };
}

function byStatus(status: number): KnownFailure {
  if (status === 429)
    return { class: 'retry_slower', reason: 'rate_limited', title: 'This number sends faster than WhatsApp allows.' };
  if (status >= 500) return { class: 'retry', reason: 'provider_down', title: 'WhatsApp has a temporary problem.' };
  if (status === 401 || status === 403)
    return { class: 'account_blocked', reason: 'account_blocked', title: 'WhatsApp refused the access token.' };
  return UNKNOWN;
}

function failure(
  code: number | undefined,
  known: KnownFailure,
  error: JsonObject,
  codeWithout = 'unknown',
): SendFailure {
  const result: SendFailure = {
    code: code === undefined ? codeWithout : String(code),
    title: known.title,
    reason: known.reason,
    class: known.class,
  };
  const details = detailsOf(error);
  if (details !== undefined) result.details = details;
  if (known.retryAfterMs !== undefined) result.retryAfterMs = known.retryAfterMs;
  return result;
}

function codeOf(error: JsonObject): number | undefined {
  const code =
    asNumber(error.code) ??
    (typeof error.code === 'string' && error.code !== '' ? asNumber(Number(error.code)) : undefined);
  return Number.isSafeInteger(code) ? code : undefined;
}

/** `error_data` is missing for token errors and has been seen as plain text. */
function detailsOf(error: JsonObject): string | undefined {
  return (
    asFilledText(asObject(error.error_data)?.details, MAX_DETAILS) ??
    asFilledText(error.error_data, MAX_DETAILS) ??
    asFilledText(error.message, MAX_DETAILS) ??
    asFilledText(error.title, MAX_DETAILS)
  );
}

/** Seconds or an HTTP date is allowed; Meta sends seconds, so a date counts as not given. */
function retryAfterMs(header: string | undefined): number | undefined {
  if (header === undefined || !/^\d{1,9}$/.test(header)) return undefined;
  return Math.min(Number(header) * 1000, MAX_RETRY_AFTER_MS);
}
