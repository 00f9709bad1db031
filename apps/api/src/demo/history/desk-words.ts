import type { Enrichment } from '../../modules/leads/leads.types.js';

const DAY_MINUTES = 1440;

/** `3d 10:00`: how many days from today, and when on the wall. @throws when it cannot be read */
export function snoozeOf(words: string): { days: number; minute: number } {
  const found = /^(\d+)d (\d\d):(\d\d)$/.exec(words);
  const minute = Number(found?.[2]) * 60 + Number(found?.[3]);
  if (!found || minute >= DAY_MINUTES) throw new Error(`not a time to come back: ${words}`);
  return { days: Number(found[1]), minute };
}

/** What `state=qualified budget=70000 city=Santo_Domingo qualified` says of a lead; money in the smallest unit, in dollars. */
export function leadWords(
  words: string,
): Omit<Enrichment, 'conversationId' | 'itemId'> & { state?: 'contacted' | 'qualified' | 'negotiating' } {
  const said: Record<string, unknown> = {};
  for (const word of words.split(' ').filter(Boolean)) {
    const [name = '', value] = word.split('=');
    const read = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
    if (!read) throw new Error(`leads have no ${name}`);
    said[name] = read(value ?? '');
  }
  return said;
}

const oneOf =
  (...known: string[]) =>
  (value: string): string => {
    if (!known.includes(value)) throw new Error(`not one of ${known.join(', ')}: ${value}`);
    return value;
  };

const READERS: Readonly<Record<string, (value: string) => unknown>> = {
  state: oneOf('contacted', 'qualified', 'negotiating'),
  quality: oneOf('hot', 'warm', 'cold'),
  urgency: oneOf('low', 'normal', 'high', 'urgent'),
  city: (value) => value.replaceAll('_', ' '),
  budget: (value) => ({ amount: Number(value), currency: 'USD' }),
  qualified: () => true,
};
