const UNIQUE_VIOLATION = '23505';

/** PostgreSQL's code of a failed statement, whoever wrapped it. */
export const sqlStateOf = (error: unknown): unknown =>
  (error as { driverError?: { code?: unknown } } | null)?.driverError?.code ??
  (error as { code?: unknown } | null)?.code;

/** What the write answers; undefined when something unique is somebody else's already. The transaction is lost then: only a refusal may follow. */
export async function unlessTaken<T>(write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    if (sqlStateOf(error) === UNIQUE_VIOLATION) return undefined;
    throw error;
  }
}
