import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../app/api';
import { newId } from '../../../app/new-id';
import type { Item } from '../model/item';
import type { ItemBody } from '../model/item-form';
import { keys } from './catalogue-queries';

export interface SaveRequest {
  /** The item as it was when the change was written; none makes a new one. */
  on?: Item;
  body: Partial<ItemBody> & { status?: 'active' | 'archived' };
}

/** Makes an item or changes one, once: the key lives as long as the words stay the same. */
export function useSaveItem() {
  const client = useQueryClient();
  const [kept] = useState(() => ({ of: '', key: '' }));
  return useMutation({
    mutationFn: ({ on, body }: SaveRequest) => {
      if (on)
        return request<Item>('PATCH', `/catalogue/${on.id}`, { body, headers: { 'if-match': `"${on.version}"` } });
      const of = JSON.stringify(body);
      if (kept.of !== of) Object.assign(kept, { of, key: newId() });
      return request<Item>('POST', '/catalogue', { body, headers: { 'idempotency-key': kept.key } });
    },
    onSuccess: (item) => {
      client.setQueryData(keys.item(item.sku), item);
      void client.invalidateQueries({ queryKey: keys.all });
    },
  });
}
