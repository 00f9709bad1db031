/** Words that tell nothing about an item, in Spanish, Portuguese and English. */
const EMPTY_WORDS = new Set(
  (
    'a al algun alguna an and ao as busco by com con cuanto cuesta da das de del do dos e el em en es esta este for hay is la las lo los me mi na no o of os para pelo per por preco precio price ' +
    'que quero quiero quisiera se si su sus te tem tengo the tiene tienen to tu um uma un una unas uno unos vale want with y'
  ).split(' '),
);

/** Lower case, without accents, words apart; a number that is glued to letters also stands by itself: `a34` is `a34` and `34`. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export type Synonyms = ReadonlyMap<string, readonly string[]>;

/** Groups of words that mean the same, by each of their words. */
export function readSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const synonyms = new Map<string, string[]>();
  for (const group of groups) {
    const words = [...new Set(group.map(plain))];
    for (const word of words) synonyms.set(word, [...new Set([...(synonyms.get(word) ?? []), ...words])]);
  }
  return synonyms;
}

/** What an item is found by: its own words, numbers apart from their letters, and every synonym of its words. Begins and ends with a space. */
export function searchDocument(texts: readonly string[], synonyms: Synonyms): string {
  const words = texts.flatMap((text) => plain(text).split(' ')).filter((word) => word !== '');
  const apart = words.flatMap((word) =>
    /\d/.test(word) && /\p{L}/u.test(word) ? (word.match(/\d+|\p{L}+/gu) ?? []) : [],
  );
  const joined = words.flatMap((word, index) =>
    /^\p{L}{1,3}$/u.test(word) && /^\d+$/.test(words[index + 1] ?? '') ? [`${word}${words[index + 1]}`] : [],
  );
  const meant = words.flatMap((word) => synonyms.get(word) ?? synonyms.get(singular(word)) ?? []);
  return ` ${[...new Set([...words, ...apart, ...joined, ...meant])].join(' ')} `;
}

export interface SearchWord {
  word: string;
  /** False for numbers and models (`256`, `a34`), where one wrong character is another thing. */
  mayDiffer: boolean;
}

const MOST_WORDS = 12;

/** The words of a query that can find something; plurals lose their s. */
export function searchWords(query: string): SearchWord[] {
  const words = plain(query.slice(0, 300))
    .split(' ')
    .filter((word) => word !== '' && word.length <= 40);
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  return [...new Set((telling.length > 0 ? telling : words).map(singular))]
    .slice(0, MOST_WORDS)
    .map((word) => ({ word, mayDiffer: word.length >= 4 && !/\d/.test(word) }));
}

function singular(word: string): string {
  if (/\d/.test(word) || word.length < 5) return word;
  if (/[^aeiou]es$/.test(word) && !/(?:ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[aeiou]s$/.test(word) ? word.slice(0, -1) : word;
}
