import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../../app/ask';
import { useSteadyKey } from '../../../app/steady-key';
import { bodyOf, type LinkFields } from '../model/link-form';
import { keys } from './link-queries';

/** Makes the links of a form, once: the key lives as long as the words stay the same. */
export function useCreateLinks() {
  const client = useQueryClient();
  const steadyKey = useSteadyKey();
  return useMutation({
    mutationFn: (fields: LinkFields) => {
      const body = bodyOf(fields);
      return ask('POST', '/links', { body, headers: steadyKey(body) });
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.all }),
  });
}
