import type { Sql } from '../platform/database/sql.js';

/** Every row of these tables as text, to see that nothing was written, or what is written at all. */
export async function keptRows(sql: Sql, tables: readonly string[]): Promise<string[]> {
  const dumps = await Promise.all(
    tables.map((table) => sql.rows<{ line: string }>(`select t::text as line from ${table} t order by 1`)),
  );
  return dumps.flatMap((rows, index) => rows.map(({ line }) => `${tables[index]} ${line}`));
}
