import { Avatar, Button, ErrorCard, Skeleton } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../../../../app/business';
import { problemDetail, problemText } from '../../../../i18n/problem-text';
import type { Customer, PhoneMessage } from '../../api/phone';
import { threadQuery } from '../../api/phone-queries';
import { useDeeds } from '../../hooks/use-deeds';
import { PhoneComposer } from './phone-composer';
import { PhoneThreadView } from './phone-thread-view';

/** What the customer holds: their side of the thread and everything they can do in it. */
export function Phone({ customer, duplicate, onSent }: { customer: Customer; duplicate: boolean; onSent: () => void }) {
  const { t } = useTranslation('simulator');
  const brand = useBusiness()?.name ?? '';
  const query = useQuery(threadQuery(customer.id));
  const { deed, file, open } = useDeeds(customer.id);
  const [replyTo, setReplyTo] = useState<PhoneMessage | null>(null);
  const unread = customer.unread;

  return (
    <section
      aria-label={t('phone.title', { name: customer.name })}
      className="mx-auto flex h-full min-h-0 w-full flex-col overflow-hidden bg-thread lg:h-[720px] lg:max-h-full lg:w-[372px] lg:rounded-[34px] lg:border-[6px] lg:border-ink/85 lg:shadow-pop dark:lg:border-line-strong"
    >
      <header className="flex items-center gap-2.5 border-b border-line bg-surface px-4 py-2.5">
        <Avatar name={brand || '·'} seed="business" size="sm" channel="sandbox" />
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">{brand}</p>
          <p className="truncate text-meta text-ink-3">{t('phone.inTheHandsOf', { name: customer.name })}</p>
        </div>
        <Button
          size="sm"
          variant={unread > 0 ? 'primary' : 'ghost'}
          busy={open.isPending}
          icon={<CheckCheck aria-hidden size={14} />}
          onClick={() => open.mutate()}
        >
          {t('phone.markRead')}
        </Button>
      </header>
      {query.isPending ? (
        <div role="status" aria-label={t('phone.loading')} className="flex flex-1 flex-col justify-end gap-2 p-3">
          {['w-3/5', 'ml-auto w-1/2', 'w-2/3'].map((shape) => (
            <Skeleton key={shape} className={`h-12 ${shape}`} />
          ))}
        </div>
      ) : query.isError ? (
        <div className="flex-1 p-3">
          <ErrorCard
            title={t('phone.failed')}
            cause={problemText(query.error)}
            detail={problemDetail(query.error)}
            onRetry={() => void query.refetch()}
          />
        </div>
      ) : (
        <PhoneThreadView
          customer={customer}
          messages={query.data.messages}
          onReply={setReplyTo}
          onDeed={(one) => {
            deed.mutate({ deed: one, tricks: { duplicate } });
            onSent();
          }}
        />
      )}
      <PhoneComposer
        key={customer.id}
        customer={customer}
        replyTo={replyTo}
        onReplyDone={() => setReplyTo(null)}
        busy={deed.isPending || file.isPending}
        onDeed={(one) => {
          deed.mutate({ deed: one, tricks: { duplicate } });
          onSent();
        }}
        onFile={(kind, one) => {
          file.mutate({ kind, file: one, tricks: { duplicate } });
          onSent();
        }}
      />
    </section>
  );
}
