import { Badge } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import type { CustomerPanel } from '../../api/panel-query';

type Consent = NonNullable<CustomerPanel['contact']['consents']>[number];

/** What the customer has said about being written to, by kind of message. Nothing said is no consent to marketing yet. */
export function Consents({ consents, blocked }: { consents: readonly Consent[] | undefined; blocked: boolean }) {
  const { t } = useTranslation('conversations');
  // Not told is not the same as nothing recorded: without the right to read contacts there is nothing to claim.
  if (!consents && !blocked) return null;
  return (
    <>
      <dt className="text-label text-ink-3">{t('customer.consent')}</dt>
      <dd className="flex flex-wrap gap-1">
        {blocked ? <Badge tone="danger">{t('customer.blocked')}</Badge> : null}
        {consents?.map(({ category, channelKind, state }) => (
          <Badge key={`${channelKind}-${category}`} tone={state === 'granted' ? 'success' : 'warning'}>
            {t(`customer.consents.${state}`, { category: t(`customer.categories.${category}`) })}
          </Badge>
        ))}
        {consents?.length === 0 ? <span className="text-ink-3">{t('customer.consents.unknown')}</span> : null}
      </dd>
    </>
  );
}
