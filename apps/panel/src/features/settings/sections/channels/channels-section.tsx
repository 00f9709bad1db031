import { Tabs } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { choiceParam } from '../../../../app/search-params';
import { problemsQuery } from '../../api/channels';
import { ChannelCards } from './channel-cards';
import { FlightRecorder } from './flight-recorder';
import { ProblemList } from './problem-list';

const VIEWS = ['canales', 'problemas', 'grabadora'] as const;

/** The channels, what waits for a person, and everything that arrived. */
export function ChannelsSection() {
  const { t } = useTranslation('settings');
  const router = useRouter();
  const view = choiceParam(useLocation({ select: ({ search }) => search }), 'ver', VIEWS) ?? 'canales';
  const problems = useQuery(problemsQuery).data?.data.length;
  return (
    <Tabs
      label={t('sections.canales')}
      value={view}
      onValueChange={(next) => router.history.replace(`/ajustes/canales?ver=${next}`)}
      items={[
        { value: 'canales', label: t('channels.tab'), panel: <ChannelCards /> },
        { value: 'problemas', label: t('problems.tab'), count: problems || null, panel: <ProblemList /> },
        { value: 'grabadora', label: t('recorder.tab'), panel: <FlightRecorder /> },
      ]}
    />
  );
}
