import { CopyButton } from '@hilo/ui';
import { useTranslation } from 'react-i18next';

/** Something told this once. It lives only in the state of whoever shows it, and goes with the dialog. */
export function SecretOnce({ label, secret }: { label: string; secret: string }) {
  const { t } = useTranslation('settings');
  return (
    <div className="rounded-md border border-warning bg-warning-soft p-3">
      <p className="mb-2 text-label text-warning">{t('secret.once')}</p>
      <div className="flex flex-wrap items-center gap-2">
        <code
          aria-label={label}
          className="min-w-0 flex-1 rounded-sm bg-surface px-2.5 py-1.5 font-mono text-label break-all select-all"
        >
          {secret}
        </code>
        <CopyButton text={secret} label={t('copy')} variant="primary" />
      </div>
    </div>
  );
}
