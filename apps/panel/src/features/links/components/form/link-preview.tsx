import { useTranslation } from 'react-i18next';
import { NetworkMark } from '../../../../app/network-mark';
import type { LinkFields } from '../../model/link-form';
import { EXAMPLE_CODE, prefilledText, tagged, utmOf } from '../../model/utm';

const UNKNOWN_SLUG = 'xxxxxxx';

export interface LinkPreviewProps {
  fields: LinkFields;
  /** The address of a link that is there already. */
  shortUrl?: string;
}

/** What will be published and what the customer will find, while it is being written. */
export function LinkPreview({ fields, shortUrl }: LinkPreviewProps) {
  const { t } = useTranslation('links');
  const { item, name, networks, utm } = fields;
  const usual = item ? t('form.usualItem') : t('form.usual');
  const text = prefilledText(fields.message, item, usual);
  const base = shortUrl ?? `${location.origin}/l/${UNKNOWN_SLUG}`;
  return (
    <aside aria-label={t('form.preview')} className="flex flex-col gap-4 lg:sticky lg:top-0">
      <h2 className="font-medium">{t('form.preview')}</h2>
      <div className="rounded-lg bg-thread p-4">
        <p className="ml-auto w-fit max-w-full rounded-lg rounded-tr-[4px] border border-line bg-b-in px-3 py-2 text-chat break-words">
          {text}{' '}
          <mark className="rounded-sm bg-accent-soft px-1 text-accent">{t('form.code', { code: EXAMPLE_CODE })}</mark>
        </p>
        <p className="mt-1.5 text-right text-meta text-ink-3">{t('form.codeHelp')}</p>
      </div>
      {networks.length > 0 ? (
        <div>
          <h3 className="mb-1.5 text-label font-medium text-ink-2">{t('form.finalUrl', { count: networks.length })}</h3>
          <ul aria-live="polite" className="flex flex-col gap-2">
            {networks.map((network) => (
              <li key={network} className="rounded-md border border-line px-3 py-2">
                <NetworkMark network={network} className="text-label" />
                <p className="font-mono text-label break-all text-ink-2">
                  {tagged(base, utmOf({ network, name, sku: item?.sku ?? null }, utm))}
                </p>
              </li>
            ))}
          </ul>
          {shortUrl ? null : <p className="mt-1.5 text-label text-ink-3">{t('form.slugHelp')}</p>}
        </div>
      ) : null}
    </aside>
  );
}
