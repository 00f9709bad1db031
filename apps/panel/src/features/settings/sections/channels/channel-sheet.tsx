import { Select, Switch, TextField, showToast } from '@hilo/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../app/ask';
import { ifMatch } from '../../api/if-match';
import { channelsQuery, type Channel } from '../../api/channels';
import { settingsKeys } from '../../api/keys';
import { teamsQuery } from '../../api/people';
import { EditSheet } from '../../components/edit-sheet';
import { useDraft } from '../../hooks/use-draft';
import { changedFields } from '../../model/changed-fields';
import { isRefused } from '../../../../app/refused-fields';
import { channelFields } from '../../model/channel-form';

const NO_TEAM = 'none';

/** What of a channel can be changed: its name, pace, ISAC and queue; never who it is. */
export function ChannelSheet({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const before = channelFields(channel);
  const { value, set, dirty, restart } = useDraft(before);
  const teams = useQuery(teamsQuery).data?.data ?? [];
  const save = useMutation({
    mutationFn: () =>
      ask('PATCH', '/channels/{id}', {
        path: { id: channel.id },
        body: changedFields(before, value),
        headers: ifMatch(channel.version),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: settingsKeys.channels });
      showToast({ tone: 'success', title: t('saved') });
      onClose();
    },
  });
  const reload = async () => {
    const fresh = (await client.fetchQuery({ ...channelsQuery, staleTime: 0 })).data.find(
      ({ id }) => id === channel.id,
    );
    if (fresh) restart(channelFields(fresh));
    save.reset();
  };
  const submit = () => {
    if (dirty) save.mutate();
    else onClose();
  };
  return (
    <EditSheet
      title={channel.name}
      dirty={dirty}
      kept={save.isSuccess}
      busy={save.isPending}
      saveLabel={t('save')}
      error={save.error}
      onReload={() => void reload()}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('channels.name')}
        maxLength={80}
        value={value.name}
        error={isRefused(save.error, '/name') ? t('channels.wrong.name') : null}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        type="tel"
        label={t('connect.fields.displayAddress')}
        help={t('channels.numberHelp')}
        value={value.displayAddress}
        error={isRefused(save.error, '/displayAddress') ? t('connect.wrong.displayAddress') : null}
        onChange={(event) => set({ displayAddress: event.target.value })}
      />
      <TextField
        label={t('channels.rate')}
        help={t('channels.rateHelp')}
        type="number"
        min={1}
        max={1000}
        value={String(value.rate)}
        error={isRefused(save.error, '/rate') ? t('channels.wrong.rate') : null}
        onChange={(event) => set({ rate: Number(event.target.value) })}
      />
      <Select
        label={t('channels.isac')}
        help={t('channels.isacHelp')}
        value={value.assistantMode}
        onValueChange={(assistantMode) => set({ assistantMode })}
        options={(['auto', 'suggest', 'off'] as const).map((mode) => ({
          value: mode,
          label: t(`channels.modes.${mode}`),
        }))}
      />
      <Select
        label={t('channels.team')}
        help={t('channels.teamHelp')}
        value={value.teamId ?? NO_TEAM}
        onValueChange={(teamId) => set({ teamId: teamId === NO_TEAM ? null : teamId })}
        options={[
          { value: NO_TEAM, label: t('channels.noTeam') },
          ...teams.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Switch
        label={t('channels.active')}
        help={t('channels.activeHelp')}
        checked={value.active}
        onCheckedChange={(active) => set({ active })}
      />
    </EditSheet>
  );
}
