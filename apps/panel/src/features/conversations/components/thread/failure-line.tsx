import { Button } from '@hilo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../app/ask';
import { outbox } from '../../../../app/runtime';
import { keys } from '../../api/keys';
import type { Message } from '../../model/message';
import { withMessage, type ThreadPages } from '../../model/message-pages';
import { insisting } from '../../model/moved-on';

/** The reason in the person's words: ours by reason, else the general ones by code, else the provider's own. */
export function failureWords({ failure }: Pick<Message, 'failure'>): string {
  if (!failure) return '';
  const ours = `failures.${failure.reason}`;
  if (i18next.exists(ours, { ns: 'conversations' }))
    return i18next.t(ours as 'failures.other', { ns: 'conversations' });
  if (i18next.exists(failure.reason, { ns: 'errors' })) return i18next.t(failure.reason as 'unknown', { ns: 'errors' });
  return failure.title || i18next.t('failures.other', { ns: 'conversations' });
}

/** Under a message that did not go: why, and what can be done. It stays until somebody does it. */
export function FailureLine({ message }: { message: Message }) {
  const { t } = useTranslation('conversations');
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () =>
      ask('POST', '/conversations/{id}/messages/{messageId}/retry', {
        path: { id: message.conversationId, messageId: message.id },
        body: {},
      }),
    onSuccess: (renewed) =>
      client.setQueryData<ThreadPages>(keys.thread(message.conversationId), (thread) => withMessage(thread, renewed)),
  });
  const { outbox: waiting, failure } = message;
  const again = () => {
    if (!waiting) return retry.mutate();
    const entry = outbox.useEntries.getState().entries.find((one) => one.id === waiting.id);
    void outbox.retry(waiting.id, entry && failure?.code === 'conversation_moved_on' ? insisting(entry) : undefined);
  };
  return (
    <div
      role="alert"
      className="mt-1 flex max-w-full flex-wrap items-center justify-end gap-x-2 gap-y-1 text-label text-danger"
    >
      <span className="flex items-start gap-1">
        <CircleAlert aria-hidden size={14} className="mt-px shrink-0" />
        <span>
          {t('thread.notSent')} · {failureWords(message)}
          {failure?.code && failure.code !== failure.reason ? (
            <span className="text-ink-3"> ({failure.code})</span>
          ) : null}
        </span>
      </span>
      {waiting || failure?.retryable ? (
        <Button size="sm" busy={retry.isPending} onClick={again}>
          {t('thread.retry')}
        </Button>
      ) : null}
      {waiting ? (
        <Button size="sm" variant="ghost" onClick={() => void outbox.discard(waiting.id)}>
          {t('thread.discard')}
        </Button>
      ) : null}
    </div>
  );
}
