import { Avatar, Badge, Button, IconButton, Menu, MenuItem, MenuRadioGroup, MenuSeparator } from '@hilo/ui';
import { ArrowLeft, Ellipsis, Hand, MailOpen, PanelRight, UserPlus } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useMe } from '../../../../app/session';
import { useShortcut } from '../../../../app/shortcuts';
import type { ConversationActions } from '../../hooks/use-conversation-actions';
import { useIsacWords } from '../../hooks/use-isac-words';
import { channelMark, contactName, type Conversation, type Priority } from '../../model/conversation';
import { AboutLine } from './about-line';
import { IsacItems } from './isac-items';
import { IsacMenu } from './isac-menu';
import { StatusMenu } from './status-menu';

const AssignDialog = lazy(() => import('./assign-dialog'));
const PRIORITIES: readonly Priority[] = ['urgent', 'high', 'normal', 'low'];

export interface ThreadHeaderProps {
  conversation: Conversation;
  actions: ConversationActions;
  narrow: boolean;
  /** The customer column is open beside the thread. */
  columnOpen: boolean;
  onBack: () => void;
  onCustomer: () => void;
}

export function ThreadHeader({ conversation, actions, narrow, columnOpen, onBack, onCustomer }: ThreadHeaderProps) {
  const { t } = useTranslation('conversations');
  const me = useMe();
  const may = useCan('conversations:write');
  const isac = useIsacWords(conversation);
  const [assigning, setAssigning] = useState(false);
  const name = contactName(conversation, t('unnamed'));
  const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true };
  const mine = conversation.assignee?.id === me.id;
  const isacAnswers = isac.standing === 'answers' && conversation.assistantState.owner === 'assistant';
  const takeable = may && (!mine || isacAnswers);

  const group = t('keys.conversation');
  useShortcut({ keys: 'i', label: t('header.take'), group, run: () => void actions.take(conversation) }, takeable);
  useShortcut({ keys: 'a', label: t('keys.assign'), group, run: () => setAssigning(true) }, may);
  useShortcut({ keys: 'u', label: t('keys.unread'), group, run: () => void actions.unread(conversation) });
  useShortcut(
    {
      keys: 'p',
      label: t('keys.priority'),
      group,
      run: () => {
        const at = PRIORITIES.indexOf(conversation.priority);
        void actions.prioritize(conversation, PRIORITIES[(at + PRIORITIES.length - 1) % PRIORITIES.length] ?? 'normal');
      },
    },
    may,
  );

  return (
    <header className="flex min-h-14 shrink-0 items-center gap-x-1.5 border-b border-line bg-surface px-2 py-1.5 max-md:flex-wrap md:gap-2 md:px-4">
      {narrow ? (
        <IconButton label={t('header.back')} icon={<ArrowLeft {...icon} size={20} />} onClick={onBack} />
      ) : null}
      <button
        type="button"
        onClick={onCustomer}
        title={t('header.openCustomer', { name })}
        className="flex min-w-0 flex-1 items-center gap-3 rounded-md py-0.5 pr-2 text-left"
      >
        <Avatar name={name} seed={conversation.contact.id} channel={channelMark(conversation)} />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2">
            <span className="truncate text-section leading-5 font-semibold">{name}</span>
            {conversation.contact.type === 'wholesale' ? <Badge tone="success">{t('customer.wholesale')}</Badge> : null}
            {conversation.priority === 'urgent' || conversation.priority === 'high' ? (
              <span className="max-sm:hidden">
                <Badge tone={conversation.priority === 'urgent' ? 'danger' : 'warning'}>
                  {t(`priority.${conversation.priority}`)}
                </Badge>
              </span>
            ) : null}
          </span>
          {narrow ? null : <AboutLine conversation={conversation} />}
        </span>
      </button>
      {narrow ? null : <IsacMenu conversation={conversation} actions={actions} />}
      {may ? <StatusMenu conversation={conversation} actions={actions} /> : null}
      {may && !narrow ? (
        conversation.assignee ? (
          <IconButton
            label={t('header.assign')}
            shortcut="a"
            icon={<UserPlus {...icon} />}
            onClick={() => setAssigning(true)}
          />
        ) : (
          // While ISAC answers, the box for writing offers it.
          !isacAnswers && <Button onClick={() => void actions.take(conversation)}>{t('header.take')}</Button>
        )
      ) : null}
      <Menu trigger={<IconButton label={t('header.more')} icon={<Ellipsis {...icon} />} />}>
        {takeable ? (
          <MenuItem icon={<Hand {...icon} />} shortcut="i" onSelect={() => void actions.take(conversation)}>
            {t('header.take')}
          </MenuItem>
        ) : null}
        {may ? (
          <MenuItem icon={<UserPlus {...icon} />} shortcut="a" onSelect={() => setAssigning(true)}>
            {t('header.assignOrTransfer')}
          </MenuItem>
        ) : null}
        <MenuItem icon={<MailOpen {...icon} />} shortcut="u" onSelect={() => void actions.unread(conversation)}>
          {t('header.markUnread')}
        </MenuItem>
        {may ? (
          <>
            <MenuSeparator />
            <MenuRadioGroup
              label={t('header.priority')}
              value={conversation.priority}
              options={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
              onValueChange={(priority) => void actions.prioritize(conversation, priority)}
            />
            {narrow ? (
              <>
                <MenuSeparator />
                <IsacItems
                  conversation={conversation}
                  actions={actions}
                  label={t('isac.state', { words: isac.words })}
                />
              </>
            ) : null}
          </>
        ) : null}
      </Menu>
      {narrow ? null : (
        <IconButton
          label={columnOpen ? t('header.hideCustomer') : t('header.showCustomer')}
          pressed={columnOpen}
          className="max-lg:hidden"
          icon={<PanelRight {...icon} />}
          onClick={onCustomer}
        />
      )}
      {narrow ? <AboutLine conversation={conversation} className="basis-full px-2 pb-0.5" /> : null}
      <Suspense fallback={null}>
        {assigning ? (
          <AssignDialog conversation={conversation} actions={actions} onClose={() => setAssigning(false)} />
        ) : null}
      </Suspense>
    </header>
  );
}
