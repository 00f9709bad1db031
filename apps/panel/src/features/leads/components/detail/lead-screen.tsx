import { Button, Skeleton, buttonClass } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MessageCircle, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../../../app/page-title';
import { RecordHeader, RecordPage } from '../../../../app/record-page';
import { useCan } from '../../../../app/session';
import { useShortcut } from '../../../../app/shortcuts';
import { leadQuery } from '../../api/lead-queries';
import { useMoveLead } from '../../hooks/use-move-lead';
import type { Lead } from '../../model/lead';
import { EditLead } from '../form/edit-lead';
import { LeadFacts } from './lead-facts';
import { LeadHead } from './lead-head';
import { Timeline } from './timeline';

/** One lead: how far it is, whose it is, what happened and what is known. */
export function LeadScreen({ leadId }: { leadId: string }) {
  const { t } = useTranslation('leads');
  const query = useQuery(leadQuery(leadId));
  return (
    <RecordPage
      query={query}
      title={t('title')}
      failed={t('failedOne')}
      waiting={
        <>
          <Skeleton className="h-8 w-full max-w-xl" />
          <Skeleton className="h-40 w-full" />
        </>
      }
    >
      {(lead) => <OneLead lead={lead} />}
    </RecordPage>
  );
}

function OneLead({ lead }: { lead: Lead }) {
  const { t } = useTranslation('leads');
  const mayWrite = useCan('leads:write');
  const { move, asking } = useMoveLead();
  const [editing, setEditing] = useState(false);
  const name = lead.contact?.name || t('nameless');
  usePageTitle(name);
  useShortcut({ keys: 'e', label: t('form.editTitle'), group: t('keys.group'), run: () => setEditing(true) }, mayWrite);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <RecordHeader
        back={{ to: '/leads', label: t('detail.back') }}
        title={name}
        detail={lead.item?.name ?? lead.title}
      >
        {mayWrite ? (
          <Button icon={<Pencil aria-hidden size={16} strokeWidth={1.75} />} onClick={() => setEditing(true)}>
            {t('detail.edit')}
          </Button>
        ) : null}
        {lead.conversationId ? (
          <Link to="/bandeja/$id" params={{ id: lead.conversationId }} className={buttonClass({ variant: 'primary' })}>
            <MessageCircle aria-hidden size={16} strokeWidth={1.75} />
            {t('detail.openChat')}
          </Link>
        ) : null}
      </RecordHeader>
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
