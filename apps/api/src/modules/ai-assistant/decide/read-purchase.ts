import type { Intent } from '../understand/intents/intent.js';
import type { Understanding } from '../understand/understand-message.js';
import type { CartChange } from './cart.js';
import type { DialogueState } from './dialogue-state.js';
import type { Focus } from './resolve-focus.js';

const ADD =
  /\b(?:agreg\w{1,6}|sum[aeo]\w{0,4}|anad\w{1,5}|tambien|ademas|add|also|otr[oa]|aparte|inclu[iy]\w{0,4}|adiciona|ponele|ponle|tambem|junto con|mas un|y un|y una|plus)\b/;
const REPLACE =
  /\b(?:mejor|cambi\w{1,6}|en vez|en lugar|prefiero|instead|swap|troc\w{1,3}|reemplaz\w{1,5}|change|prefiro|rather|en realidad|pensandolo)\b/;
const REMOVE =
  /\b(?:sac[ao]\w{0,4}|quit[ao]\w{0,4}|elimin\w{1,4}|remove|tira|ya no (?:quiero|llevo|voy)|no (?:quiero|llevo) (?:el|la|los|las)|cancel\w{1,5})\b/;
const CANCEL =
  /\b(?:cancel\w{1,5} (?:todo|el pedido|la compra|mi pedido|everything|the order)|ya no (?:lo |la |los |las )?(?:quiero|voy a comprar|llevo|compro)(?: nada)?$|mejor no(?: lo)?(?: compro| llevo| quiero)?$|al final no|no lo (?:quiero|llevo) (?:mas|mejor)|no voy a comprar|dejalo asi|desisto|me arrepenti|changed my mind)\b/;
const QUOTE =
  /\b(?:cot(?:iz|ic)\w{1,9}|proformas?|(?:un|el|me arma\w{0,2}|haceme|hazme|pasame|mandame|enviame|hagame) (?:el |un )?presupuesto|presupuesto (?:de|por|para)|quotes?|quotation|orcamento (?:de|por|para)|(?:um|o) orcamento|cotacao|presupueste\w{0,2})\b/;
const OWN_BUDGET =
  /\b(?:mi presupuesto|presupuesto (?:es|de hasta|maximo|de \$|de \d[\d.,]{2,8}|de \d{1,3} (?:mil|lucas|palos|dolares|pesos|usd))|tengo un presupuesto|tengo presupuesto|de presupuesto|meu orcamento|my budget)\b/;
const VAGUE_WISH =
  /\b(?:quiero|quisiera|necesito|busco|queria|me gustaria|quero|preciso|queria|i want|i need|me interesa) (?:comprar |ver |saber |de |to buy )?(?:un|una|unos|unas|algun|alguna|algo|um|uma|a|an|some)\b/;
const BUYS =
  /\b(?:compr(?:o|ar|arlo|arla|are|amos)|llev(?:o|ar|are|amos|arlo|arme)|dame|deme|mand(?:ame|eme|alo)|vend(?:eme|ame)|reserv\w{1,6}|apart\w{1,6}|separ\w{1,6}|confirm\w{1,4}|me quedo|lo quiero|la quiero|anot\w{1,4}|buy|order|take|levar|comprar|fico com|pedido|pedir|encargar|encargo|acepto|renov\w{1,5}|contrat\w{1,3}|activ\w{1,5}|quiero (?:el|la|los|las|es[eoa]s?|\d|dos|tres)|quero (?:o|a|esse)|regal\w{1,5})\b/;

export interface Purchase {
  /** The customer buys, or goes on buying. */
  readonly buys: boolean;
  readonly wantsQuote: boolean;
  readonly cancels: boolean;
  readonly change: CartChange | null;
}

/** What a message does to what the customer takes. */
export function readPurchase(
  state: DialogueState,
  read: Understanding,
  focus: Focus,
  intents: readonly Intent[],
): Purchase {
  const text = read.message.folded.slice(0, 600);
  const cancels = CANCEL.test(text) && state.cart.length > 0;
  const wantsQuote = QUOTE.test(text) && !OWN_BUDGET.test(text) && !intents.includes('complaint');
  const vague = VAGUE_WISH.test(text) && !/\bcomprar\b/.test(text) && isOnlyAKind(read);
  const buys =
    !cancels &&
    intents.includes('purchase') &&
    !(vague && !state.wantsToBuy) &&
    (BUYS.test(text) || focus.skus.length > 0 || state.focus.length > 0);
  if (cancels)
    return {
      buys: false,
      wantsQuote: false,
      cancels,
      change: { kind: 'remove', skus: state.cart.map((line) => line.sku) },
    };
  return {
    buys,
    wantsQuote,
    cancels,
    change: buys || wantsQuote || changesQuantity(state, read, focus) ? changeOf(state, read, focus, text) : null,
  };
}

function isOnlyAKind(read: Understanding): boolean {
  return (
    read.linked.mentions.length > 0 &&
    read.linked.mentions.every((mention) => mention.terms.every((term) => term.kind === 'concept'))
  );
}

function changesQuantity(state: DialogueState, read: Understanding, focus: Focus): boolean {
  return state.cart.length > 0 && !focus.named && read.slots.quantity !== undefined;
}

function changeOf(state: DialogueState, read: Understanding, focus: Focus, text: string): CartChange | null {
  const quantity = focus.each === true ? null : (read.slots.quantity ?? null);
  if (REMOVE.test(text) && focus.named && state.cart.some((line) => focus.skus.includes(line.sku)))
    return { kind: 'remove', skus: focus.skus };
  if (!focus.named && focus.each !== true && state.cart.length > 0 && read.linked.attributes.length === 0)
    return quantity === null ? null : { kind: 'quantity', quantity };
  if (focus.skus.length === 0) return null;
  const kind =
    REPLACE.test(text) && state.cart.length > 0 ? 'replace' : ADD.test(text) && state.cart.length > 0 ? 'add' : 'take';
  return { kind, skus: focus.skus, quantity };
}
