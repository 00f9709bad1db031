import { Avatar, Badge, Button, DataTable, Empty, Segmented, Select, TextField, type DataColumn } from '@hilo/ui';
import { Plus, Search, Users } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MorePages } from '../../../../app/more-pages';
import { ROLES, type User } from '../../api/people';
import { settingsKeys } from '../../api/keys';
import { QueryState } from '../../components/query-state';
import { usePages } from '../../hooks/use-pages';
import { useSettingsTimes } from '../../hooks/use-settings-times';
import { UserSheet } from './user-sheet';

/** Everybody who may come in. */
export function UsersSection() {
  const { t } = useTranslation('settings');
  const { moment } = useSettingsTimes();
  const [text, setText] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number] | 'any'>('any');
  const [who, setWho] = useState<'active' | 'gone'>('active');
  const [opened, setOpened] = useState<User | 'new' | null>(null);
  const q = useDeferredValue(text.trim());
  const { query, rows } = usePages(settingsKeys.users, '/users', {
    q,
    role: role === 'any' ? undefined : role,
    active: who === 'active',
  });
  const columns: DataColumn<User>[] = [
    {
      id: 'name',
      header: t('users.name'),
      card: 'title',
      cell: (user) => (
        <span className="flex items-center gap-2.5">
          <Avatar size="sm" name={user.name} seed={user.id} />
          <span className="min-w-0">
            <button
              type="button"
              className="block truncate font-medium after:absolute after:inset-0"
              onClick={() => setOpened(user)}
            >
              {user.name}
            </button>
            <span className="block truncate text-label font-normal text-ink-3">{user.email}</span>
          </span>
        </span>
      ),
    },
    {
      id: 'roles',
      header: t('users.roles'),
      card: 'field',
      cell: ({ roles }) => (
        <span className="flex flex-wrap gap-1">
          {roles.map((one) => (
            <Badge key={one} tone={one === 'admin' ? 'accent' : 'neutral'}>
              {t(`roles.${one}`)}
            </Badge>
          ))}
        </span>
      ),
    },
    {
      id: 'teams',
      header: t('users.teams'),
      card: 'field',
      cell: ({ teams }) => teams.map(({ name }) => name).join(', ') || '—',
    },
    { id: 'capacity', header: t('users.capacity'), align: 'end', card: 'none', cell: ({ capacity }) => capacity },
    {
      id: 'seen',
      header: t('users.seen'),
      card: 'field',
      cell: ({ lastSeenAt }) =>
        lastSeenAt ? <time dateTime={lastSeenAt}>{moment(lastSeenAt)}</time> : t('users.neverSeen'),
    },
  ];
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          className="w-full sm:w-64"
          type="search"
          label={t('users.search')}
          leading={<Search aria-hidden size={16} />}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Select
          className="w-full sm:w-44"
          label={t('users.role')}
          value={role}
          onValueChange={setRole}
          options={[
            { value: 'any', label: t('users.anyRole') },
            ...ROLES.map((one) => ({ value: one, label: t(`roles.${one}`) })),
          ]}
        />
        <Segmented
          label={t('users.who')}
          value={who}
          onValueChange={setWho}
          options={[
            { value: 'active', label: t('users.active') },
            { value: 'gone', label: t('users.gone') },
          ]}
        />
        <Button
          variant="primary"
          className="ml-auto"
          icon={<Plus aria-hidden size={16} />}
          onClick={() => setOpened('new')}
        >
          {t('users.add')}
        </Button>
      </div>
      <QueryState query={query} rows={6}>
        {() => (
          <DataTable
            caption={t('sections.usuarios')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            rowName={({ name }) => name}
            refreshing={query.isFetching && !query.isFetchingNextPage}
            empty={
              <Empty icon={<Users aria-hidden size={22} />} title={t('users.none')} description={t('users.noneHelp')} />
            }
            footer={<MorePages query={query} />}
          />
        )}
      </QueryState>
      {opened ? <UserSheet user={opened === 'new' ? null : opened} onClose={() => setOpened(null)} /> : null}
    </div>
  );
}
