import { Button, Menu, MenuItem, MenuRadioGroup, MenuSeparator } from '@hilo/ui';
import { Bot, BotOff, ChevronDown, Hand, Pause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../app/session';
import type { ConversationActions } from '../../hooks/use-conversation-actions';
import { useMoments } from '../../hooks/use-moments';
import { useNow } from '../../hooks/use-now';
import { assistantStanding, type Conversation } from '../../model/conversation';

const SIGNS = { answers: Bot, suggests: Bot, paused: Pause, person: Hand, off: BotOff } as const;
const PAUSE_MS = 2 * 3_600_000;

/** What ISAC does here, and taking over or giving back. */
export function IsacMenu({ conversation, actions }: { conversation: Conversation; actions: ConversationActions }) {
  const { t } = useTranslation('conversations');
  const may = useCan('conversations:write');
  const moments = useMoments();
  const now = useNow();
  const standing = assistantStanding(conversation, now);
  const Icon = SIGNS[standing];
  const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true };
  const words =
    standing === 'paused'
      ? t('isac.pausedUntil', { time: moments.time(conversation.assistantState.pausedUntil ?? '') })
      : t(`isac.${standing}`);
  const { owner } = conversation.assistantState;

  return (
    <Menu
      trigger={
        <Button
          variant="ghost"
          className="max-xl:px-2"
          icon={<Icon {...icon} />}
          aria-label={t('isac.state', { words })}
        >
          <span className="max-xl:hidden">{words}</span>
          <ChevronDown aria-hidden size={14} />
        </Button>
      }
    >
      {may && owner !== 'person' ? (
        <MenuItem icon={<Hand {...icon} />} onSelect={() => void actions.assistant(conversation, { owner: 'person' })}>
          {t('isac.take')}
        </MenuItem>
      ) : null}
      {may && (owner === 'person' || standing === 'paused') ? (
        <MenuItem
          icon={<Bot {...icon} />}
          onSelect={() => void actions.assistant(conversation, { owner: 'assistant', pausedUntil: null })}
        >
          {t('isac.giveBack')}
        </MenuItem>
      ) : null}
      {may && standing === 'answers' ? (
        <MenuItem
          icon={<Pause {...icon} />}
          onSelect={() =>
            void actions.assistant(conversation, { pausedUntil: new Date(Date.now() + PAUSE_MS).toISOString() })
          }
        >
          {t('isac.pause')}
        </MenuItem>
      ) : null}
      {may ? (
        <>
          <MenuSeparator />
          <MenuRadioGroup
            label={t('isac.mode')}
            value={conversation.assistantMode}
            options={(['auto', 'suggest', 'off'] as const).map((value) => ({ value, label: t(`isac.modes.${value}`) }))}
            onValueChange={(mode) => void actions.assistant(conversation, { mode })}
          />
        </>
      ) : null}
    </Menu>
  );
}
