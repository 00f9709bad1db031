import { Button, Empty } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { MessagesSquare, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../app/session';
import { channelsQuery } from '../../api/channels';
import { QueryState } from '../../components/query-state';
import { ChannelCard } from './channel-card';
import { ConnectDialog } from './connect-dialog';

export function ChannelCards() {
  const { t } = useTranslation('settings');
  const query = useQuery(channelsQuery);
  const may = useCan('channels:manage');
  const [adding, setAdding] = useState(false);
  const add = may ? (
    <Button variant="primary" icon={<Plus aria-hidden size={16} />} onClick={() => setAdding(true)}>
      {t('channels.add')}
    </Button>
  ) : undefined;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-label text-ink-3">{t('channels.help')}</p>
        {add}
      </div>
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty
              icon={<MessagesSquare aria-hidden size={22} />}
              title={t('channels.none')}
              description={t('channels.noneHelp')}
            />
          ) : (
            <ul className="grid gap-4 xl:grid-cols-2">
              {data.map((channel) => (
                <li key={channel.id} className="min-w-0">
                  <ChannelCard channel={channel} may={may} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
      {adding ? <ConnectDialog onClose={() => setAdding(false)} /> : null}
    </div>
  );
}
