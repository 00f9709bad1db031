import { Button, ConfirmDialog, MultiCombobox, TextField, showToast } from '@hilo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../app/ask';
import { newId } from '../../../../app/new-id';
import { ifMatch } from '../../api/if-match';
import { settingsKeys } from '../../api/keys';
import type { Team, User } from '../../api/people';
import { EditSheet } from '../../components/edit-sheet';
import { useDraft } from '../../hooks/use-draft';
import { changedFields } from '../../model/changed-fields';
import { isRefused } from '../../../../app/refused-fields';

const fieldsOf = (team: Team | null) => ({ name: team?.name ?? '', memberIds: team?.memberIds ?? [] });

export function TeamSheet({
  team: given,
  people,
  onClose,
}: {
  team: Team | null;
  people: readonly User[];
  onClose: () => void;
}) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const [team, setTeam] = useState(given);
  const [tried, setTried] = useState(false);
  const [key] = useState(newId);
  const before = fieldsOf(team);
  const { value, set, dirty, restart } = useDraft(before);
  const title = team?.name ?? t('teams.add');
  const done = async (words: string) => {
    await client.invalidateQueries({ queryKey: settingsKeys.teams });
    void client.invalidateQueries({ queryKey: settingsKeys.users });
    showToast({ tone: 'success', title: words });
    onClose();
  };
  const save = useMutation({
    mutationFn: () =>
      team
        ? ask('PATCH', '/teams/{id}', {
            path: { id: team.id },
            body: changedFields(before, value),
            headers: ifMatch(team.version),
          })
        : ask('POST', '/teams', { body: value, headers: { 'idempotency-key': key } }),
    onSuccess: () => done(t(team ? 'saved' : 'teams.created')),
  });
  const remove = useMutation({
    mutationFn: () => ask('DELETE', '/teams/{id}', { path: { id: team?.id ?? '' } }),
    onSuccess: () => done(t('teams.removed')),
  });
  const reload = async () => {
    if (!team) return;
    const fresh = await ask('GET', '/teams/{id}', { path: { id: team.id } });
    setTeam(fresh);
    restart(fieldsOf(fresh));
    save.reset();
    remove.reset();
  };
  const nameless = !/[\p{L}\p{N}]/u.test(value.name);
  const submit = () => {
    setTried(true);
    if (!nameless) save.mutate();
  };
  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <EditSheet
      title={title}
      dirty={dirty}
      kept={save.isSuccess || remove.isSuccess}
      busy={save.isPending}
      saveLabel={t(team ? 'save' : 'teams.create')}
      error={save.error ?? remove.error}
      onReload={() => void reload()}
      onSubmit={submit}
      onClose={onClose}
      aside={
        team ? (
          <ConfirmDialog
            danger
            title={t('teams.removeTitle', { name: team.name })}
            description={t('teams.removeHelp')}
            confirmLabel={t('teams.remove')}
            cancelLabel={t('cancel')}
            onConfirm={() => remove.mutate()}
            trigger={
              <Button variant="ghost" className="text-danger" busy={remove.isPending}>
                {t('teams.remove')}
              </Button>
            }
          />
        ) : null
      }
    >
      <TextField
        label={t('teams.name')}
        maxLength={80}
        value={value.name}
        error={(tried && nameless) || isRefused(save.error, '/name') ? t('teams.wrongName') : null}
        onChange={(event) => set({ name: event.target.value })}
      />
      <MultiCombobox
        optional
        label={t('teams.who')}
        placeholder={t('teams.choose')}
        options={options}
        value={options.filter((one) => value.memberIds.includes(one.value))}
        onValueChange={(chosen) => set({ memberIds: chosen.map((one) => one.value) })}
      />
    </EditSheet>
  );
}
