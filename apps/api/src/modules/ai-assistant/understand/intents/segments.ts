import type { MaskedWord } from '../mask/mask-message.js';

const JOINS = new Set(['y', 'e', 'and', 'tambien', 'tambem', 'ademas', 'also', 'pero', 'but', 'aparte', 'mas']);
const GREETINGS = new Set([
  'hola',
  'oi',
  'ola',
  'hi',
  'hello',
  'hey',
  'buenas',
  'buenos',
  'buen',
  'bom',
  'boa',
  'good',
  'dia',
  'dias',
  'tarde',
  'tardes',
  'noche',
  'noches',
  'noite',
  'morning',
  'afternoon',
  'evening',
  'muy',
  'disculpe',
  'disculpa',
  'disculpen',
  'perdon',
  'que',
  'tal',
  'como',
  'estas',
  'esta',
  'estan',
  'saludos',
  'che',
  'veci',
  'vecina',
  'parce',
  'parcero',
  'amigo',
  'amiga',
  'tudo',
  'bem',
  'olá',
  'ey',
  'alo',
  'there',
  'reina',
  'bro',
  'compa',
  'oye',
  'oiga',
  'mira',
  'ei',
  'opa',
  'bien',
  'andan',
  'van',
]);
const OPENERS = new Set([
  'hola',
  'oi',
  'ola',
  'hi',
  'hello',
  'hey',
  'buenas',
  'buenos',
  'buen',
  'bom',
  'boa',
  'good',
  'disculpe',
  'disculpa',
  'disculpen',
  'perdon',
  'saludos',
  'che',
  'veci',
  'vecina',
  'parce',
  'parcero',
  'oye',
  'oiga',
  'muy',
  'ey',
  'alo',
  'opa',
  'ei',
  'amigo',
  'amiga',
  'compa',
  'bro',
  'reina',
  'mira',
]);
const COMPANY = new Set([
  'pessoal',
  'gente',
  'equipo',
  'team',
  'all',
  'everyone',
  'amigos',
  'chicos',
  'chicas',
  'todos',
  'todas',
  'vecino',
  'vecinos',
  'certo',
  'bom',
  'mate',
  'guys',
  'folks',
  'doc',
  'linda',
  'senorita',
  'senores',
  'estimados',
  'a',
  'cordiales',
  'va',
  'vas',
  'todo',
  'mi',
  'rey',
  'jefe',
  'hermano',
  'people',
  'me',
  'le',
  'les',
  'se',
  'encuentra',
  'encuentran',
  'amanecio',
  'amanecieron',
  'vos',
  'tu',
  'usted',
  'ustedes',
  'pues',
  'galera',
  'moco',
  'epa',
]);
const QUESTION_WORDS = new Set(['que', 'como']);

/** Whether every word only greets. */
export function onlyGreets(words: readonly MaskedWord[]): boolean {
  return (
    (OPENERS.has(words[0]?.word ?? '') || words[0]?.word === 'epa') &&
    words.length <= 10 &&
    words.every((word) => GREETINGS.has(word.word) || COMPANY.has(word.word))
  );
}

/** The words without the greeting that opens them; all of them when there is nothing else. */
export function withoutGreeting(words: readonly MaskedWord[]): readonly MaskedWord[] {
  if (!OPENERS.has(words[0]?.word ?? '')) return words;
  let at = 1;
  while (at < words.length && GREETINGS.has(words[at]?.word ?? '')) {
    const word = words[at]?.word ?? '';
    const next = words[at + 1]?.word ?? '';
    if (QUESTION_WORDS.has(word) && !GREETINGS.has(next)) break;
    if (word === 'esta' && words[at - 1]?.word !== 'como') break;
    at++;
  }
  return at < words.length ? words.slice(at) : words;
}

/** Clauses that may each want something, by punctuation, line ends and joining words; a clause of one word stays with the one before. */
export function segments(words: readonly MaskedWord[]): MaskedWord[][] {
  const parts: MaskedWord[][] = [];
  let part: MaskedWord[] = [];
  words.forEach((word, at) => {
    const joins = JOINS.has(word.word) && words.length - at > 2 && part.length >= 2;
    if ((word.breakBefore || joins) && part.length > 0) {
      parts.push(part);
      part = [];
    }
    if (!joins) part.push(word);
  });
  if (part.length > 0) parts.push(part);
  return parts
    .reduce<MaskedWord[][]>((merged, one) => {
      const last = merged.at(-1);
      if (one.length === 1 && last && last.length < 3) last.push(...one);
      else merged.push([...one]);
      return merged;
    }, [])
    .slice(0, 12);
}
