import type { ProviderFailure, SendFailure } from '../../channels/index.js';

/** Why a message failed, as it is kept and shown: the provider's code, our reason that panels translate, and plain words. */
export interface ShownFailure {
  code: string;
  reason: string;
  title: string;
  details: string | null;
  retryable: boolean;
}

const WORTH_RETRYING = new Set(['retry', 'retry_slower', 'retry_much_later']);

export function shownFailure(failure: ProviderFailure | SendFailure): ShownFailure {
  const { reason, class: kind } = failure as Partial<SendFailure>;
  return {
    code: failure.code,
    reason: reason ?? 'other',
    title: failure.title,
    details: failure.details ?? null,
    retryable: kind !== undefined && WORTH_RETRYING.has(kind),
  };
}
