import { Dialog } from '@hilo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { loadNamespaces } from '../../i18n/i18n';
import { resumePanel } from '../runtime';
import { meQuery, useMe, type Me } from '../session';
import { useSessionExpiry } from '../session-expiry';

const SignInForm = lazy(async () => {
  const [file] = await Promise.all([import('../../features/sign-in/sign-in-form'), loadNamespaces(['auth'])]);
  return { default: file.SignInForm };
});

/** Asks for the password again over the page, so that nothing written below is lost. */
export function SessionExpiredDialog() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const client = useQueryClient();
  const expired = useSessionExpiry((state) => state.expired);

  useEffect(() => {
    if (!expired) return;
    void client.cancelQueries();
  }, [expired, client]);

  const resume = (again: Me) => {
    client.setQueryData(meQuery.queryKey, again);
    resumePanel();
  };

  return (
    <Dialog
      required
      size="sm"
      open={expired}
      title={t('expired.title')}
      description={t('expired.help', { email: me.email })}
    >
      <Suspense fallback={<div className="h-32" />}>
        <SignInForm email={me.email} submitLabel={t('expired.resume')} onSignedIn={resume} />
      </Suspense>
    </Dialog>
  );
}
