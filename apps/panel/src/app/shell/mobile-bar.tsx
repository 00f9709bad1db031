import { IconButton } from '@hilo/ui';
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Brand } from './brand';
import { NotificationsBell } from './notifications-bell';
import { usePalette } from './palette-store';
import { UserMenu } from './user-menu';

/** The head of the page on a phone: what the foot of the rail holds on a computer. */
export function MobileBar() {
  const { t } = useTranslation('shell');
  const openPalette = usePalette((state) => state.show);
  return (
    <div className="flex h-12 shrink-0 items-center gap-1 border-b border-line bg-bg px-3 md:hidden">
      <Link to="/" aria-label={t('nav.home')} className="mr-auto rounded-md">
        <Brand size={28} />
      </Link>
      <IconButton
        label={t('palette.open')}
        icon={<Search aria-hidden size={20} strokeWidth={1.75} />}
        onClick={openPalette}
      />
      <NotificationsBell side="bottom" />
      <UserMenu side="bottom" />
    </div>
  );
}
