import { IconButton } from '@hilo/ui';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { usePreview } from '../../hooks/use-preview';
import { contactName, type Conversation } from '../../model/conversation';
import type { Message } from '../../model/message';

/** What is being answered, above the text. */
export function ReplyBar({
  message,
  conversation,
  onClear,
}: {
  message: Message;
  conversation: Conversation;
  onClear: () => void;
}) {
  const { t } = useTranslation('conversations');
  const line = usePreview();
  const who = message.direction === 'in' ? contactName(conversation, t('unnamed')) : t('thread.us');
  return (
    <div className="mx-3 mb-1 flex items-center gap-2 rounded-md border-l-3 border-accent bg-sunken py-1.5 pr-1 pl-3">
      <div className="min-w-0 flex-1 text-label">
        <p className="font-medium text-accent">{t('composer.replyingTo', { name: who })}</p>
        <p className="truncate text-ink-2">{line({ type: message.type, preview: message.text ?? '' })}</p>
      </div>
      <IconButton size="sm" label={t('composer.stopReplying')} icon={<X aria-hidden size={16} />} onClick={onClear} />
    </div>
  );
}
