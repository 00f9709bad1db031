import { Button, Empty, buttonClass } from '@hilo/ui';
import { Link } from '@tanstack/react-router';
import { SquareKanban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../app/session';

/** Why there is nothing: no lead ever, or none with these filters. */
export function NoLeads({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation('leads');
  const mayLink = useCan('links:write');
  const icon = <SquareKanban aria-hidden size={22} />;
  if (filtered)
    return (
      <Empty
        icon={icon}
        title={t('empty.filtered')}
        description={t('empty.filteredHelp')}
        action={<Button onClick={onClear}>{t('filters.clear')}</Button>}
      />
    );
  return (
    <Empty
      icon={icon}
      title={t('empty.title')}
      description={t('empty.help')}
      action={
        mayLink ? (
          <Link to="/enlaces/nuevo" className={buttonClass({ variant: 'primary' })}>
            {t('empty.createLink')}
          </Link>
        ) : null
      }
    />
  );
}
