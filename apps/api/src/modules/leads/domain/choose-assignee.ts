export const ASSIGNMENT_MODES = ['manual', 'round_robin', 'least_busy'] as const;
export type AssignmentMode = (typeof ASSIGNMENT_MODES)[number];

export interface Candidate {
  id: string;
  presence: 'online' | 'away' | 'offline';
}

/** Who gets the next lead of a team; null when nobody is to get it by itself. Only those online are asked. */
export function chooseAssignee(
  mode: AssignmentMode,
  candidates: readonly Candidate[],
  { lastId, load }: { lastId: string | null; load: ReadonlyMap<string, number> },
): string | null {
  const ids = candidates
    .filter((candidate) => candidate.presence === 'online')
    .map((candidate) => candidate.id)
    .sort();
  if (mode === 'manual' || ids.length === 0) return null;
  const turn = ids.find((id) => lastId === null || id > lastId) ?? ids[0] ?? null;
  if (mode === 'round_robin') return turn;
  const least = Math.min(...ids.map((id) => load.get(id) ?? 0));
  const idle = ids.filter((id) => (load.get(id) ?? 0) === least);
  return idle.find((id) => lastId === null || id > lastId) ?? idle[0] ?? null;
}
