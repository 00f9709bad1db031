import { showToast } from '@hilo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../app/ask';
import { ApiProblem } from '../../../app/api-problem';
import { problemText } from '../../../i18n/problem-text';
import type { Lead, LeadChange, Person } from '../model/lead';
import { cachedLead, placeLead, refreshLeads, snapshotLead } from './lead-cache';
import { keys } from './lead-queries';

export interface ChangeRequest {
  lead: Lead;
  change: LeadChange;
  /** The person behind `assigneeId`, to show at once. */
  assignee?: Person | null;
}

/** The lead as it will be if the server agrees. */
export function expected({ lead, change, assignee }: ChangeRequest): Lead {
  const { assigneeId: _assigneeId, itemId: _itemId, ...plain } = change;
  return {
    ...lead,
    ...plain,
    ...(assignee !== undefined && { assignee }),
    ...(change.quality !== undefined && { qualityBy: 'person' as const, qualityReasons: [] }),
    ...(change.state !== undefined && change.state !== 'lost' && { lostReason: null }),
  };
}

export const patchLead = (lead: Lead, change: LeadChange) =>
  ask('PATCH', '/leads/{id}', { path: { id: lead.id }, body: change, headers: { 'if-match': `"${lead.version}"` } });

/** What to tell of a refusal: a move of the pipeline that is not allowed has words of its own. */
export function useRefusalText(): (error: unknown) => string {
  const { t } = useTranslation('leads');
  return (error) => {
    const code = error instanceof ApiProblem ? error.code : '';
    if (code === 'lead_state_refused') return t('refused.state');
    if (code === 'open_lead_exists') return t('refused.openLead');
    return problemText(error);
  };
}

/** Changes a lead at once everywhere it stands; a refusal puts it back and says why. */
export function useChangeLead() {
  const client = useQueryClient();
  const { t } = useTranslation('leads');
  const refusalText = useRefusalText();
  return useMutation({
    // One after the other, each upon the version that the one before it left.
    scope: { id: 'leads' },
    mutationFn: ({ lead, change }: ChangeRequest) => patchLead(cachedLead(client, lead.id) ?? lead, change),
    onMutate: async (asked) => {
      await client.cancelQueries({ queryKey: keys.boards });
      const restore = snapshotLead(client, asked.lead.id);
      placeLead(client, expected(asked));
      return { restore };
    },
    onSuccess: (lead) => {
      placeLead(client, lead);
      void client.invalidateQueries({ queryKey: keys.events(lead.id) });
    },
    onError: (error, { lead }, kept) => {
      kept?.restore();
      showToast({
        tone: 'danger',
        title: t('changeFailed', { name: lead.contact?.name || t('nameless') }),
        description: refusalText(error),
      });
      if (error instanceof ApiProblem && !error.unanswered) {
        void client.invalidateQueries({ queryKey: keys.lead(lead.id) });
        refreshLeads(client);
      }
    },
  });
}
