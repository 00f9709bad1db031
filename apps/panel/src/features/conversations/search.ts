import { choiceParam, compact, textParam } from '../../app/search-params';

const VIEWS = ['mios', 'sin-asignar', 'todos'] as const;
const STATUSES = ['abierta', 'seguimiento', 'cerrada'] as const;
const PRIORITIES = ['baja', 'normal', 'alta', 'urgente'] as const;
const SORTS = ['espera', 'prioridad'] as const;
/** Kinds of channel, in the words of the API. */
export const CHANNELS = ['whatsapp_cloud', 'whatsapp_twilio', 'whatsapp_wasender', 'instagram'] as const;
const MODES = ['lista', 'kanban'] as const;

/** The filters of the inbox as they stand in the address bar. */
export interface ConversationSearch {
  vista?: (typeof VIEWS)[number];
  estado?: (typeof STATUSES)[number];
  prioridad?: (typeof PRIORITIES)[number];
  /** Network of the tracked link, or `direct`. */
  fuente?: string;
  canal?: (typeof CHANNELS)[number];
  /** Id of a user. */
  asesor?: string;
  etiqueta?: string;
  noleidas?: 'si';
  q?: string;
  /** Latest activity first unless said. */
  orden?: (typeof SORTS)[number];
  modo?: (typeof MODES)[number];
}

export function readConversationSearch(raw: Record<string, unknown>): ConversationSearch {
  return compact({
    vista: choiceParam(raw, 'vista', VIEWS),
    estado: choiceParam(raw, 'estado', STATUSES),
    prioridad: choiceParam(raw, 'prioridad', PRIORITIES),
    fuente: textParam(raw, 'fuente'),
    canal: choiceParam(raw, 'canal', CHANNELS),
    asesor: textParam(raw, 'asesor'),
    etiqueta: textParam(raw, 'etiqueta'),
    noleidas: choiceParam(raw, 'noleidas', ['si'] as const),
    q: textParam(raw, 'q'),
    orden: choiceParam(raw, 'orden', SORTS),
    modo: choiceParam(raw, 'modo', MODES),
  });
}
