import { Button } from '@hilo/ui';
import { Bot, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConversationActions } from '../../hooks/use-conversation-actions';
import type { Conversation } from '../../model/conversation';

interface NotYoursProps {
  conversation: Conversation;
  /** ISAC is answering; otherwise a colleague has it. */
  isac: boolean;
  actions: ConversationActions;
  /** Whether this person answers here now, whatever else is said of the conversation meanwhile. */
  onTaken: (taken: boolean) => void;
}

/** Before writing in a conversation that somebody else answers: take it, or answer all the same. */
export function NotYours({ conversation, isac, actions, onTaken }: NotYoursProps) {
  const { t } = useTranslation('conversations');
  const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true, className: 'shrink-0' };
  const take = async () => {
    // At once: an older word of the conversation may still arrive, and must not take the box away under the hand.
    onTaken(true);
    if (!(await actions.take(conversation))) onTaken(false);
  };
  return (
    <div className="mx-3 mb-2 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md bg-sunken px-3 py-2 dark:bg-bg">
      <span className="flex min-w-0 flex-1 basis-48 items-center gap-2 text-ink-2">
        {isac ? <Bot {...icon} /> : <UserRound {...icon} />}
        {isac ? t('notYours.isac') : t('notYours.assigned', { name: conversation.assignee?.name ?? '' })}
      </span>
      <span className="ml-auto flex gap-2">
        {isac ? null : (
          <Button size="sm" variant="ghost" onClick={() => onTaken(true)}>
            {t('notYours.anyway')}
          </Button>
        )}
        <Button size="sm" variant={isac ? 'primary' : 'secondary'} onClick={() => void take()}>
          {t('header.take')}
        </Button>
      </span>
    </div>
  );
}
