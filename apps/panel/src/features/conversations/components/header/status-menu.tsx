import { Button, Menu, MenuItem, MenuSeparator, useNarrow } from '@hilo/ui';
import { ChevronDown, Circle, CircleDot, Clock } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../../../app/shortcuts';
import type { ConversationActions } from '../../hooks/use-conversation-actions';
import { useMoments } from '../../hooks/use-moments';
import type { Conversation } from '../../model/conversation';

const CloseDialog = lazy(() => import('./close-dialog'));
const FollowUpDialog = lazy(() => import('./follow-up-dialog'));

const SIGNS = {
  open: { Icon: CircleDot, tone: 'text-accent' },
  follow_up: { Icon: Clock, tone: 'text-warning' },
  closed: { Icon: Circle, tone: 'text-ink-3' },
} as const;

/** Whether it is open, waits for a date or is closed, and the way from one to the other. */
export function StatusMenu({ conversation, actions }: { conversation: Conversation; actions: ConversationActions }) {
  const { t } = useTranslation('conversations');
  const moments = useMoments();
  const narrow = useNarrow();
  const [asking, setAsking] = useState<'close' | 'follow_up' | null>(null);
  const { status, followUpAt } = conversation;
  const { Icon, tone } = SIGNS[status];
  const icon = { size: 16, strokeWidth: 2, 'aria-hidden': true };
  const group = t('keys.conversation');
  useShortcut({ keys: 'e', label: t('keys.close'), group, run: () => setAsking('close') }, status !== 'closed');
  useShortcut(
    { keys: 'r', label: t('keys.reopen'), group, run: () => void actions.reopen(conversation) },
    status !== 'open',
  );
  useShortcut({ keys: 'h', label: t('keys.followUp'), group, run: () => setAsking('follow_up') });

  return (
    <>
      <Menu
        trigger={
          <Button
            aria-label={t('header.statusIs', { status: t(`status.${status}`) })}
            title={followUpAt && status === 'follow_up' ? moments.full(followUpAt) : undefined}
            className="max-sm:gap-1 max-sm:px-2 max-sm:text-label"
            icon={<Icon {...icon} className={tone} />}
          >
            {narrow && status === 'follow_up' ? t('status.followUpShort') : t(`status.${status}`)}
            <ChevronDown aria-hidden size={16} className="max-sm:hidden" />
          </Button>
        }
      >
        {status === 'open' ? null : (
          <MenuItem icon={<CircleDot {...icon} />} shortcut="r" onSelect={() => void actions.reopen(conversation)}>
            {t('status.reopen')}
          </MenuItem>
        )}
        <MenuItem icon={<Clock {...icon} />} shortcut="h" onSelect={() => setAsking('follow_up')}>
          {t('status.toFollowUp')}
        </MenuItem>
        {status === 'closed' ? null : (
          <>
            <MenuSeparator />
            <MenuItem icon={<Circle {...icon} />} shortcut="e" onSelect={() => setAsking('close')}>
              {t('status.toClosed')}
            </MenuItem>
          </>
        )}
      </Menu>
      <Suspense fallback={null}>
        {asking === 'close' ? (
          <CloseDialog
            name={conversation.contact.name}
            onClose={() => setAsking(null)}
            onChoose={(reason) => void actions.close(conversation, reason)}
          />
        ) : null}
        {asking === 'follow_up' ? (
          <FollowUpDialog onClose={() => setAsking(null)} onChoose={(at) => void actions.followUp(conversation, at)} />
        ) : null}
      </Suspense>
    </>
  );
}
