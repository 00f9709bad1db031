import { v7 } from 'uuid';

/** A UUIDv7: sorts by the millisecond it was made in. */
export const newId = (): string => v7();

/** The smallest UUIDv7 of a moment, for ranges over time-ordered ids. */
export function firstIdAt(at: Date): string {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}

export const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
