import { Badge, Button, CountBadge, Empty, ErrorCard, IconButton, Popover, SkeletonRows, cx } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Bell, BellOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemDetail, problemText } from '../../i18n/problem-text';
import { notificationsQuery, useReadNotifications, type Notification } from '../notifications';
import { relativeTime } from '../relative-time';
import { useNoticeWords } from './use-notice-words';

function NotificationRow({ notification, onOpen }: { notification: Notification; onOpen: () => void }) {
  const { t, i18n } = useTranslation('shell');
  const words = useNoticeWords()(notification);
  const { readAt, createdAt, priority } = notification;
  const unread = readAt === null;
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="flex w-full items-start gap-3 px-4 py-2.5 text-left hover:bg-bg"
      >
        <span
          aria-hidden
          className={cx('mt-1.5 size-2 shrink-0 rounded-full', unread ? 'bg-accent' : 'bg-transparent')}
        />
        <span className="min-w-0 flex-1">
          <span className={cx('block', unread && 'font-medium')}>
            {unread ? <span className="sr-only">{t('notifications.unread')}: </span> : null}
            {words}
          </span>
          <span className="flex items-center gap-2 text-meta text-ink-3">
            <time dateTime={createdAt}>{relativeTime(createdAt, new Date(), i18n.language)}</time>
            {priority === 'normal' ? null : (
              <Badge tone={priority === 'urgent' ? 'danger' : 'warning'}>
                {t(`notifications.priorities.${priority}`)}
              </Badge>
            )}
          </span>
        </span>
      </button>
    </li>
  );
}

/** What happened while looking elsewhere. */
export function NotificationsBell({ side }: { side: 'right' | 'bottom' }) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const { data, error, isPending, refetch, isFetching } = useQuery(notificationsQuery);
  const read = useReadNotifications();
  const unread = data?.unreadCount ?? 0;

  const openOne = ({ id, readAt, link }: Notification) => {
    setOpen(false);
    if (readAt === null) read.mutate({ ids: [id] });
    if (link?.startsWith('/')) void navigate({ href: link });
  };

  return (
    <Popover
      title={t('notifications.title')}
      side={side}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <IconButton
          size="lg"
          tooltipSide={side}
          label={t('notifications.open', { count: unread })}
          icon={
            <>
              <Bell aria-hidden size={20} strokeWidth={1.75} />
              <span aria-hidden className="absolute -top-1 -right-1">
                <CountBadge count={unread} label="" />
              </span>
            </>
          }
        />
      }
    >
      {isPending ? (
        <SkeletonRows rows={3} label={t('loading')} />
      ) : error ? (
        <div className="p-4">
          <ErrorCard
            title={t('notifications.failed')}
            cause={problemText(error)}
            detail={problemDetail(error)}
            retrying={isFetching}
            onRetry={() => void refetch()}
          />
        </div>
      ) : data.data.length === 0 ? (
        <Empty
          icon={<BellOff aria-hidden size={22} />}
          title={t('notifications.none')}
          description={t('notifications.noneHelp')}
        />
      ) : (
        <>
          <ul className="max-h-96 divide-y divide-line overflow-y-auto">
            {data.data.map((notification) => (
              <NotificationRow key={notification.id} notification={notification} onOpen={() => openOne(notification)} />
            ))}
          </ul>
          <div className="flex justify-end border-t border-line p-2">
            <Button size="sm" variant="ghost" onClick={() => read.mutate({ all: true })} busy={read.isPending}>
              {t('notifications.readAll')}
            </Button>
          </div>
        </>
      )}
    </Popover>
  );
}
