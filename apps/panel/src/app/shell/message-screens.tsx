import { CopyButton, Empty, PageHeader, buttonClass } from '@hilo/ui';
import { Link } from '@tanstack/react-router';
import { Compass, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../permission';
import { useMe } from '../session';

/** Stands where a screen would be when the person may not see it; gives the words to ask for it. */
export function Forbidden({ permission }: { permission: Permission }) {
  const { t } = useTranslation('shell');
  const { email } = useMe();
  return (
    <>
      <PageHeader title={t('forbidden.title')} />
      <Empty
        icon={<Lock aria-hidden size={22} />}
        title={t('forbidden.lead')}
        description={t('forbidden.help')}
        action={
          <CopyButton
            variant="primary"
            label={t('forbidden.ask')}
            text={t('forbidden.request', { permission, email, address: location.href })}
          />
        }
      />
    </>
  );
}

export function NotFound() {
  const { t } = useTranslation('shell');
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <Empty
        icon={<Compass aria-hidden size={22} />}
        title={t('notFound.lead')}
        description={t('notFound.help')}
        action={
          <Link to="/" className={buttonClass({ variant: 'primary' })}>
            {t('notFound.home')}
          </Link>
        }
      />
    </>
  );
}
