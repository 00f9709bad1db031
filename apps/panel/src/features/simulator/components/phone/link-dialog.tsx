import { Badge, Dialog, Empty, ErrorCard, SkeletonRows, buttonClass } from '@hilo/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Link2, MousePointerClick } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../../../../app/business';
import { problemDetail, problemText } from '../../../../i18n/problem-text';
import type { Customer } from '../../api/phone';
import { clickLink } from '../../api/phone-deeds';
import { clockQuery } from '../../api/phone-queries';
import { linksQuery, type TrackedLink } from '../../api/trace-queries';
import { note } from '../../hooks/trail-store';
import { newId } from '../../../../app/new-id';

/** Comes from somewhere: opens a tracked link first, so that the enquiry tells where it came from. */
export function LinkDialog({
  open,
  customer,
  onOpenChange,
  onPrefilled,
}: {
  open: boolean;
  customer: Customer;
  onOpenChange: (open: boolean) => void;
  onPrefilled: (text: string) => void;
}) {
  const { t } = useTranslation('simulator');
  const query = useQuery({ ...linksQuery, enabled: open });
  const offset = useQuery(clockQuery).data?.offsetMs ?? 0;
  const brand = useBusiness()?.name ?? '';
  const click = useMutation({
    mutationFn: (link: TrackedLink) => clickLink(customer.id, link.shortUrl),
    onSuccess: ({ text }, link) => {
      note({ id: newId(), customerId: customer.id, at: Date.now() + offset, kind: 'clicked', link: link.name, text });
      if (text === null) return;
      onPrefilled(text);
      onOpenChange(false);
    },
  });
  const links = query.data?.data.filter(({ active, archivedAt }) => active && archivedAt === null) ?? [];
  const nowhere = click.isSuccess && click.data.text === null;

  return (
    <Dialog
      title={t('link.title')}
      description={t('link.help', { brand })}
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
        click.reset();
      }}
    >
      {query.isPending ? (
        <SkeletonRows rows={3} label={t('link.loading')} />
      ) : query.isError ? (
        <ErrorCard
          title={t('link.failed')}
          cause={problemText(query.error)}
          detail={problemDetail(query.error)}
          onRetry={() => void query.refetch()}
        />
      ) : links.length === 0 ? (
        <Empty
          icon={<Link2 aria-hidden size={22} />}
          title={t('link.none')}
          description={t('link.noneHelp')}
          action={
            <Link to="/enlaces" className={buttonClass({ variant: 'primary' })}>
              {t('link.goTo')}
            </Link>
          }
        />
      ) : (
        <ul className="-mx-2 flex flex-col">
          {links.map((link) => (
            <li key={link.id}>
              <button
                type="button"
                aria-busy={(click.isPending && click.variables.id === link.id) || undefined}
                onClick={() => click.mutate(link)}
                className="flex w-full items-center gap-3 rounded-md px-2 py-2.5 text-left hover:bg-accent-soft"
              >
                <MousePointerClick aria-hidden size={18} strokeWidth={1.75} className="shrink-0 text-ink-3" />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{link.name}</span>
                  <span className="block truncate text-label text-ink-3">{link.item?.name ?? link.shortUrl}</span>
                </span>
                <Badge tone="info">{t(`networks.${link.network as 'facebook'}`, { defaultValue: link.network })}</Badge>
              </button>
            </li>
          ))}
        </ul>
      )}
      {click.isError || nowhere ? (
        <p role="alert" className="mt-3 text-label text-danger">
          {click.isError ? problemText(click.error) : t('link.nowhere')}
        </p>
      ) : null}
    </Dialog>
  );
}
