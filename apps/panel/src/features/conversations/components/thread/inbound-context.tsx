import { ExternalLink, Forward, Megaphone, ShoppingBag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { readContext, type AdCard } from '../../model/inbound-context';
import type { Message } from '../../model/message';

const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true, className: 'shrink-0' };

/** The ad as the customer saw it, without its picture: nothing is fetched from elsewhere. */
function Ad({ ad }: { ad: AdCard }) {
  const { t } = useTranslation('conversations');
  return (
    <section
      aria-label={t(`context.${ad.source}`)}
      className="mb-1.5 flex max-w-80 flex-col gap-0.5 rounded-md border-l-3 border-accent bg-ink/5 px-3 py-2"
    >
      <p className="flex items-center gap-1.5 text-label text-ink-3">
        <Megaphone {...icon} />
        {t(`context.${ad.source}`)}
      </p>
      {ad.headline ? <p className="font-semibold break-words">{ad.headline}</p> : null}
      {ad.body ? <p className="line-clamp-4 text-ui break-words text-ink-2">{ad.body}</p> : null}
      {ad.welcome ? (
        <p className="text-label break-words text-ink-3">{t('context.welcome', { words: ad.welcome })}</p>
      ) : null}
      {ad.href ? (
        <a
          href={ad.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="mt-0.5 inline-flex items-center gap-1.5 self-start text-label font-medium text-info underline"
        >
          {t(`context.open.${ad.source}`)}
          <ExternalLink {...icon} />
        </a>
      ) : null}
    </section>
  );
}

/** What came along with a customer's words: that they were forwarded, the ad or the product they are about. */
export function InboundContextView({ message }: { message: Message }) {
  const { t } = useTranslation('conversations');
  const { forwarded, ad, product } = readContext(message);
  return (
    <>
      {forwarded ? (
        <p className="mb-0.5 flex items-center gap-1.5 text-label text-ink-3 italic">
          <Forward {...icon} />
          {t(`context.forwarded.${forwarded}`)}
        </p>
      ) : null}
      {ad ? <Ad ad={ad} /> : null}
      {product ? (
        <p className="mb-1 flex items-center gap-1.5 rounded-md bg-ink/5 px-2 py-1 text-label text-ink-2">
          <ShoppingBag {...icon} />
          <span className="break-words">{t('context.product', { sku: product })}</span>
        </p>
      ) : null}
    </>
  );
}
