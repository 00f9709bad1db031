import type { Schemas } from '@hilo/api-client';

/** The pipeline, in order. */
export const LEAD_STATES = ['new', 'contacted', 'qualified', 'negotiating', 'won', 'lost'] as const;
export type LeadState = (typeof LEAD_STATES)[number];

export const QUALITIES = ['hot', 'warm', 'cold'] as const;
export type Quality = (typeof QUALITIES)[number];

export const URGENCIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const SOURCE_KINDS = ['link', 'ad', 'campaign', 'direct', 'manual'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export type Person = Schemas['LeadPersonView'];

/** A lead as `GET /leads` gives it. Times are ISO UTC. */
export type Lead = Schemas['LeadView'];

export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

/**
 * Where the server lets a lead go: along the pipeline but never back to new; a lost one comes back as contacted; a won
 * one stays won.
 */
export function mayMove(from: LeadState, to: LeadState): boolean {
  if (from === to || from === 'won' || to === 'new') return false;
  return from !== 'lost' || to === 'contacted';
}

/** What may be changed of a lead; what is left out stays. */
export type LeadChange = Schemas['ChangeLeadInput'];
