import type { BodyOf } from '@hilo/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../../app/ask';
import { useSteadyKey } from '../../../app/steady-key';
import type { Item } from '../model/item';
import { keys } from './catalogue-queries';

/** The item as it was when the change was written, and the change; or a new one. */
export type SaveRequest =
  { on: Item; body: BodyOf<'PATCH', '/catalogue/{idOrSku}'> } | { on?: undefined; body: BodyOf<'POST', '/catalogue'> };

/** Makes an item or changes one, once: the key lives as long as the words stay the same. */
export function useSaveItem() {
  const client = useQueryClient();
  const steadyKey = useSteadyKey();
  return useMutation({
    mutationFn: ({ on, body }: SaveRequest) =>
      on
        ? ask('PATCH', '/catalogue/{idOrSku}', {
            path: { idOrSku: on.id },
            body,
            headers: { 'if-match': `"${on.version}"` },
          })
        : ask('POST', '/catalogue', { body, headers: steadyKey(body) }),
    onSuccess: (item) => {
      client.setQueryData(keys.item(item.sku), item);
      void client.invalidateQueries({ queryKey: keys.all });
    },
  });
}
