/** Whole messages that mean "stop writing to me", after accents, case and signs are gone. */
const STOP = new Set([
  'stop',
  'stopall',
  'unsubscribe',
  'cancel',
  'quit',
  'end',
  'baja',
  'dar de baja',
  'darme de baja',
  'dame de baja',
  'quiero darme de baja',
  'no mas',
  'no mas mensajes',
  'no quiero mas mensajes',
  'salir',
  'cancelar',
  'cancelar suscripcion',
  'desuscribir',
  'desuscribirme',
  'parar',
  'pare',
  'sair',
  'descadastrar',
  'cancelar inscricao',
  'nao quero mais mensagens',
  'no enviar mas',
  'no me escriban mas',
  'no escribir mas',
]);
const LONGEST = 40;

/** True when the whole message is a STOP word. Sentences that only contain one are for the assistant to understand. */
export function isStopWord(text: string | null): boolean {
  if (!text || text.length > LONGEST) return false;
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return STOP.has(plain);
}
