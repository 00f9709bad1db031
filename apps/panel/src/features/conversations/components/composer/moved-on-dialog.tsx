import { Button, Dialog } from '@hilo/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { relativeTime } from '../../../../app/relative-time';
import { drafts, outbox } from '../../../../app/runtime';
import { useMe } from '../../../../app/session';
import { heldBack, insisting, isNoNews, movedBy } from '../../model/moved-on';

/** Somebody spoke while this was written: send it all the same, or look first. The words stay either way. */
export default function MovedOnDialog({ conversationId, customer }: { conversationId: string; customer: string }) {
  const { t, i18n } = useTranslation('conversations');
  const me = useMe();
  const entry = outbox.useEntries((state) => heldBack(state.entries, conversationId));
  const noNews = entry !== null && isNoNews(entry, me.id);

  useEffect(() => {
    if (entry && noNews) void outbox.retry(entry.id, insisting(entry));
  }, [entry, noNews]);

  if (!entry || noNews) return null;
  const last = movedBy(entry);
  const text = typeof entry.body['text'] === 'string' ? entry.body['text'] : '';
  const review = () => {
    const written = drafts.text(conversationId, 'reply');
    if (text) drafts.write(conversationId, 'reply', [text, written].filter(Boolean).join('\n'));
    void outbox.discard(entry.id);
  };
  const name =
    last?.direction === 'in'
      ? customer
      : (last?.author.name ?? (last?.author.kind === 'assistant' ? 'ISAC' : t('movedOn.somebody')));
  return (
    <Dialog
      open
      required
      size="sm"
      title={
        last
          ? t('movedOn.title', { name, ago: relativeTime(last.at, new Date(), i18n.language) })
          : t('movedOn.titleUnknown')
      }
      description={t('movedOn.help')}
      footer={
        <>
          <Button onClick={review}>{t('movedOn.review')}</Button>
          <Button variant="primary" onClick={() => void outbox.retry(entry.id, insisting(entry))}>
            {t('movedOn.sendAnyway')}
          </Button>
        </>
      }
    >
      {last?.text ? (
        <blockquote className="rounded-md border-l-3 border-accent bg-sunken px-3 py-2 text-chat">
          {last.text}
        </blockquote>
      ) : null}
    </Dialog>
  );
}
