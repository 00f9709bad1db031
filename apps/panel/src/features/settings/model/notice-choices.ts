/** What is offered of a number that the API takes whole: the usual steps. */
const UNDO_SECONDS = [0, 3, 5, 10] as const;

/** Seconds to take a message back, with the person's own among them even when it is none of the usual. */
export const undoChoices = (own: number): number[] =>
  [...new Set([...UNDO_SECONDS, own])].sort((one, other) => one - other);

export const VOLUMES = { low: 30, middle: 70, high: 100 } as const;
export type VolumeName = keyof typeof VOLUMES;

/** The step that is nearest to a volume of 0 to 100. */
export function volumeName(volume: number): VolumeName {
  const names = Object.keys(VOLUMES) as VolumeName[];
  return names.reduce((best, name) =>
    Math.abs(VOLUMES[name] - volume) < Math.abs(VOLUMES[best] - volume) ? name : best,
  );
}
