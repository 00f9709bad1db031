import { Badge, Empty, ErrorCard, PageHeader, Segmented, SkeletonRows, buttonClass, cx } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useRouter } from '@tanstack/react-router';
import { FlaskConical, MousePointerClick } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../app/api-problem';
import { textParam } from '../../app/search-params';
import { useCan } from '../../app/session';
import { problemDetail, problemText } from '../../i18n/problem-text';
import type { Customer } from './api/phone';
import { customersQuery } from './api/phone-queries';
import { Controls } from './components/controls';
import { CustomerList } from './components/customer-list';
import { Phone } from './components/phone/phone';
import { WhatHappened } from './components/happened/what-happened';
import { usePhoneFeed } from './hooks/use-phone-feed';

type Pane = 'customers' | 'phone' | 'happened';

/** Being the customer: everything goes through the same door as the real thing. */
export function SimulatorScreen() {
  const { t } = useTranslation('simulator');
  const query = useQuery(customersQuery);
  usePhoneFeed(query.isSuccess);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader title={t('title')} detail={t('subtitle')}>
        <Badge tone="warning" icon={<FlaskConical aria-hidden size={12} />}>
          {t('sandbox')}
        </Badge>
      </PageHeader>
      {query.isPending ? (
        <SkeletonRows rows={6} label={t('customers.loading')} />
      ) : query.isError ? (
        <Unreachable error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Bench customers={query.data.data} />
      )}
    </div>
  );
}

function Unreachable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('simulator');
  const maySetUp = useCan('channels:manage');
  if (error instanceof ApiProblem && error.status === 404) {
    return (
      <Empty
        icon={<FlaskConical aria-hidden size={22} />}
        title={t('noSandbox')}
        description={t('noSandboxHelp')}
        action={
          maySetUp ? (
            <Link
              to="/ajustes/$section"
              params={{ section: 'canales' }}
              className={buttonClass({ variant: 'primary' })}
            >
              {t('goToChannels')}
            </Link>
          ) : undefined
        }
      />
    );
  }
  return (
    <div className="mx-auto w-full max-w-xl p-6">
      <ErrorCard title={t('failed')} cause={problemText(error)} detail={problemDetail(error)} onRetry={onRetry} />
    </div>
  );
}

function Side({ shown, className, children }: { shown: boolean; className: string; children: ReactNode }) {
  return (
    <div className={cx('min-h-0 min-w-0 flex-col lg:flex', shown ? 'flex flex-1' : 'hidden', className)}>
      {children}
    </div>
  );
}

function Bench({ customers }: { customers: readonly Customer[] }) {
  const { t } = useTranslation('simulator');
  const router = useRouter();
  const wanted = textParam(useLocation({ select: ({ search }) => search }), 'cliente') ?? null;
  const customer = customers.find(({ id }) => id === wanted) ?? null;
  const [pane, setPane] = useState<Pane>(wanted === null ? 'customers' : 'phone');
  const [duplicate, setDuplicate] = useState(false);
  const select = (id: string) => {
    router.history.replace(`/simulador?cliente=${encodeURIComponent(id)}`);
    setPane('phone');
  };
  const nobody = (
    <Empty icon={<MousePointerClick aria-hidden size={22} />} title={t('choose')} description={t('chooseHelp')} />
  );
  return (
    <>
      <div className="flex justify-center border-b border-line px-4 pb-2 lg:hidden">
        <Segmented
          label={t('panes.label')}
          value={pane}
          onValueChange={setPane}
          options={[
            { value: 'customers', label: t('panes.customers') },
            { value: 'phone', label: t('panes.phone') },
            { value: 'happened', label: t('panes.happened') },
          ]}
        />
      </div>
      <div className="flex min-h-0 flex-1 overflow-hidden border-t-2 border-dashed border-warning lg:m-3 lg:mt-0 lg:grid lg:grid-cols-[288px_minmax(0,1fr)_340px] lg:grid-rows-[minmax(0,1fr)] lg:rounded-lg lg:border-2">
        <Side shown={pane === 'customers'} className="overflow-y-auto border-line lg:border-r">
          <CustomerList customers={customers} selected={customer?.id ?? null} onSelect={select} />
          <Controls duplicate={duplicate} onDuplicate={setDuplicate} />
        </Side>
        <Side shown={pane === 'phone'} className="bg-thread lg:justify-center lg:p-4">
          {customer ? (
            <Phone key={customer.id} customer={customer} duplicate={duplicate} onSent={() => setDuplicate(false)} />
          ) : (
            nobody
          )}
        </Side>
        <Side shown={pane === 'happened'} className="border-line lg:border-l">
          {customer ? <WhatHappened key={customer.id} customer={customer} /> : nobody}
        </Side>
      </div>
    </>
  );
}
