import { choiceParam, compact, textParam } from '../../app/search-params';

const VIEWS = ['mios', 'sin-asignar', 'todos'] as const;
const STATUSES = ['abierta', 'seguimiento', 'cerrada'] as const;
const MODES = ['lista', 'kanban'] as const;

/** The filters of the inbox as they stand in the address bar. */
export interface ConversationSearch {
  vista?: (typeof VIEWS)[number];
  estado?: (typeof STATUSES)[number];
  prioridad?: string;
  fuente?: string;
  asesor?: string;
  etiqueta?: string;
  q?: string;
  modo?: (typeof MODES)[number];
}

export function readConversationSearch(raw: Record<string, unknown>): ConversationSearch {
  return compact({
    vista: choiceParam(raw, 'vista', VIEWS),
    estado: choiceParam(raw, 'estado', STATUSES),
    prioridad: textParam(raw, 'prioridad'),
    fuente: textParam(raw, 'fuente'),
    asesor: textParam(raw, 'asesor'),
    etiqueta: textParam(raw, 'etiqueta'),
    q: textParam(raw, 'q'),
    modo: choiceParam(raw, 'modo', MODES),
  });
}
