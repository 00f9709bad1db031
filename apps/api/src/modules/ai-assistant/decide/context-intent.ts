import type { Intent } from '../understand/intents/intent.js';
import { SALES_INTENTS } from '../understand/intents/intent.js';
import type { Understanding } from '../understand/understand-message.js';
import type { DialogueState } from './dialogue-state.js';

const YES =
  /^(?:si|s|sip|sii|dale|ok|okey|oki|claro|bueno|va|vale|listo|perfecto|de una|obvio|por supuesto|yes|yep|yeah|sure|sim|isso|pode ser|confirmo|confirmado|acepto|de acuerdo|esta bien|hagale|hazlo|adelante|si quiero|si por favor|porfa|por favor|porfavor|genial|me parece bien|go ahead|please|quero)(?:[ ,.!]+(?:si|dale|claro|por favor|porfa|porfavor|gracias|ok|quiero|please|perfecto|confirmo|esta bien|hagamoslo|armala|haceme la|hazla|enviala|mandala|mandamela|enviamela|acepto|listo|adelante)){0,3}[ .!]*$/;
const NO =
  /^(?:no|nop|nope|nao|nah)(?:[ ,.!]+(?:gracias|por ahora|thanks|obrigad[oa]|todavia|aun|mejor no)){0,2}[ .!]*$/;
const AND_THIS = /^(?:y|e|and|o)\b/;
const ALSO = /\b(?:tambien|tambem|also|too|ademas)\b/;

/** The intent in its place in the conversation: "sí" takes the last offer, "¿y el A34?" asks again what was asked, "el de 128" goes on choosing. */
export function intentInContext(
  state: DialogueState,
  read: Understanding,
): { readonly intents: readonly Intent[]; readonly because: string } {
  const { classification, linked, message } = read;
  const said = classification.intents.map((one) => one.intent);
  const text = message.folded.trim().slice(0, 120);
  const offered = state.asked === 'quote' || state.asked === 'variant' || state.asked === 'quantity';
  if (YES.test(text) && state.focus.length + state.cart.length > 0 && offered)
    return { intents: ['purchase'], because: 'accepts the last offer' };
  if (NO.test(text) && state.turns > 0) return { intents: ['thanks_closing'], because: 'declines the last offer' };
  const last = state.lastIntent;
  const weak =
    classification.intent === 'other' ||
    classification.intent === 'product_query' ||
    (classification.confidence < 0.55 && classification.because === 'model');
  const injected = classification.because.startsWith('injection');
  if (last !== null && SALES_INTENTS.has(last) && weak && !injected && message.tokens.length <= 8) {
    const again = AND_THIS.test(text) && linked.skus.length > 0 && classification.because === 'bare data';
    if (again && last !== 'purchase') return { intents: [last], because: 'asks the same of another item' };
    const chooses =
      (state.asked === 'variant' || state.asked === 'quantity') &&
      state.wantsToBuy &&
      (linked.attributes.length > 0 || linked.skus.length > 0 || read.slots.quantity !== undefined || linked.plain);
    if (chooses) return { intents: ['purchase'], because: 'chooses what to buy' };
    const adds = linked.skus.length > 0 && !text.includes('?') && (AND_THIS.test(text) || ALSO.test(text));
    if (adds && last === 'purchase' && state.cart.length > 0)
      return { intents: ['purchase'], because: 'adds to what is bought' };
    const points = linked.skus.length === 0 && linked.attributes.length > 0 && classification.intent === 'other';
    if (points) return { intents: [last === 'purchase' ? 'purchase' : last], because: 'goes on about the same' };
  }
  return { intents: said, because: classification.because };
}
