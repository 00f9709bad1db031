import { Button, SkeletonRows } from '@hilo/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../../app/api-problem';
import { rowsOf } from '../../../../app/more-pages';
import { ProblemCard } from '../../../../app/problem-card';
import { eventsQuery, messagesQuery } from '../../api/lead-queries';
import { useWords } from '../../hooks/use-words';
import type { Lead } from '../../model/lead';
import { byDay, timelineOf } from '../../model/timeline';
import { EventLine } from './event-line';
import { MessageLine } from './message-line';

/** Everything that happened: the lead's own history and the words of its conversation, newest first. */
export function Timeline({ lead }: { lead: Lead }) {
  const { t } = useTranslation('leads');
  const words = useWords();
  const events = useInfiniteQuery(eventsQuery(lead.id));
  const messages = useInfiniteQuery({ ...messagesQuery(lead.conversationId), retry: false });
  const days = useMemo(() => {
    const entries = timelineOf(
      { items: rowsOf(events.data), more: events.hasNextPage },
      { items: rowsOf(messages.data), more: messages.hasNextPage },
    );
    return byDay(entries, words.dayKey);
  }, [events.data, events.hasNextPage, messages.data, messages.hasNextPage, words]);

  const hidden = messages.error instanceof ApiProblem && [403, 404].includes(messages.error.status);
  const failed = events.error ?? (hidden ? null : messages.error);
  const older = () => {
    if (events.hasNextPage) void events.fetchNextPage();
    if (messages.hasNextPage) void messages.fetchNextPage();
  };
  const retry = () => {
    if (events.error) void events.refetch();
    if (messages.error) void messages.refetch();
  };
  const waiting = events.isPending || (lead.conversationId !== null && messages.isPending);
  return (
    <section aria-labelledby="timeline" className="min-w-0 px-4 py-4 md:px-6">
      <h2 id="timeline" className="mb-3 font-display text-section font-semibold">
        {t('detail.timeline')}
      </h2>
      {hidden ? (
        <p className="mb-3 rounded-md bg-bg px-3 py-2 text-label text-ink-2">{t('timeline.messagesHidden')}</p>
      ) : null}
      {failed ? <ProblemCard title={t('timeline.failed')} error={failed} onRetry={retry} /> : null}
      {waiting ? <SkeletonRows rows={4} label={t('detail.timeline')} /> : null}
      {!waiting && !failed && days.length === 0 ? <p className="text-ink-3">{t('timeline.empty')}</p> : null}
      {waiting
        ? null
        : days.map(({ day, entries }) => (
            <section key={day} aria-label={words.day(entries[0]?.at ?? '')} className="mb-4">
              <h3 className="mb-2 text-label font-medium text-ink-3 first-letter:uppercase">
                {words.day(entries[0]?.at ?? '')}
              </h3>
              <ol className="ml-3 flex flex-col gap-3 border-l border-line pl-5">
                {entries.map((entry) => (
                  <li key={entry.id} className="relative">
                    {entry.kind === 'event' ? (
                      <EventLine event={entry.event} />
                    ) : (
                      <MessageLine message={entry.message} />
                    )}
                  </li>
                ))}
              </ol>
            </section>
          ))}
      {events.hasNextPage || messages.hasNextPage ? (
        <Button onClick={older} busy={events.isFetchingNextPage || messages.isFetchingNextPage}>
          {t('timeline.older')}
        </Button>
      ) : null}
    </section>
  );
}
