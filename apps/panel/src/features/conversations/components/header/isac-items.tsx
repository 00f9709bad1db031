import { MenuItem, MenuRadioGroup, MenuSeparator } from '@hilo/ui';
import { Bot, Pause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConversationActions } from '../../hooks/use-conversation-actions';
import { useNow } from '../../hooks/use-now';
import { assistantStanding, type Conversation } from '../../model/conversation';

const PAUSE_MS = 2 * 3_600_000;
const MODES = ['auto', 'suggest', 'off'] as const;

interface IsacItemsProps {
  conversation: Conversation;
  actions: ConversationActions;
  /** Heading of the modes. */
  label: string;
}

/** Giving back, pausing and the mode: the lines of a menu for who may write here. */
export function IsacItems({ conversation, actions, label }: IsacItemsProps) {
  const { t } = useTranslation('conversations');
  const standing = assistantStanding(conversation, useNow());
  const { owner } = conversation.assistantState;
  const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true };
  return (
    <>
      {owner === 'person' || standing === 'paused' ? (
        <MenuItem
          icon={<Bot {...icon} />}
          onSelect={() => void actions.assistant(conversation, { owner: 'assistant', pausedUntil: null })}
        >
          {t('isac.giveBack')}
        </MenuItem>
      ) : null}
      {standing === 'answers' ? (
        <MenuItem
          icon={<Pause {...icon} />}
          onSelect={() =>
            void actions.assistant(conversation, { pausedUntil: new Date(Date.now() + PAUSE_MS).toISOString() })
          }
        >
          {t('isac.pause')}
        </MenuItem>
      ) : null}
      <MenuSeparator />
      <MenuRadioGroup
        label={label}
        value={conversation.assistantMode}
        options={MODES.map((value) => ({ value, label: t(`isac.modes.${value}`) }))}
        onValueChange={(mode) => void actions.assistant(conversation, { mode })}
      />
    </>
  );
}
