/** Only the members of `now` that differ from `before`, compared by their JSON. */
export function changedFields<T extends object>(before: T, now: T): Partial<T> {
  const changed: Partial<T> = {};
  for (const key of Object.keys(now) as (keyof T)[])
    if (JSON.stringify(before[key]) !== JSON.stringify(now[key])) changed[key] = now[key];
  return changed;
}

export const isChanged = <T extends object>(before: T, now: T): boolean =>
  Object.keys(changedFields(before, now)).length > 0;
