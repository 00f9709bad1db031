import type { Transaction } from '../../platform/database/transaction.js';

/** True while nobody has written, sold or been written to: only then may the demo move in. */
export async function isEmptyInstallation(transaction: Transaction): Promise<boolean> {
  const [row] = (await transaction
    .manager()
    .query(
      'select exists (select 1 from contact) or exists (select 1 from catalogue_item) or (select count(*) from app_user) > 1 as used',
    )) as { used: boolean }[];
  return row?.used === false;
}
