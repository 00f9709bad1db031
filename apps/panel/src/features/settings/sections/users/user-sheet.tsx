import { Button, Checkbox, ConfirmDialog, MultiCombobox, TextField, showToast } from '@hilo/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../app/ask';
import { useMe } from '../../../../app/session';
import { ifMatch } from '../../api/if-match';
import { settingsKeys } from '../../api/keys';
import { ROLES, teamsQuery, type User } from '../../api/people';
import { EditSheet } from '../../components/edit-sheet';
import { useDraft } from '../../hooks/use-draft';
import { changedFields } from '../../model/changed-fields';
import { isRefused } from '../../../../app/refused-fields';
import { userFields, userProblems, withoutEmptyPassword, type UserField } from '../../model/user-form';

/** One person: who they are, what they may do, where they belong. */
export function UserSheet({ user: given, onClose }: { user: User | null; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const me = useMe();
  const roles = useId();
  const [user, setUser] = useState(given);
  const [tried, setTried] = useState(false);
  const before = userFields(user);
  const { value, set, dirty, restart } = useDraft(before);
  const teams = useQuery(teamsQuery).data?.data ?? [];
  const title = user?.name ?? t('users.add');
  const done = async (words: string) => {
    await client.invalidateQueries({ queryKey: settingsKeys.users });
    void client.invalidateQueries({ queryKey: settingsKeys.teams });
    showToast({ tone: 'success', title: words });
    onClose();
  };
  const save = useMutation({
    mutationFn: () =>
      user
        ? ask('PATCH', '/users/{id}', {
            path: { id: user.id },
            body: withoutEmptyPassword(changedFields(before, value)),
            headers: ifMatch(user.version),
          })
        : ask('POST', '/users', { body: value }),
    onSuccess: () => done(t(user ? 'saved' : 'users.created')),
  });
  const activate = useMutation({
    mutationFn: (active: boolean) =>
      ask('PATCH', '/users/{id}', {
        path: { id: user?.id ?? '' },
        body: { active },
        headers: ifMatch(user?.version ?? 0),
      }),
    onSuccess: (_, active) => done(t(active ? 'users.back' : 'users.left')),
  });
  const error = save.error ?? activate.error;
  const reload = async () => {
    if (!user) return;
    const fresh = await ask('GET', '/users/{id}', { path: { id: user.id } });
    setUser(fresh);
    restart(userFields(fresh));
    save.reset();
    activate.reset();
  };
  const problems = tried ? userProblems(value, user === null) : [];
  const wrong = (field: UserField) =>
    problems.includes(field) || isRefused(error, `/${field}`) ? t(`users.wrong.${field}`) : null;
  const submit = () => {
    setTried(true);
    if (userProblems(value, user === null).length === 0) save.mutate();
  };
  const myself = user?.id === me.id;

  return (
    <EditSheet
      title={title}
      dirty={dirty}
      kept={save.isSuccess}
      busy={save.isPending}
      saveLabel={t(user ? 'save' : 'users.create')}
      error={error}
      onReload={() => void reload()}
      onSubmit={submit}
      onClose={onClose}
      aside={
        !user || myself ? null : user.active ? (
          <ConfirmDialog
            danger
            title={t('users.deactivateTitle', { name: user.name })}
            description={t('users.deactivateHelp')}
            confirmLabel={t('users.deactivate')}
            cancelLabel={t('cancel')}
            onConfirm={() => activate.mutate(false)}
            trigger={
              <Button variant="ghost" className="text-danger" busy={activate.isPending}>
                {t('users.deactivate')}
              </Button>
            }
          />
        ) : (
          <Button variant="ghost" busy={activate.isPending} onClick={() => activate.mutate(true)}>
            {t('users.activate')}
          </Button>
        )
      }
    >
      <TextField
        label={t('users.name')}
        maxLength={120}
        value={value.name}
        error={wrong('name')}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        type="email"
        autoComplete="off"
        label={t('users.email')}
        value={value.email}
        error={wrong('email')}
        onChange={(event) => set({ email: event.target.value })}
      />
      <TextField
        type="password"
        autoComplete="new-password"
        optional={user !== null}
        label={t(user ? 'users.newPassword' : 'users.password')}
        help={t(user ? 'users.newPasswordHelp' : 'users.passwordHelp')}
        value={value.password}
        error={wrong('password')}
        onChange={(event) => set({ password: event.target.value })}
      />
      <fieldset aria-describedby={wrong('roles') ? roles : undefined}>
        <legend className="mb-1.5 text-label font-medium text-ink-2">{t('users.roles')}</legend>
        <div className="flex flex-col gap-2">
          {ROLES.map((role) => (
            <div key={role}>
              <Checkbox
                label={t(`roles.${role}`)}
                checked={value.roles.includes(role)}
                onCheckedChange={(on) =>
                  set({ roles: ROLES.filter((one) => (one === role ? on : value.roles.includes(one))) })
                }
              />
              <p className="pl-6.5 text-label text-ink-3">{t(`roleHelp.${role}`)}</p>
            </div>
          ))}
        </div>
        {wrong('roles') ? (
          <p id={roles} className="mt-1 text-label text-danger">
            {wrong('roles')}
          </p>
        ) : null}
      </fieldset>
      <MultiCombobox
        optional
        label={t('users.teams')}
        placeholder={t('users.chooseTeams')}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        value={teams.filter(({ id }) => value.teamIds.includes(id)).map(({ id, name }) => ({ value: id, label: name }))}
        onValueChange={(chosen) => set({ teamIds: chosen.map((one) => one.value) })}
      />
      <TextField
        type="number"
        min={0}
        max={1000}
        label={t('users.capacity')}
        help={t('users.capacityHelp')}
        value={String(value.capacity)}
        error={wrong('capacity')}
        onChange={(event) => set({ capacity: Number(event.target.value) })}
      />
    </EditSheet>
  );
}
