/** Only the fields that were sent: a DTO has every field of its class, undefined where the client left it out. */
export const givenFields = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
