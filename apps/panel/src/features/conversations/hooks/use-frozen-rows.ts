import { useMemo, useState } from 'react';
import type { Conversation } from '../model/conversation';
import { frozenRows, type ShownRows } from '../model/frozen-order';

/** Rows that hold still while `busy`: the pointer or the keyboard is in the list. `apply` lets the updates in. */
export function useFrozenRows(live: readonly Conversation[], busy: boolean): ShownRows & { apply: () => void } {
  const [order, setOrder] = useState<readonly Conversation[] | null>(null);
  if (busy && order === null && live.length > 0) setOrder(live);
  if (!busy && order !== null) setOrder(null);
  const shown = useMemo(() => frozenRows(live, busy ? order : null), [live, order, busy]);
  return { ...shown, apply: () => setOrder(busy ? live : null) };
}
