import { Badge, DataTable, Empty, Select, TextField, type DataColumn } from '@hilo/ui';
import { Radar, Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MorePages } from '../../../../app/more-pages';
import type { WebhookEvent } from '../../api/channels';
import { settingsKeys } from '../../api/keys';
import { QueryState } from '../../components/query-state';
import { usePages } from '../../hooks/use-pages';
import { useSettingsTimes } from '../../hooks/use-settings-times';
import { OUTCOME_TONES } from './outcome-tones';
import { WebhookSheet } from './webhook-sheet';

const OUTCOMES = ['all', 'problem', 'accepted', 'pending', 'set_aside', 'not_understood', 'unknown_channel'] as const;
const SHORTEST = 3;

/** Everything that arrived at the door, newest first, with what became of it. */
export function FlightRecorder() {
  const { t, i18n } = useTranslation('settings');
  const { exact } = useSettingsTimes();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('all');
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const words = useDeferredValue(text.trim());
  const { query, rows } = usePages(settingsKeys.webhooks, '/webhook-events', {
    outcome: outcome === 'all' ? undefined : outcome,
    q: words.length >= SHORTEST ? words : undefined,
  });
  const bytes = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'byte', unitDisplay: 'narrow' });
  const outcomeWord = (one: string) => t(`recorder.outcomes.${one as 'accepted'}`, { defaultValue: one });
  const columns: DataColumn<WebhookEvent>[] = [
    {
      id: 'at',
      header: t('recorder.at'),
      card: 'title',
      cell: ({ id, receivedAt }) => (
        <button
          type="button"
          className="font-medium whitespace-nowrap text-accent after:absolute after:inset-0"
          onClick={() => setOpened(id)}
        >
          <time dateTime={receivedAt}>{exact(receivedAt)}</time>
        </button>
      ),
    },
    { id: 'door', header: t('recorder.door'), card: 'field', cell: ({ door }) => door },
    {
      id: 'outcome',
      header: t('recorder.outcome'),
      card: 'field',
      cell: ({ outcome: one }) => <Badge tone={OUTCOME_TONES[one] ?? 'neutral'}>{outcomeWord(one)}</Badge>,
    },
    { id: 'events', header: t('recorder.events'), align: 'end', card: 'field', cell: ({ events }) => events },
    {
      id: 'waiting',
      header: t('recorder.waiting'),
      align: 'end',
      card: 'none',
      cell: ({ pending, setAside }) => pending + setAside,
    },
    { id: 'size', header: t('recorder.size'), align: 'end', card: 'none', cell: ({ size }) => bytes.format(size) },
  ];
  return (
    <div className="flex flex-col gap-3">
      <p className="text-label text-ink-3">{t('recorder.help')}</p>
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          className="w-full sm:w-72"
          type="search"
          label={t('recorder.search')}
          leading={<Search aria-hidden size={16} />}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Select
          className="w-full sm:w-52"
          label={t('recorder.outcome')}
          value={outcome}
          onValueChange={setOutcome}
          options={OUTCOMES.map((one) => ({ value: one, label: outcomeWord(one) }))}
        />
      </div>
      <QueryState query={query} rows={6}>
        {() => (
          <DataTable
            caption={t('recorder.tab')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            rowName={({ receivedAt }) => exact(receivedAt)}
            refreshing={query.isFetching && !query.isFetchingNextPage}
            empty={
              <Empty
                icon={<Radar aria-hidden size={22} />}
                title={t('recorder.none')}
                description={t('recorder.noneHelp')}
              />
            }
            footer={<MorePages query={query} />}
          />
        )}
      </QueryState>
      {opened ? <WebhookSheet id={opened} onClose={() => setOpened(null)} /> : null}
    </div>
  );
}
