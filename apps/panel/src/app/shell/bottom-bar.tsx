import { Button, CountBadge, Sheet, cx } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ellipsis, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnread } from '../counts';
import { notificationsQuery } from '../notifications';
import { useMe } from '../session';
import { useImmersiveStore } from './immersive';
import type { NavItem } from './nav-items';
import { NotificationsBell } from './notifications-bell';
import { usePalette } from './palette-store';
import { useNav } from './use-nav';
import { UserMenu } from './user-menu';

const FIRST = 4;

const itemClass =
  'relative flex min-h-12 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-meta text-ink-2 ' +
  'aria-[current=page]:font-semibold aria-[current=page]:text-accent';

function BarLink({ item, unread, onGo }: { item: NavItem; unread: number; onGo?: () => void }) {
  const { t } = useTranslation('shell');
  const badge = item.id === 'conversations' ? unread : 0;
  return (
    <Link to={item.to} onClick={onGo} className={itemClass} activeProps={{ 'aria-current': 'page' }}>
      {({ isActive }) => (
        <>
          <span
            className={cx(
              'relative flex h-7 w-12 items-center justify-center rounded-full',
              isActive && 'bg-accent-soft',
            )}
          >
            <item.icon aria-hidden size={20} strokeWidth={1.75} />
            <CountBadge
              count={badge}
              label={t('nav.unread', { count: badge })}
              className="absolute -top-1.5 -right-1"
            />
          </span>
          {t(`nav.${item.id}`)}
        </>
      )}
    </Link>
  );
}

/** What the foot of the rail holds on a computer. */
function MoreFoot({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation('shell');
  const me = useMe();
  const openPalette = usePalette((state) => state.show);
  return (
    <div className="mt-4 flex items-center gap-2 border-t border-line pt-4">
      <UserMenu side="bottom" />
      <span className="min-w-0 flex-1 truncate font-medium">{me.name}</span>
      <NotificationsBell side="bottom" />
      <Button
        icon={<Search aria-hidden size={16} />}
        onClick={() => {
          onLeave();
          openPalette();
        }}
      >
        {t('palette.open')}
      </Button>
    </div>
  );
}

/** The way around on a phone: four screens and a sheet with the rest. */
export function BottomBar() {
  const { t } = useTranslation('shell');
  const [open, setOpen] = useState(false);
  const items = useNav();
  const unread = useUnread();
  const immersive = useImmersiveStore((state) => state.immersive);
  const notices = useQuery(notificationsQuery).data?.unreadCount ?? 0;
  if (immersive) return null;
  return (
    <nav
      aria-label={t('nav.label')}
      className="flex shrink-0 items-stretch gap-1 border-t border-line bg-bg px-2 pt-1 pb-[max(0.25rem,env(safe-area-inset-bottom))] md:hidden"
    >
      {items.slice(0, FIRST).map((item) => (
        <BarLink key={item.id} item={item} unread={unread} />
      ))}
      <Sheet
        side="bottom"
        title={t('nav.more')}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <button type="button" className={itemClass}>
            <span className="relative flex h-7 w-12 items-center justify-center">
              <Ellipsis aria-hidden size={20} strokeWidth={1.75} />
              <CountBadge
                count={notices}
                label={t('notifications.open', { count: notices })}
                className="absolute -top-1.5 -right-1"
              />
            </span>
            {t('nav.more')}
          </button>
        }
      >
        <div className="grid grid-cols-3 gap-2">
          {items.slice(FIRST).map((item) => (
            <BarLink key={item.id} item={item} unread={unread} onGo={() => setOpen(false)} />
          ))}
        </div>
        <MoreFoot onLeave={() => setOpen(false)} />
      </Sheet>
    </nav>
  );
}
