import { CopyButton } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../hooks/use-words';
import type { TrackedLink } from '../../model/link';
import { Card } from './card';

/** What is published and what opens from it. */
export function ShareCard({ link }: { link: TrackedLink }) {
  const { t } = useTranslation('links');
  const words = useWords();
  const addresses = [
    [t('detail.short'), link.shortUrl],
    [t('detail.tagged'), link.taggedUrl],
  ] as const;
  const facts = [
    [t('detail.message'), link.messagePreview],
    [t('detail.channel'), [link.channel?.name, link.channel?.address].filter(Boolean).join(' · ') || '—'],
    [t('detail.created'), words.date(link.createdAt)],
  ] as const;
  return (
    <Card title={t('detail.share')}>
      <ul className="flex flex-col gap-3">
        {addresses.map(([label, url]) => (
          <li key={label}>
            <p className="text-label text-ink-3">{label}</p>
            <div className="flex items-start gap-2">
              <p className="min-w-0 flex-1 font-mono text-label break-all">{url}</p>
              <CopyButton size="sm" text={url} label={t('copy')} />
            </div>
          </li>
        ))}
      </ul>
      <dl className="mt-3 flex flex-col gap-3 border-t border-line pt-3">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-label text-ink-3">{label}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
