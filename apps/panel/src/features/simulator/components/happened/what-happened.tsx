import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../app/session';
import type { Customer } from '../../api/phone';
import { threadQuery } from '../../api/phone-queries';
import { conversationOf, turnsQuery } from '../../api/trace-queries';
import { useTrail } from '../../hooks/trail-store';
import { timelineOf } from '../../model/timeline';
import { ConversationCard } from './conversation-card';
import { RecentWebhooks } from './recent-webhooks';
import { TimelineRow } from './timeline-row';

/** What this customer's doings caused, as the product tells it. */
export function WhatHappened({ customer }: { customer: Customer }) {
  const { t } = useTranslation('simulator');
  const mayRecord = useCan('webhook-events:read');
  const mayAsk = useCan('assistant:use');
  const thread = useQuery(threadQuery(customer.id)).data;
  const conversation = useQuery(conversationOf(customer));
  const turns = useQuery({
    ...turnsQuery(conversation.data?.id ?? ''),
    enabled: mayAsk && Boolean(conversation.data),
  }).data;
  const notes = useTrail((state) => state.notes);
  const entries = useMemo(
    () =>
      timelineOf(
        thread?.messages ?? [],
        notes.filter(({ customerId }) => customerId === customer.id),
        turns?.data ?? [],
      ),
    [thread, notes, turns, customer.id],
  );
  return (
    <section aria-label={t('happened.title')} className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <h2 className="px-4 pt-3 pb-2 font-display text-section font-semibold">{t('happened.title')}</h2>
      <ConversationCard query={conversation} />
      {entries.length === 0 ? (
        <p className="px-4 py-3 text-ink-2">{t('happened.nothing')}</p>
      ) : (
        <ol aria-label={t('happened.timeline')} className="flex flex-col py-4 pr-4 pl-[26px]">
          {entries.map((entry) => (
            <TimelineRow key={`${entry.kind}:${entry.id}`} entry={entry} />
          ))}
        </ol>
      )}
      {mayRecord ? <RecentWebhooks /> : null}
    </section>
  );
}
