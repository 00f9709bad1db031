import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../app/api';
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
        'id' in contact
          ? contact
          : await request<{ id: string }>('POST', '/contacts', { body: contact, headers: contactKey(contact) });
      const body = { contactId: id, ...start };
      const lead = await request<Lead>('POST', '/leads', { body, headers: leadKey(body) });
      const rest = { ...(city && { city }), ...(urgency && { urgency }), ...(description && { description }) };
      if (Object.keys(rest).length === 0) return lead;
      return request<Lead>('PATCH', `/leads/${lead.id}`, {
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
