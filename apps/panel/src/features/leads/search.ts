import { choiceParam, compact, textParam } from '../../app/search-params';

const MODES = ['kanban', 'tabla'] as const;

/** The filters of the leads as they stand in the address bar. */
export interface LeadSearch {
  modo?: (typeof MODES)[number];
  estado?: string;
  red?: string;
  asesor?: string;
  calidad?: string;
  producto?: string;
  orden?: string;
  q?: string;
}

export function readLeadSearch(raw: Record<string, unknown>): LeadSearch {
  return compact({
    modo: choiceParam(raw, 'modo', MODES),
    estado: textParam(raw, 'estado'),
    red: textParam(raw, 'red'),
    asesor: textParam(raw, 'asesor'),
    calidad: textParam(raw, 'calidad'),
    producto: textParam(raw, 'producto'),
    orden: textParam(raw, 'orden'),
    q: textParam(raw, 'q'),
  });
}
