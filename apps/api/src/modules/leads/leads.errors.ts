import { DomainError, invalidField } from '../../platform/http/domain-error.js';
import type { LeadState, StateRefusal } from './domain/lead-status.js';

const WORDS: Readonly<Record<Exclude<StateRefusal, 'reason_required'>, string>> = {
  already_there: 'The lead is in this state already.',
  not_allowed: 'A lead cannot go from this state to that one.',
};

export function stateRefused(refusal: StateRefusal, from: LeadState, to: LeadState): DomainError {
  if (refusal === 'reason_required') return invalidField('/lostReason', 'say why the lead was lost');
  return new DomainError('lead_state_refused', 409, WORDS[refusal], { reason: refusal, from, to });
}

export const openLeadExists = (leadId?: string): DomainError =>
  new DomainError(
    'open_lead_exists',
    409,
    'This person already has an open lead on this item.',
    leadId ? { leadId } : {},
    [{ path: '/itemId', message: 'has an open lead of this person' }],
  );
