import { NETWORKS, type Network } from '../../app/network';
import { choiceParam, compact, textParam } from '../../app/search-params';

const GROUPINGS = ['producto', 'red'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The filters of the links as they stand in the address bar. */
export interface LinkSearch {
  agrupar?: Grouping;
  red?: Network;
  /** An item's id. */
  producto?: string;
  /** The archived ones instead. */
  archivados?: 'si';
  q?: string;
}

export function readLinkSearch(raw: Record<string, unknown>): LinkSearch {
  return compact({
    agrupar: choiceParam(raw, 'agrupar', GROUPINGS),
    red: choiceParam(raw, 'red', NETWORKS),
    producto: textParam(raw, 'producto'),
    archivados: choiceParam(raw, 'archivados', ['si'] as const),
    q: textParam(raw, 'q')?.slice(0, 100),
  });
}

export const RANGES = ['7', '30', '90'] as const;
/** How many days a link's statistics look back. */
export type Range = (typeof RANGES)[number];
export const readRange = (raw: Record<string, unknown>): Range =>
  choiceParam({ dias: String(raw['dias'] ?? '') }, 'dias', RANGES) ?? '30';
