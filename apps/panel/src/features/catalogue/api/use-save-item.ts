import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../app/api';
import { useSteadyKey } from '../../../app/steady-key';
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
  const steadyKey = useSteadyKey();
  return useMutation({
    mutationFn: ({ on, body }: SaveRequest) => {
      if (on)
        return request<Item>('PATCH', `/catalogue/${on.id}`, { body, headers: { 'if-match': `"${on.version}"` } });
      return request<Item>('POST', '/catalogue', { body, headers: steadyKey(body) });
    },
    onSuccess: (item) => {
      client.setQueryData(keys.item(item.sku), item);
      void client.invalidateQueries({ queryKey: keys.all });
    },
  });
}
