import type { Role } from './permissions.js';

export const PRESENCES = ['online', 'away', 'offline'] as const;
export type Presence = (typeof PRESENCES)[number];

/** What others may know of a user. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
}

/** An active user who may hold conversations. */
export interface Assignee extends Person {
  readonly presence: Presence;
  /** Open conversations at once. */
  readonly capacity: number;
  readonly roles: readonly Role[];
  readonly teamIds: readonly string[];
}

/** Up to two capitals: of the first and the last word, or of the only one. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return ends.map((word) => /[\p{L}\p{N}]/u.exec(word ?? '')?.[0]?.toLocaleUpperCase('es') ?? '').join('');
}
