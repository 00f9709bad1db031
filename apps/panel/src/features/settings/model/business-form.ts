import type { Schemas } from '@hilo/api-client';

export const VOICES = ['es-rioplatense', 'es-neutral', 'pt-BR', 'en'] as const;
export type BusinessSettings = Schemas['SettingsView'];
export type Span = BusinessSettings['hours'][number];
/** `date` is YYYY-MM-DD, or --MM-DD for every year. */
export type Holiday = BusinessSettings['holidays'][number];
/** A new one has no id until it is kept. */
export type Store = Omit<Schemas['StoreView'], 'id'> & { id?: string };

export interface BusinessFields extends Omit<BusinessSettings['business'], 'demo' | 'sandbox'> {
  stores: Store[];
  hours: Span[];
  holidays: Holiday[];
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export const businessFields = ({
  business: { name, timeZone, currency, country, voice },
  stores,
  hours,
  holidays,
}: BusinessSettings): BusinessFields => ({
  name,
  timeZone,
  currency,
  country,
  voice,
  stores,
  hours: [...hours].sort((one, other) => one.weekday - other.weekday || one.opens.localeCompare(other.opens)),
  holidays,
});

/** What `PATCH /settings` is sent for these changes: the lists as they are, the rest under `business`. */
export function businessBody({
  stores,
  hours,
  holidays,
  ...business
}: Partial<BusinessFields>): Schemas['ChangeSettingsBody'] {
  return {
    ...(Object.keys(business).length > 0 && { business }),
    ...(stores && { stores }),
    ...(hours && { hours }),
    ...(holidays && { holidays }),
  };
}

/** Spans that end before they start or overlap another of their day, by their place in the list. */
export function misplacedSpans(hours: readonly Span[]): number[] {
  return hours.flatMap((span, index) => {
    const backwards = span.closes <= span.opens;
    const overlaps = hours.some(
      (other, at) =>
        at < index && other.weekday === span.weekday && span.opens < other.closes && other.opens < span.closes,
    );
    return backwards || overlaps ? [index] : [];
  });
}

/** The next span to offer on a day: the morning, then the afternoon after the last one. */
export function nextSpan(hours: readonly Span[], weekday: number): Span {
  const last = hours.filter((span) => span.weekday === weekday).at(-1);
  if (!last) return { weekday, opens: '09:00', closes: '18:00' };
  return { weekday, opens: last.closes === '24:00' ? '23:00' : last.closes, closes: '24:00' };
}

/** Whether a holiday comes back each year. */
export const isYearly = (date: string): boolean => date.startsWith('--');

/** The same day as an input of type date writes it; a yearly one stands in the given year. */
export const dayOf = (date: string, year: number): string => (isYearly(date) ? `${year}-${date.slice(2)}` : date);

export const holidayDate = (day: string, yearly: boolean): string => (yearly ? `--${day.slice(5)}` : day);
