import { cx } from '@hilo/ui';
import { Link } from '@tanstack/react-router';
import {
  Activity,
  Building2,
  KeyRound,
  MessagesSquare,
  ScrollText,
  Split,
  UserRound,
  Users,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/session';
import { allowedSections, type SectionId } from '../model/sections';

const ICONS: Record<SectionId, LucideIcon> = {
  perfil: UserRound,
  canales: MessagesSquare,
  usuarios: Users,
  equipos: UsersRound,
  reparto: Split,
  'claves-api': KeyRound,
  negocio: Building2,
  estado: Activity,
  auditoria: ScrollText,
};

/** On phones the strip is longer than the screen; jsdom cannot scroll. */
const bringIntoView = (item: HTMLElement | null): void =>
  item?.scrollIntoView?.({ inline: 'center', block: 'nearest' });

/** The sections this person may open: a column, or a strip on phones. */
export function SettingsNav({ current }: { current: string }) {
  const { t } = useTranslation('settings');
  const { permissions } = useMe();
  return (
    <nav aria-label={t('title')} className="shrink-0 border-b border-line md:w-56 md:border-r md:border-b-0 md:bg-bg">
      <p className="hidden px-5 pt-5 pb-2 font-display text-section font-semibold md:block">{t('title')}</p>
      <ul className="flex gap-1 overflow-x-auto p-2 md:flex-col md:gap-0.5 md:px-3">
        {allowedSections(permissions).map(({ id }) => {
          const Icon = ICONS[id];
          return (
            <li key={id} ref={id === current ? bringIntoView : null} className="shrink-0">
              <Link
                to="/ajustes/$section"
                params={{ section: id }}
                aria-current={id === current ? 'page' : undefined}
                className={cx(
                  'flex h-9 items-center gap-2.5 rounded-md px-2.5 whitespace-nowrap transition-colors duration-120 focus-visible:-outline-offset-2 pointer-coarse:h-11',
                  id === current
                    ? 'bg-accent-soft font-medium text-accent'
                    : 'text-ink-2 hover:bg-sunken hover:text-ink',
                )}
              >
                <Icon aria-hidden size={18} strokeWidth={1.75} />
                {t(`sections.${id}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
