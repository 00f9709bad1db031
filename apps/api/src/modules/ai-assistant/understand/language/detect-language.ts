export type Language = 'es' | 'pt' | 'en';

const WORDS: Record<Language, RegExp> = {
  pt: /\b(?:voce|voces|nao|sim|obrigad[oa]|ola|oi|bom dia|boa tarde|boa noite|quanto custa|tem|vocesm|preco|qual|quais|uma|um|meu|minha|pra|esta disponivel|loja|quero|gostaria|estou|tudo bem|com|entrega|frete|cartao|pix|cade|ainda|procuro|preciso|eu|isso|isto|por favor|chegou|muito|entregam|horario de voces|agora|paguei|comprei|atendente|falar|pode|podem|fazem|tenho|ate|conta caiu|estoque|mensagens?)\b/g,
  en: /\b(?:the|is|are|you|do|does|have|how|much|what|where|when|please|thanks|thank|hello|hi|price|want|need|my|i|it|for|with|order|shipping|can|and|of|not|to|there|any|your|stop|me|got|back|stock|available|buy|would|could|like|looking|been|this|that|in|on|good|morning)\b/g,
  es: /\b(?:el|la|los|las|que|cuanto|cuesta|tenes|tienen|tienes|hola|buenas|buenos|gracias|quiero|hay|precio|donde|como|cuando|mi|es|y|con|para|una|un|del|al|por|no|si|me|lo|sale|vale|disponible|necesito|busco|envian|envios|soy|ustedes|llevo|dame|pedido|compre|estan|esta|muy|mas|ya|tambien|comprar|puedo|hacen|cual|garantia)\b/g,
};
const ONLY_PORTUGUESE = /[ãõ]|ç|ê|\b(?:não|você|olá|até)\b/i;
const ONLY_SPANISH = /[ñ¿¡]/i;

/** The language of a message; `usual` (the conversation's or the shop's) when it does not tell. */
export function detectLanguage(clean: string, folded: string, usual: Language): Language {
  const text = folded.slice(0, 500);
  const counts = (Object.keys(WORDS) as Language[]).map((language) => ({
    language,
    count: [...text.matchAll(WORDS[language])].length,
  }));
  if (ONLY_PORTUGUESE.test(clean.slice(0, 500)) && !ONLY_SPANISH.test(clean)) bump(counts, 'pt', 3);
  if (ONLY_SPANISH.test(clean.slice(0, 500))) bump(counts, 'es', 3);
  counts.sort((one, other) => other.count - one.count);
  const [first, second] = counts;
  if (first === undefined || first.count === 0) return usual;
  if (second !== undefined && first.count === second.count)
    return [first.language, second.language].includes(usual) ? usual : first.language;
  return first.count - (second?.count ?? 0) >= 1 ? first.language : usual;
}

function bump(counts: { language: Language; count: number }[], language: Language, by: number): void {
  for (const entry of counts) if (entry.language === language) entry.count += by;
}
