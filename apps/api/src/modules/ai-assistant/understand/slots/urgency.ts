import type { ReadMessage } from '../read-message.js';

const URGENT =
  /\b(?:urgente|urgentemente|urgencia|urge|urgent|urgently|lo antes posible|cuanto antes|lo mas pronto|lo mas rapido posible|ya mismo|ahora mismo|hoy mismo|de inmediato|inmediatamente|asap|as soon as possible|para hoy|para ayer|pra hoje|hoje mesmo|o quanto antes|right now|right away|for today|apurado|apurada|emergencia|emergency|apuro|lo necesito ya|quiero ya|para ya|para manana|pra amanha|today please|need it today|need it now|preciso hoje|lo necesito hoy|la necesito hoy|necesito hoy)\b/;
const NOT_URGENT =
  /\b(?:no es urgente|sin apuro|no hay apuro|sin urgencia|no urgente|not urgent|no rush|no corre prisa|nao e urgente)\b/;

/** Whether the customer says that it must be soon. */
export function isUrgent(message: ReadMessage): boolean {
  return URGENT.test(message.folded) && !NOT_URGENT.test(message.folded);
}
