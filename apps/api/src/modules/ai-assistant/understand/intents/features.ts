import { cuesIn } from './cues.js';

/** Number of hash buckets; a power of two. */
export const BUCKETS = 1 << 15;

/** A cue weighs as much as so many words. */
const CUE_COPIES = ['', '1', '2'];

/** Hashed features of a masked sentence: words, pairs, words by place, and pieces of 3 to 5 letters. Each bucket once. */
export function featuresOf(words: readonly string[]): Uint16Array {
  const features = new Set<number>();
  const add = (feature: string): void => void features.add(bucketOf(feature));
  words.forEach((word, at) => {
    add(`w ${word}`);
    add(`b ${words[at - 1] ?? '^'} ${word}`);
    if (at > 0) add(`t ${words[at - 2] ?? '^'} ${words[at - 1] ?? ''} ${word}`);
    if (!word.startsWith('x') || word.length > 7) addPieces(word, add);
  });
  const cues = cuesIn(words);
  cues.forEach((cue, at) => {
    for (const copy of CUE_COPIES) add(`k${copy} ${cue}`);
    for (const other of cues.slice(at + 1)) add(`kk ${cue} ${other}`);
  });
  if (cues.length === 0) add('k none');
  add(`e ${words.at(-1) ?? ''}`);
  add(`n ${Math.min(words.length, 8)}`);
  return Uint16Array.from(features);
}

function addPieces(word: string, add: (feature: string) => void): void {
  const padded = `<${word.slice(0, 18)}>`;
  for (let size = 3; size <= 5; size++)
    for (let at = 0; at + size <= padded.length; at++) add(`c ${padded.slice(at, at + size)}`);
}

function bucketOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return (hash >>> 0) & (BUCKETS - 1);
}
