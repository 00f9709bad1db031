import type { BusinessProfile, Store } from '../../business/index.js';
import { fold } from '../understand/text/clean-text.js';
import type { FaqEntry, ShopFacts } from './shop-facts.js';

/** What the business has told the assistant beyond its profile; empty strings mean nothing. */
export interface ToldFacts {
  readonly shipping: string;
  readonly payments: readonly string[];
  readonly warranty: string;
  readonly website: string;
  readonly wholesaleMinQty: number | null;
}

interface TaggedFaq extends FaqEntry {
  readonly tags: readonly string[];
}

/** Everything that the assistant may say of the business. What it was not told, it looks for among the written answers. */
export function shopFactsOf(
  profile: BusinessProfile,
  told: ToldFacts,
  faqs: readonly TaggedFaq[],
  ownHosts: readonly string[],
): ShopFacts {
  const { name, country, currency, voice, stores } = profile;
  return {
    name,
    country,
    currency,
    voice,
    city: stores[0]?.city ?? '',
    address: stores
      .map((store) => (stores.length > 1 ? `${store.name}: ${placeOf(store)}` : placeOf(store)))
      .join('; '),
    hours: hoursOf(stores),
    shipping: told.shipping || answerOn(faqs, 'envio'),
    payments: told.payments,
    warranty: told.warranty || answerOn(faqs, 'garantia'),
    wholesaleMinQty: told.wholesaleMinQty,
    ...(told.website !== '' && { website: told.website }),
    ownHosts: [...ownHosts, ...hostOf(told.website)],
    faq: faqs.map(({ id, question, answer }) => ({ id, question, answer })),
  };
}

const placeOf = ({ address, city }: Store): string =>
  city === '' || fold(address).includes(fold(city))
    ? address
    : [address, city].filter((part) => part !== '').join(', ');

function hoursOf(stores: readonly Store[]): string {
  const told = stores.filter(({ hours }) => hours !== '');
  const same = new Set(told.map(({ hours }) => hours));
  return same.size === 1 ? (told[0]?.hours ?? '') : told.map(({ name, hours }) => `${name}: ${hours}`).join('; ');
}

const answerOn = (faqs: readonly TaggedFaq[], tag: string): string =>
  faqs.find(({ tags }) => tags.some((one) => fold(one) === tag))?.answer ?? '';

function hostOf(address: string): string[] {
  const url = address.includes('://') ? address : `https://${address}`;
  return address !== '' && URL.canParse(url) ? [new URL(url).host] : [];
}
