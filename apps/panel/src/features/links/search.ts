import { choiceParam, compact, textParam } from '../../app/search-params';

const GROUPINGS = ['producto', 'red'] as const;

/** The filters of the links as they stand in the address bar. */
export interface LinkSearch {
  agrupar?: (typeof GROUPINGS)[number];
  red?: string;
  producto?: string;
  desde?: string;
  hasta?: string;
  q?: string;
}

export function readLinkSearch(raw: Record<string, unknown>): LinkSearch {
  return compact({
    agrupar: choiceParam(raw, 'agrupar', GROUPINGS),
    red: textParam(raw, 'red'),
    producto: textParam(raw, 'producto'),
    desde: textParam(raw, 'desde'),
    hasta: textParam(raw, 'hasta'),
    q: textParam(raw, 'q'),
  });
}
