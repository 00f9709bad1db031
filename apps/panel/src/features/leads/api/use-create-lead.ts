import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../../app/ask';
import { useSteadyKey } from '../../../app/steady-key';
import type { Lead, LeadChange } from '../model/lead';
import { placeLead, refreshLeads } from './lead-cache';

export interface NewLeadRequest {
  contact: { id: string } | { name: string | null; phone: string | null };
  details: LeadChange;
}

/** Writes a lead down: the customer first when they are new, then the lead, then what only a change can say. */
export function useCreateLead() {
  const client = useQueryClient();
  const [contactKey, leadKey] = [useSteadyKey(), useSteadyKey()];
  return useMutation({
    mutationFn: async ({ contact, details }: NewLeadRequest): Promise<Lead> => {
      const { city, urgency, description, ...start } = details;
      const { id } =
        'id' in contact ? contact : await ask('POST', '/contacts', { body: contact, headers: contactKey(contact) });
      const body = { contactId: id, ...start };
      const lead = await ask('POST', '/leads', { body, headers: leadKey(body) });
      const rest = { ...(city && { city }), ...(urgency && { urgency }), ...(description && { description }) };
      if (Object.keys(rest).length === 0) return lead;
      return ask('PATCH', '/leads/{id}', {
        path: { id: lead.id },
        body: rest,
        headers: { 'if-match': `"${lead.version}"` },
      });
    },
    onSuccess: (lead) => {
      placeLead(client, lead);
      refreshLeads(client);
    },
  });
}
