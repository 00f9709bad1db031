/** A folded word without its plural, the same for a catalogue's word and a customer's. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  if (word.endsWith('ones')) return word.slice(0, -2);
  if (word.endsWith('oes')) return `${word.slice(0, -3)}ao`;
  if (word.endsWith('ces')) return `${word.slice(0, -3)}z`;
  if (/(?:[lrndj])es$/.test(word) && word.length > 5) return word.slice(0, -2);
  if (word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word;
}
