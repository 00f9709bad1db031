import { CountBadge, IconButton, Kbd, Tooltip, cx } from '@hilo/ui';
import { Link } from '@tanstack/react-router';
import { PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../business';
import { useUnread } from '../counts';
import { Brand } from './brand';
import { ConnectionDot } from './connection-dot';
import { NotificationsBell } from './notifications-bell';
import { usePalette } from './palette-store';
import { useRailPin } from './rail-pin';
import type { NavItem } from './nav-items';
import { useNav } from './use-nav';
import { UserMenu } from './user-menu';

const itemClass =
  'relative flex h-10 items-center gap-3 rounded-md text-ink-2 transition-colors duration-120 hover:bg-sunken hover:text-ink ' +
  'aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent';

function RailLink({ item, pinned, unread }: { item: NavItem; pinned: boolean; unread: number }) {
  const { t } = useTranslation('shell');
  const label = t(`nav.${item.id}`);
  const badge = item.id === 'conversations' ? unread : 0;
  const link = (
    <Link
      to={item.to}
      className={cx(itemClass, pinned ? 'px-3' : 'w-10 justify-center')}
      activeProps={{ 'aria-current': 'page' }}
    >
      <item.icon aria-hidden size={20} strokeWidth={1.75} className="shrink-0" />
      <span className={pinned ? 'min-w-0 flex-1 truncate font-medium' : 'sr-only'}>{label}</span>
      <CountBadge
        count={badge}
        label={t('nav.unread', { count: badge })}
        className={pinned ? undefined : 'absolute -top-1 -right-1'}
      />
    </Link>
  );
  return (
    <li>
      {pinned ? (
        link
      ) : (
        <Tooltip label={label} shortcut={item.shortcut} side="right">
          {link}
        </Tooltip>
      )}
    </li>
  );
}

/** The way around on a computer: 56 px of icons, or 208 px with words when pinned. */
export function Rail() {
  const { t } = useTranslation('shell');
  const { pinned, toggle } = useRailPin();
  const openPalette = usePalette((state) => state.show);
  const business = useBusiness();
  const items = useNav();
  const unread = useUnread();
  const icon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true };

  return (
    <nav
      aria-label={t('nav.label')}
      className={cx(
        'hidden h-full shrink-0 flex-col gap-2 overflow-y-auto border-r border-line bg-bg px-2 py-3 md:flex',
        pinned ? 'w-52' : 'w-14 items-center',
      )}
    >
      <Link to="/" className="mb-1 flex items-center gap-2.5 self-start rounded-md px-1">
        <Brand />
        <span className={pinned ? 'truncate font-display text-section font-semibold' : 'sr-only'}>
          {business?.name ?? 'Hilo'}
        </span>
      </Link>
      <ul className={cx('flex w-full flex-col gap-1', pinned ? null : 'items-center')}>
        {items.map((item) => (
          <RailLink key={item.id} item={item} pinned={pinned} unread={unread} />
        ))}
      </ul>
      <div className={cx('mt-auto flex flex-col gap-1', pinned ? 'w-full' : 'items-center')}>
        {pinned ? (
          <button
            type="button"
            onClick={openPalette}
            className="flex h-9 items-center gap-3 rounded-md px-3 text-ink-2 hover:bg-sunken hover:text-ink"
          >
            <Search {...icon} />
            <span className="flex-1 text-left">{t('palette.open')}</span>
            <Kbd keys="Ctrl+K" />
          </button>
        ) : (
          <IconButton
            size="lg"
            label={t('palette.open')}
            shortcut="Ctrl+K"
            tooltipSide="right"
            icon={<Search {...icon} />}
            onClick={openPalette}
          />
        )}
        <div className={cx('flex gap-1', pinned ? 'items-center px-1' : 'flex-col items-center')}>
          <IconButton
            size="lg"
            tooltipSide="right"
            label={pinned ? t('nav.unpin') : t('nav.pin')}
            aria-expanded={pinned}
            icon={pinned ? <PanelLeftClose {...icon} /> : <PanelLeftOpen {...icon} />}
            onClick={toggle}
          />
          <NotificationsBell side="right" />
          <ConnectionDot />
          <UserMenu side="right" />
        </div>
      </div>
    </nav>
  );
}
