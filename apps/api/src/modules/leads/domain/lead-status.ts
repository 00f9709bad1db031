/** The pipeline, in order. */
export const LEAD_STATES = ['new', 'contacted', 'qualified', 'negotiating', 'won', 'lost'] as const;
export type LeadState = (typeof LEAD_STATES)[number];

export const OPEN_STATES: readonly LeadState[] = ['new', 'contacted', 'qualified', 'negotiating'];

export const isOpen = (state: LeadState): boolean => OPEN_STATES.includes(state);

export type StateRefusal = 'already_there' | 'reason_required' | 'not_allowed';
export type StateDecision =
  { ok: true; state: LeadState; lostReason: string | null } | { ok: false; refusal: StateRefusal };

/**
 * An open lead moves freely along the pipeline but never back to `new`, for it cannot be unanswered again;
 * any may be lost for a reason; a lost one comes back as `contacted`; a won one stays won.
 */
export function moveLead(from: LeadState, to: LeadState, lostReason: string | null = null): StateDecision {
  if (from === to) return { ok: false, refusal: 'already_there' };
  if (from === 'won' || to === 'new' || (from === 'lost' && to !== 'contacted'))
    return { ok: false, refusal: 'not_allowed' };
  const reason = lostReason?.trim() || null;
  if (to === 'lost' && !reason) return { ok: false, refusal: 'reason_required' };
  return { ok: true, state: to, lostReason: to === 'lost' ? reason : null };
}
