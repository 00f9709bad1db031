import { Button, Empty } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { countsQuery } from '../../../../app/counts';
import type { View } from '../../model/conversation-filter';
import type { ConversationSearch } from '../../search';

export type OnView = (vista: NonNullable<ConversationSearch['vista']>) => void;

/** A view without conversations. Nobody's own inbox looks like an empty shop: the views that hold something are one press away. */
export function EmptyView({ view, onView }: { view: View; onView: OnView }) {
  const { t, i18n } = useTranslation('conversations');
  const { data: counts } = useQuery(countsQuery);
  const number = new Intl.NumberFormat(i18n.language);
  const others = ([['unassigned', 'sin-asignar'] as const, ['all', 'todos'] as const] as const).filter(
    ([name]) => view === 'mine' && (counts?.[name].total ?? 0) > 0,
  );
  const nothingToTake = view === 'mine' && counts?.unassigned.total === 0;
  return (
    <Empty
      icon={<Inbox aria-hidden size={22} />}
      title={t(`list.empty.${view}`)}
      description={t(nothingToTake ? 'list.emptyHelp.mineLater' : `list.emptyHelp.${view}`)}
      action={
        others.length > 0 ? (
          <div role="group" aria-label={t('list.otherViews')} className="flex flex-wrap justify-center gap-2">
            {others.map(([name, vista], index) => (
              <Button key={name} variant={index === 0 ? 'primary' : 'secondary'} onClick={() => onView(vista)}>
                {t(`list.${name}`)} <span className="font-normal">{number.format(counts?.[name].total ?? 0)}</span>
              </Button>
            ))}
          </div>
        ) : undefined
      }
    />
  );
}
