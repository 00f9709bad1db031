/** What the business says of itself; empty strings mean that it has not said so. */
export interface ShopFacts {
  readonly name: string;
  readonly country: string;
  readonly city: string;
  readonly currency: string;
  readonly address: string;
  readonly hours: string;
  readonly shipping: string;
  readonly payments: readonly string[];
  readonly warranty: string;
  /** Units of one line from which the wholesale price applies; null when there is none. */
  readonly wholesaleMinQty: number | null;
  readonly voice?: Voice;
  readonly website?: string;
  /** Hosts a reply may link to. */
  readonly ownHosts?: readonly string[];
  readonly faq?: readonly FaqEntry[];
}

export interface FaqEntry {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

/** How the business speaks. */
export type Voice = 'es-rioplatense' | 'es-neutral' | 'pt-BR' | 'en';

/** The voice for a message's language in a shop of that country; the shop's own wish wins for Spanish. */
export function voiceFor(shop: Pick<ShopFacts, 'country' | 'voice'>, language: 'es' | 'pt' | 'en'): Voice {
  if (language === 'pt') return 'pt-BR';
  if (language === 'en') return 'en';
  if (shop.voice?.startsWith('es') === true) return shop.voice;
  return shop.country === 'AR' || shop.country === 'UY' ? 'es-rioplatense' : 'es-neutral';
}
