import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../app/api';
import { newId } from '../../../app/new-id';
import type { TrackedLink } from '../model/link';
import { bodyOf, type LinkFields } from '../model/link-form';
import { keys } from './link-queries';

/** Makes the links of a form, once: the key lives as long as the words stay the same. */
export function useCreateLinks() {
  const client = useQueryClient();
  const [kept] = useState(() => ({ of: '', key: '' }));
  return useMutation({
    mutationFn: (fields: LinkFields) => {
      const body = bodyOf(fields);
      const of = JSON.stringify(body);
      if (kept.of !== of) Object.assign(kept, { of, key: newId() });
      return request<{ data: TrackedLink[] }>('POST', '/links', { body, headers: { 'idempotency-key': kept.key } });
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.all }),
  });
}
