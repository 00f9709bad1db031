import { showToast } from '@hilo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../app/ask';
import { ApiProblem } from '../../../app/api-problem';
import { problemText } from '../../../i18n/problem-text';
import type { TrackedLink } from '../model/link';
import { keys } from './link-queries';

/** Pauses, activates, archives links, and brings them back. */
export function useLinkChanges() {
  const client = useQueryClient();
  const { t } = useTranslation('links');
  const refresh = () => void client.invalidateQueries({ queryKey: keys.all });
  const onError = (error: unknown) => {
    showToast({ tone: 'danger', title: t('changeFailed'), description: problemText(error) });
    refresh();
  };
  const write = ({ id, version }: TrackedLink, body: { active: boolean } | { archived: false }) =>
    ask('PATCH', '/links/{id}', { path: { id }, body, headers: { 'if-match': `"${version}"` } });
  const shown = (link: TrackedLink) => {
    client.setQueryData(keys.link(link.id), link);
    refresh();
  };
  const activate = useMutation({
    mutationFn: ({ link, active }: { link: TrackedLink; active: boolean }) => write(link, { active }),
    onSuccess: shown,
    onError,
  });
  const restore = useMutation({
    mutationFn: (link: TrackedLink) => write(link, { archived: false }),
    onSuccess: (link) => {
      showToast({ tone: 'success', title: t('outcome.restored') });
      shown(link);
    },
    onError: (error, { name }) => {
      if (!(error instanceof ApiProblem && error.code === 'duplicate_link')) return onError(error);
      return showToast({ tone: 'danger', title: t('changeFailed'), description: t('restoreTaken', { name }) });
    },
  });
  const archive = useMutation({
    mutationFn: (link: TrackedLink) => ask('DELETE', '/links/{id}', { path: { id: link.id } }),
    onSuccess: ({ outcome }) => {
      showToast({ tone: 'success', title: t(`outcome.${outcome}`) });
      refresh();
    },
    onError,
  });
  return { activate, archive, restore };
}
