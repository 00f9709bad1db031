import type { ReadMessage } from '../read-message.js';

const ORDER =
  /(?:pedido|orden|order|compra|encomenda|factura|reserva|ticket|folio|guia|seguimiento|tracking|caso|venta)(?:\s+(?:de compra|numero|nro|no|n|num|number|es|el|la|is|con))*[\s:.º°]{0,3}(?:#|n[°º.]?\s?)?\s?([a-z]{0,4}-?\d{2,10}(?:-\d{1,8}){0,2})(?![\w@])/;
const HASH = /(?<![\w#])#\s?([a-z]{0,4}-?\d{2,10}(?:-\d{1,8}){0,2})(?![\w@])/;

/** The number or code of an order, as written, without "#". */
export function readOrder(message: ReadMessage): string | null {
  const match = ORDER.exec(message.folded) ?? HASH.exec(message.folded);
  const code = match?.[1];
  if (match === null || code === undefined) return null;
  const at = message.folded.indexOf(code, match.index);
  const after = message.folded.slice(at + code.length);
  if (/^\s*(?:unidades|sillas|dias|meses|x|cuotas|lucas|mil|pesos|gb)\b/.test(after)) return null;
  return message.clean.slice(at, at + code.length);
}
