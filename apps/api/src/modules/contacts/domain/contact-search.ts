import { searchDigits } from '@hilo/phone-number';

/** What somebody means who types into the search of contacts. */
export type ContactSearch =
  | { kind: 'everything' }
  | { kind: 'phone'; endings: string[] }
  | { kind: 'email'; address: string }
  | { kind: 'name'; text: string };

/** Only digits and what people put between them: a phone. A leading zero may be dialled at home only (`0968…`) or belong to the number (`…0968`): both are looked for. */
const PHONE = /^[\d\s()+./-]+$/;

export function readContactSearch(q: string | undefined): ContactSearch {
  const text = (q ?? '').normalize('NFKC').replace(/\s+/gu, ' ').trim().slice(0, 100);
  if (text === '') return { kind: 'everything' };
  const ending = PHONE.test(text) ? searchDigits(text) : undefined;
  const national = ending === undefined ? undefined : searchDigits(text.replace(/\D/g, '').replace(/^0+/, ''));
  if (ending !== undefined) return { kind: 'phone', endings: [...new Set([ending, national ?? ending])] };
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return { kind: 'email', address: text.toLowerCase() };
  return { kind: 'name', text };
}
