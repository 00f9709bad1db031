import type { Sql } from '../../../platform/database/sql.js';
import { newId } from '../../../platform/ids/uuid.js';

/** Writes a row as another module left it; what is not said takes the table's defaults. Returns its id. */
export async function insertRow(sql: Sql, table: string, fields: Readonly<Record<string, unknown>>): Promise<string> {
  const id = newId();
  const row = { id, ...fields };
  const names = Object.keys(row);
  const marks = names.map((_, index) => `$${index + 1}`);
  await sql.rows(`insert into ${table} (${names.join(', ')}) values (${marks.join(', ')})`, Object.values(row));
  return String(row.id);
}
