import { Avatar, Button, Dialog, ErrorCard, SkeletonRows, TextField } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { Check, UserX, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../../i18n/problem-text';
import { colleaguesQuery, teamsQuery } from '../../api/people-queries';
import type { ConversationActions } from '../../hooks/use-conversation-actions';
import type { Conversation, Person } from '../../model/conversation';

interface AssignDialogProps {
  conversation: Conversation;
  actions: ConversationActions;
  onClose: () => void;
}

const rowClass = 'flex w-full items-center gap-3 rounded-md px-2 py-2 text-left hover:bg-bg pointer-coarse:min-h-11';

/** To a colleague, to a team's queue, or to nobody. */
export default function AssignDialog({ conversation, actions, onClose }: AssignDialogProps) {
  const { t } = useTranslation('conversations');
  const people = useQuery(colleaguesQuery);
  const teams = useQuery(teamsQuery);
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const fits = ({ name }: { name: string }) => name.toLowerCase().includes(wanted);
  const give = (person: Person | null, teamId?: string) => {
    void actions.assign(conversation, person, teamId);
    onClose();
  };
  const colleagues = (people.data?.data ?? [])
    .filter(fits)
    .sort((one, other) => Number(other.presence === 'online') - Number(one.presence === 'online'));

  return (
    <Dialog
      open
      size="sm"
      title={t('assign.title')}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      footer={
        conversation.assignee ? (
          <Button icon={<UserX aria-hidden size={16} />} onClick={() => give(null)}>
            {t('assign.nobody')}
          </Button>
        ) : undefined
      }
    >
      <TextField
        hideLabel
        label={t('assign.search')}
        placeholder={t('assign.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {people.isPending ? <SkeletonRows rows={4} label={t('assign.loading')} /> : null}
      {people.isError ? (
        <ErrorCard title={t('assign.failed')} cause={problemText(people.error)} onRetry={() => void people.refetch()} />
      ) : null}
      <ul className="mt-2 flex flex-col">
        {colleagues.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className={rowClass}
              onClick={() => give({ id: person.id, name: person.name, initials: person.initials })}
            >
              <Avatar
                size="sm"
                name={person.name}
                seed={person.id}
                presence={{ available: person.presence === 'online', label: t(`assign.presence.${person.presence}`) }}
              />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{person.name}</span>
                <span className="block truncate text-label text-ink-3">
                  {[t(`assign.presence.${person.presence}`), ...person.teams.map((team) => team.name)].join(' · ')}
                </span>
              </span>
              {conversation.assignee?.id === person.id ? (
                <Check aria-label={t('assign.current')} size={16} className="text-accent" />
              ) : null}
            </button>
          </li>
        ))}
        {(teams.data?.data ?? []).filter(fits).map((team) => (
          <li key={team.id}>
            <button type="button" className={rowClass} onClick={() => give(null, team.id)}>
              <span className="flex size-7 items-center justify-center rounded-full bg-sunken text-ink-2">
                <UsersRound aria-hidden size={16} />
              </span>
              <span className="min-w-0 flex-1 truncate">{t('assign.team', { name: team.name })}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
