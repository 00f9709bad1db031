import type { Tone } from '@hilo/ui';

/** How bad each outcome of a webhook is. */
export const OUTCOME_TONES: Record<string, Tone> = {
  accepted: 'success',
  pending: 'info',
  set_aside: 'warning',
  not_understood: 'danger',
  unknown_channel: 'danger',
};
