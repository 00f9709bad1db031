import type { Sql } from '../../../platform/database/sql.js';

/** The one that most leads are valued in. */
export async function mainCurrency(sql: Sql): Promise<string> {
  const [row] = await sql.named<{ currency: string }>(
    'leads-main-currency',
    'select value_currency as currency from lead where contact_id is not null and value_currency is not null group by 1 order by count(*) desc, 1 limit 1',
  );
  return row?.currency ?? 'USD';
}
