import { Button, ErrorCard, PageHeader, Skeleton, buttonClass } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, MessageCircle, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../../app/api-problem';
import { usePageTitle } from '../../../../app/page-title';
import { useCan } from '../../../../app/session';
import { useShortcut } from '../../../../app/shortcuts';
import { NotFound } from '../../../../app/shell/message-screens';
import { problemDetail, problemText } from '../../../../i18n/problem-text';
import { leadQuery } from '../../api/lead-queries';
import { useMoveLead } from '../../hooks/use-move-lead';
import { EditLead } from '../form/edit-lead';
import { LeadFacts } from './lead-facts';
import { LeadHead } from './lead-head';
import { Timeline } from './timeline';

/** One lead: how far it is, whose it is, what happened and what is known. */
export function LeadScreen({ leadId }: { leadId: string }) {
  const { t } = useTranslation('leads');
  const query = useQuery(leadQuery(leadId));
  const mayWrite = useCan('leads:write');
  const { move, asking } = useMoveLead();
  const [editing, setEditing] = useState(false);
  const lead = query.data;
  const name = lead && (lead.contact?.name || t('nameless'));
  usePageTitle(name);
  useShortcut(
    { keys: 'e', label: t('form.editTitle'), group: t('keys.group'), run: () => setEditing(true) },
    mayWrite && lead !== undefined,
  );

  const back = (
    <Link
      to="/leads"
      aria-label={t('detail.back')}
      className="-ml-2 mt-3 flex size-8 shrink-0 items-center justify-center rounded-md text-ink-2 hover:bg-sunken pointer-coarse:mt-1.5 pointer-coarse:size-11"
    >
      <ArrowLeft aria-hidden size={18} />
    </Link>
  );
  if (query.error instanceof ApiProblem && [400, 404].includes(query.error.status) && !lead) return <NotFound />;
  if (!lead)
    return (
      <>
        <PageHeader title={t('title')} />
        <div className="flex flex-col gap-4 px-4 md:px-6">
          {query.error ? (
            <ErrorCard
              title={t('failedOne')}
              cause={problemText(query.error)}
              detail={problemDetail(query.error)}
              onRetry={() => void query.refetch()}
            />
          ) : (
            <>
              <Skeleton className="h-8 w-full max-w-xl" />
              <Skeleton className="h-40 w-full" />
            </>
          )}
        </div>
      </>
    );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-start pl-4 md:pl-6">
        {back}
        <div className="-ml-2 min-w-0 flex-1 md:-ml-4">
          <PageHeader title={name ?? ''} detail={lead.item?.name ?? lead.title}>
            {mayWrite ? (
              <Button icon={<Pencil aria-hidden size={16} strokeWidth={1.75} />} onClick={() => setEditing(true)}>
                {t('detail.edit')}
              </Button>
            ) : null}
            {lead.conversationId ? (
              <Link
                to="/bandeja/$id"
                params={{ id: lead.conversationId }}
                className={buttonClass({ variant: 'primary' })}
              >
                <MessageCircle aria-hidden size={16} strokeWidth={1.75} />
                {t('detail.openChat')}
              </Link>
            ) : null}
          </PageHeader>
        </div>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <LeadHead lead={lead} mayWrite={mayWrite} onMove={move} />
        <div className="grid border-t border-line lg:grid-cols-[minmax(0,1fr)_340px]">
          <Timeline lead={lead} />
          <LeadFacts lead={lead} />
        </div>
      </div>
      {asking}
      {editing ? <EditLead lead={lead} onClose={() => setEditing(false)} /> : null}
    </div>
  );
}
