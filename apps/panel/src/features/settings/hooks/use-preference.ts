import { showToast } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import { useUpdateMe, type PreferencesChange } from '../../../app/session';
import { problemText } from '../../../i18n/problem-text';

/** Keeps a preference at once and says so if the server did not take it. */
export function usePreference() {
  const { t } = useTranslation('settings');
  const update = useUpdateMe();
  return (preferences: PreferencesChange) =>
    update.mutate(
      { preferences },
      {
        onError: (error) => showToast({ tone: 'danger', title: t('profile.notKept'), description: problemText(error) }),
      },
    );
}
