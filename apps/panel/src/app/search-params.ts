type Raw = Readonly<Record<string, unknown>>;

/** A text filter of the address bar; undefined when absent, so that the address stays short. */
export function textParam(raw: Raw, name: string): string | undefined {
  const value = raw[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** One of a fixed set; anything else in the address is ignored. */
export function choiceParam<C extends string>(raw: Raw, name: string, choices: readonly C[]): C | undefined {
  return choices.find((choice) => choice === raw[name]);
}

/** The given object without its undefined members. */
export function compact<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}
