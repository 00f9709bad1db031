/**
 * What was typed in a form, upon what somebody else saved meanwhile: fields that were left alone take what they left,
 * so that saving writes over nothing but what was changed here.
 */
export function rebased<F extends object>(before: F, typed: F, latest: F): F {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const names = Object.keys(typed) as (keyof F)[];
  return Object.fromEntries(
    names.map((name) => [name, same(typed[name], before[name]) ? latest[name] : typed[name]]),
  ) as F;
}
