const HYPOTHETICAL =
  /\b(?:si (?:se|no|me|viene|llega|sale|falla|deja|la|lo|le|no me|algo)|que pasa si|y si|en caso de|what if|if (?:it|i|the|they)|e se|se der|se vier|caso|cuando se|puedo devolver|puedo cambiar|posso|how long|cuanto|cuanta|cuantos|quanto)\b/;
const OWNED =
  /\b(?:compre|pague|pagamos|contrate|paguei|compramos|comprado|comprei|bought|me llego|me llegaron|me vendieron|recibi|no (?:enciende|prende|anda|funciona|carga|sirve|da imagen|liga|entra|abre)|nao (?:liga|funciona|carrega)|me corresponde|se (?:cayo|rompio|dano|apago|quemo|malogro|descompuso|partio|trabo|hundio|jodio|despego|safo|rajo)|dejo de|parou|deu defeito|quebrou|broke|broken|stopped|fallado|fallada|defectuos[oa]|vino con|salio mal[oa]?|hacer (?:uso|efectiva|valida|valer)|(?:usar|aplicar|tramitar|acionar|solicito|reclamo de|claim) (?:de )?(?:la |a |mi |the )?(?:garantia|warranty)|por garantia|under warranty|esta en garantia|ta na garantia|entra (?:en|por) garantia|cubre la garantia|la pantalla se|presenta (?:una )?falla|falla|tiene una falla|no me sirve|acabo de recibir|ya no)\b/;
const MINE = /\b(?:mi|mis|meu|minha|my) (?:xprod|equipo|aparato|producto|cuenta|compra|pedido)\b/;

/** Whether a warranty question is about something the customer already has and that fails, not about terms. */
export function isOwnedItemClaim(words: string): boolean {
  const text = words.slice(0, 400);
  if (/\b(?:quiero|necesito|como) (?:hacer|usar|hago|uso)\b.{0,20}\bgarantia\b/.test(text)) return true;
  return (
    (OWNED.test(text) && !HYPOTHETICAL.test(text)) ||
    (OWNED.test(text) && /\b(?:compre|comprei|bought|me llego|me vendieron)\b/.test(text)) ||
    (MINE.test(text) && !HYPOTHETICAL.test(text))
  );
}
