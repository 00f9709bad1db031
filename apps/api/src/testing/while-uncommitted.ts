import { Sql } from '../platform/database/sql.js';
import { Transaction } from '../platform/database/transaction.js';

interface Services {
  get<T>(type: new (...args: never[]) => T): T;
}

const WAITING = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

/**
 * Does `first` in a transaction, begins `second` apart from it, and commits only when `second` stands waiting for what
 * `first` has written. The outcome of `second`.
 */
export async function whileUncommitted<T>(
  services: Services,
  first: () => Promise<unknown>,
  second: () => Promise<T>,
): Promise<PromiseSettledResult<T>> {
  const [transaction, sql] = [services.get(Transaction), services.get(Sql)];
  const waiting = async (): Promise<number> =>
    (await transaction.outside(() => sql.one<{ n: number }>(WAITING)))?.n ?? 0;
  const outcome = await transaction.run(async () => {
    await first();
    const begun = transaction.outside(second);
    const settled = Promise.allSettled([begun]);
    while ((await waiting()) === 0) await new Promise(setImmediate);
    return { settled };
  });
  const [result] = await outcome.settled;
  return result;
}
