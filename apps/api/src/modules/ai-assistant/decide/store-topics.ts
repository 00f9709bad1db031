import type { StoreTopic } from './decision.js';

const TOPICS: readonly (readonly [StoreTopic, RegExp])[] = [
  [
    'instalments',
    /\b(?:cuotas?|financ\w{1,9}|a meses|meses sin intereses|credito(?! de)|parcel\w{1,5}|installments?|a plazos|msi|mitad ahora|fian|fiado)\b/,
  ],
  [
    'payments',
    /\b(?:pag(?:o|os|ar|arte|arles|ue|amos|amento)|como (?:te|les|le|se|lo) pag\w{1,3}|tarjetas?|transfer\w{0,9}|transfiero|deposit\w{1,5}|efectivo|cbu|alias|paypal|pix|mercado ?pago|nequi|yape|plin|debito|datos bancarios|cuenta bancaria|cartao|cartoes|cash|credit cards?|payments?|pay|medios de|formas de|contra ?entrega|a que cuenta|link de pago|visa|mastercard|cripto|dolares)\b/,
  ],
  [
    'shipping',
    /\b(?:envi(?:os?|an|as|a|ar|en|am|amos)|mand(?:an|as|a|ar|en|am)|despach\w{1,4}|entreg\w{1,4}|domicilios?|deliver\w{0,4}|frete|ship\w{0,5}|lleg(?:an|a|ar) a|flete|encomienda|correo argentino|servientrega|transportadora|delivery|interior|demoran?|tardan?|reparten|reparto)\b/,
  ],
  [
    'hours',
    /\b(?:horarios?|hora|horas|abren|abre|abiertos?|abierto|cierran|cierra|atienden|atendiendo|trabajan|domingos?|sabados?|feriados?|hours|open|close|opening|funcionamento|aberto|abertos|fecha|fecham|mediodia|fines de semana)\b/,
  ],
  [
    'address',
    /\b(?:direccion|donde (?:estan|queda|quedan|es|se ubican|los encuentro|fica)|ubica\w{1,7}|local|tienda fisica|sucursal\w{0,2}|showroom|address|located|location|where are you|endereco|loja fisica|onde fica|barrio|como llego|maps|estacionamiento|physical store|branch|en que ciudad|son de|estan en|parqueadero|parking|visitar|a la calle|tienda en|bodega)\b/,
  ],
  ['invoice', /\b(?:factur\w{1,5}|nota fiscal|invoices?|ruc|nit|rfc|boleta|comprobante fiscal|nota de venta)\b/],
  [
    'social',
    /\b(?:instagram|insta|facebook|tiktok|pagina|web|website|redes|site|catalogo online|correo de la tienda|otro numero)\b/,
  ],
  ['trust', /\b(?:confiab\w{2,4}|estafa|seguro comprar|referencias|legit|registrad\w{2}|confiaveis|oficial)\b/],
  ['pickup', /\b(?:retir\w{1,5}|recoger\w{0,2}|pasar a buscar|pasar por|pick ?up|pick it up|buscarlo)\b/],
  ['wholesale', /\b(?:por mayor|mayorista|mayoreo|wholesale|atacado|revend\w{1,6})\b/],
];

/** What of the shop a folded text asks about, in the order of importance; the address and hours when it does not say. */
export function storeTopics(folded: string): StoreTopic[] {
  const found = askedStoreTopics(folded);
  return found.length > 0 ? found : ['address', 'hours'];
}

/** What of the shop a folded text names; may be nothing. */
export function askedStoreTopics(folded: string): StoreTopic[] {
  const text = folded.slice(0, 600);
  return TOPICS.filter(([, pattern]) => pattern.test(text)).map(([topic]) => topic);
}

/** Whether the customer asks how or where to pay. */
export function asksHowToPay(folded: string): boolean {
  return /\b(?:como (?:te |les |le |lo |la |se |puedo |podria |hago para |hago el )?(?:pag\w{1,5}|transfer\w{0,4}|deposit\w{0,3})|formas? de pago|medios? de pago|metodos? de pago|a (?:que|donde) (?:cuenta|te|les|le)? ?(?:deposito|transfiero|pago)|que cuenta|cbu|alias|datos bancarios|link de pago|(?:puedo|se puede|quiero) pagar|aceptan|how (?:do|can) i pay|payment methods?|aceita\w?|chave pix|formas de pagamento|como pago|donde (?:pago|deposito|transfiero)|numero de cuenta|datos para (?:pagar|transferir|depositar))\b/.test(
    folded.slice(0, 600),
  );
}
