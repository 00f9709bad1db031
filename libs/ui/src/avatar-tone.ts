/** A steady index in 0..tones-1 for an id (FNV-1a), so the same person always has the same colour. */
export function avatarTone(seed: string, tones: number): number {
  let hash = 0x811c9dc5;
  for (const letter of seed) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  // Ids that differ only at the end would otherwise share the colour of their beginning.
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) % tones;
}

/** First letters of the first two words that start with a letter; `#` for a bare phone number. */
export function initialsOf(name: string): string {
  const letters = name
    .split(/\s+/)
    .map((word) => /\p{L}/u.exec(word)?.[0] ?? '')
    .filter(Boolean);
  return letters.slice(0, 2).join('').toLocaleUpperCase() || '#';
}
