import { NETWORKS, type Network } from '../../app/network';
import { choiceParam, compact, textParam } from '../../app/search-params';
import { LEAD_STATES, QUALITIES, type LeadState, type Quality } from './model/lead';

const MODES = ['kanban', 'tabla'] as const;
export type LeadMode = (typeof MODES)[number];

export const LEAD_SORTS = [
  '-lastActivityAt',
  'lastActivityAt',
  '-createdAt',
  'createdAt',
  '-value',
  '-completeness',
] as const;
export type LeadSort = (typeof LEAD_SORTS)[number];

/** The filters of the leads as they stand in the address bar. */
export interface LeadSearch {
  modo?: LeadMode;
  estado?: LeadState;
  red?: Network | 'none';
  /** A user's id, `me` or `none`. */
  asesor?: string;
  calidad?: Quality;
  /** An item's id. */
  producto?: string;
  /** First and last day of creation, `YYYY-MM-DD`, in the business's time zone. */
  desde?: string;
  hasta?: string;
  orden?: LeadSort;
  q?: string;
}

/** A day that the calendar has; a typed-over address may hold any. */
const dayParam = (raw: Record<string, unknown>, name: string): string | undefined => {
  const day = textParam(raw, name);
  if (day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : undefined;
};

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const idParam = (raw: Record<string, unknown>, name: string, words: readonly string[] = []): string | undefined => {
  const id = textParam(raw, name);
  return id !== undefined && (UUID.test(id) || words.includes(id)) ? id : undefined;
};

export function readLeadSearch(raw: Record<string, unknown>): LeadSearch {
  return compact({
    modo: choiceParam(raw, 'modo', MODES),
    estado: choiceParam(raw, 'estado', LEAD_STATES),
    red: choiceParam(raw, 'red', [...NETWORKS, 'none'] as const),
    asesor: idParam(raw, 'asesor', ['me', 'none']),
    calidad: choiceParam(raw, 'calidad', QUALITIES),
    producto: idParam(raw, 'producto'),
    desde: dayParam(raw, 'desde'),
    hasta: dayParam(raw, 'hasta'),
    orden: choiceParam(raw, 'orden', LEAD_SORTS),
    q: textParam(raw, 'q')?.slice(0, 100),
  });
}
