import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../../app/ask';
import type { TrackedLink } from '../model/link';
import type { LinkChange } from '../model/link-form';
import { keys } from './link-queries';

/** Writes a change upon the version that it was written on. */
export function useEditLink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ link, change }: { link: TrackedLink; change: LinkChange }) =>
      ask('PATCH', '/links/{id}', {
        path: { id: link.id },
        body: change,
        headers: { 'if-match': `"${link.version}"` },
      }),
    onSuccess: (link) => {
      client.setQueryData(keys.link(link.id), link);
      void client.invalidateQueries({ queryKey: keys.all });
    },
  });
}
