import { showToast } from '@hilo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request } from '../../../app/api';
import { problemText } from '../../../i18n/problem-text';
import type { TrackedLink } from '../model/link';
import { keys } from './link-queries';

/** Pauses, activates and archives links. */
export function useLinkChanges() {
  const client = useQueryClient();
  const { t } = useTranslation('links');
  const refresh = () => void client.invalidateQueries({ queryKey: keys.all });
  const onError = (error: unknown) => {
    showToast({ tone: 'danger', title: t('changeFailed'), description: problemText(error) });
    refresh();
  };
  const activate = useMutation({
    mutationFn: ({ link, active }: { link: TrackedLink; active: boolean }) =>
      request<TrackedLink>('PATCH', `/links/${link.id}`, {
        body: { active },
        headers: { 'if-match': `"${link.version}"` },
      }),
    onSuccess: (link) => {
      client.setQueryData(keys.link(link.id), link);
      refresh();
    },
    onError,
  });
  const archive = useMutation({
    mutationFn: (link: TrackedLink) => request<{ outcome: 'archived' | 'deleted' }>('DELETE', `/links/${link.id}`),
    onSuccess: ({ outcome }) => {
      showToast({ tone: 'success', title: t(`outcome.${outcome}`) });
      refresh();
    },
    onError,
  });
  return { activate, archive };
}
