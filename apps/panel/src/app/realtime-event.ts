/** What the socket brings. `seq` is a whole number as text, ascending; several events may share one. */
export interface RealtimeEvent<T = unknown> {
  seq: string;
  type: string;
  at: string;
  data: T;
}

/** Passing signs without a number: typing, presence. Never replayed. */
export interface VolatileEvent<T = unknown> {
  type: string;
  data: T;
}

export function isLater(seq: string, than: string | null): boolean {
  if (than === null) return true;
  return seq.length === than.length ? seq > than : seq.length > than.length;
}
