import { Button, Menu, MenuItem } from '@hilo/ui';
import { Bot, BotOff, ChevronDown, Hand, Hourglass, Pause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../app/session';
import type { ConversationActions } from '../../hooks/use-conversation-actions';
import { useIsacWords } from '../../hooks/use-isac-words';
import type { Conversation } from '../../model/conversation';
import { IsacItems } from './isac-items';

const SIGNS = { answers: Bot, suggests: Bot, paused: Pause, waits: Hourglass, person: Hand, off: BotOff } as const;

/** What ISAC does here, and taking over or giving back. */
export function IsacMenu({ conversation, actions }: { conversation: Conversation; actions: ConversationActions }) {
  const { t } = useTranslation('conversations');
  const may = useCan('conversations:write');
  const { standing, words } = useIsacWords(conversation);
  const Icon = SIGNS[standing];
  return (
    <Menu
      trigger={
        <Button
          variant="ghost"
          className="gap-1 px-2"
          title={words}
          icon={<Icon size={16} strokeWidth={1.75} aria-hidden />}
          aria-label={t('isac.state', { words })}
        >
          <ChevronDown aria-hidden size={14} />
        </Button>
      }
    >
      {may && conversation.assistantState.owner !== 'person' ? (
        <MenuItem
          icon={<Hand size={16} strokeWidth={1.75} aria-hidden />}
          onSelect={() => void actions.take(conversation)}
        >
          {t('header.take')}
        </MenuItem>
      ) : null}
      {may ? <IsacItems conversation={conversation} actions={actions} label={t('isac.mode')} /> : null}
    </Menu>
  );
}
