import { Avatar, CountBadge, Empty, cx } from '@hilo/ui';
import { UserPlus, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../api/phone';
import { useSimulatorTimes } from '../hooks/use-simulator-times';
import { NewCustomerDialog } from './new-customer-dialog';

/** Everybody one can be. Arrow keys walk the list as any list of buttons: with Tab. */
export function CustomerList({
  customers,
  selected,
  onSelect,
}: {
  customers: readonly Customer[];
  selected: string | null;
  onSelect: (id: string) => void;
}) {
  const { t } = useTranslation('simulator');
  const { clock } = useSimulatorTimes();
  return (
    <section aria-label={t('customers.title')} className="flex min-h-0 flex-col">
      <div className="flex items-center justify-between gap-2 px-4 pt-3 pb-2">
        <h2 className="font-display text-section font-semibold">{t('customers.title')}</h2>
        <NewCustomerDialog
          onCreated={onSelect}
          trigger={{ label: t('customers.create'), icon: <UserPlus aria-hidden size={18} strokeWidth={1.75} /> }}
        />
      </div>
      {customers.length === 0 ? (
        <Empty
          icon={<Users aria-hidden size={22} />}
          title={t('customers.none')}
          description={t('customers.noneHelp')}
        />
      ) : (
        <ul className="min-h-0 flex-1 overflow-y-auto">
          {customers.map((customer) => (
            <li key={customer.id}>
              <button
                type="button"
                aria-current={customer.id === selected || undefined}
                onClick={() => onSelect(customer.id)}
                className={cx(
                  'flex w-full items-center gap-3 border-b border-line px-4 py-2.5 text-left transition-colors duration-120 focus-visible:-outline-offset-2',
                  customer.id === selected ? 'bg-accent-soft shadow-[inset_3px_0_0_var(--accent)]' : 'hover:bg-bg',
                )}
              >
                <Avatar name={customer.name} seed={customer.id} />
                <span className="min-w-0 flex-1">
                  <span className="flex items-baseline justify-between gap-2">
                    <span className="truncate font-medium">{customer.name}</span>
                    {customer.lastMessage ? (
                      <time dateTime={customer.lastMessage.at} className="shrink-0 text-meta text-ink-3">
                        {clock(customer.lastMessage.at)}
                      </time>
                    ) : null}
                  </span>
                  <span className="flex items-center justify-between gap-2">
                    <span className="truncate text-label text-ink-2">
                      {customer.lastMessage?.preview ?? customer.label ?? t('customers.silent')}
                    </span>
                    <CountBadge count={customer.unread} label={t('customers.unread', { count: customer.unread })} />
                  </span>
                  <span className="block truncate text-meta text-ink-3">
                    {customer.phone ?? customer.username ?? customer.id}
                    {customer.lastMessage && customer.label ? ` · ${customer.label}` : ''}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
