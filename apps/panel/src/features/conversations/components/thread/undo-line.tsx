import { Button, showToast } from '@hilo/ui';
import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { drafts, outbox } from '../../../../app/runtime';
import type { Message } from '../../model/message';

/** Under a message that has not left yet: takes it back, and its words return to the composer. */
export function UndoLine({ message, outboxId }: { message: Message; outboxId: string }) {
  const { t } = useTranslation('conversations');
  const { conversationId, type, text } = message;
  const undo = async () => {
    if (!(await outbox.undo(outboxId))) return showToast({ title: t('thread.undoFailed') });
    // A template's words are the server's: there is nothing of them to write on.
    if (!text || type === 'template') return;
    const begun = drafts.text(conversationId, 'reply');
    drafts.write(conversationId, 'reply', [text, begun].filter(Boolean).join('\n'));
  };
  return (
    <Button
      size="sm"
      variant="ghost"
      className="mt-0.5"
      icon={<Undo2 aria-hidden size={14} />}
      onClick={() => void undo()}
    >
      {t('thread.undo')}
    </Button>
  );
}
