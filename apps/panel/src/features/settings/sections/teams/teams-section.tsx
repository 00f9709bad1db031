import { Avatar, Button, Empty } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleQuery, teamsQuery, type Team } from '../../api/people';
import { QueryState } from '../../components/query-state';
import { TeamSheet } from './team-sheet';

/** Who answers together. */
export function TeamsSection() {
  const { t } = useTranslation('settings');
  const query = useQuery(teamsQuery);
  const people = useQuery(peopleQuery).data?.data ?? [];
  const [opened, setOpened] = useState<Team | 'new' | null>(null);
  const add = (
    <Button variant="primary" icon={<Plus aria-hidden size={16} />} onClick={() => setOpened('new')}>
      {t('teams.add')}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-label text-ink-3">{t('teams.help')}</p>
        {query.data?.data.length ? add : null}
      </div>
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty
              icon={<UsersRound aria-hidden size={22} />}
              title={t('teams.none')}
              description={t('teams.noneHelp')}
              action={add}
            />
          ) : (
            <ul className="grid gap-4 md:grid-cols-2">
              {data.map((team) => {
                const members = people.filter(({ id }) => team.memberIds.includes(id));
                return (
                  <li key={team.id} className="flex flex-col gap-3 rounded-lg border border-line p-4">
                    <div className="flex items-start justify-between gap-2">
                      <div className="min-w-0">
                        <h2 className="truncate font-medium">{team.name}</h2>
                        <p className="text-label text-ink-3">{t('teams.members', { count: team.memberIds.length })}</p>
                      </div>
                      <Button
                        size="sm"
                        variant="ghost"
                        icon={<Pencil aria-hidden size={14} />}
                        onClick={() => setOpened(team)}
                      >
                        {t('edit')}
                        <span className="sr-only"> {team.name}</span>
                      </Button>
                    </div>
                    <ul className="flex flex-wrap gap-x-4 gap-y-2">
                      {members.map(({ id, name }) => (
                        <li key={id} className="flex items-center gap-2">
                          <Avatar size="sm" name={name} seed={id} />
                          {name}
                        </li>
                      ))}
                    </ul>
                  </li>
                );
              })}
            </ul>
          )
        }
      </QueryState>
      {opened ? (
        <TeamSheet team={opened === 'new' ? null : opened} people={people} onClose={() => setOpened(null)} />
      ) : null}
    </div>
  );
}
