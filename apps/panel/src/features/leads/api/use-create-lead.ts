import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../app/api';
import { newId } from '../../../app/new-id';
import type { Lead, LeadChange } from '../model/lead';
import { placeLead, refreshLeads } from './lead-cache';

export interface NewLeadRequest {
  contact: { id: string } | { name: string | null; phone: string | null };
  details: LeadChange;
}

/** A contact or a lead that may be asked for twice and is made once: the key lives as long as the words stay the same. */
function useSteadyKey() {
  const [kept] = useState(() => ({ of: '', key: '' }));
  return (words: unknown) => {
    const of = JSON.stringify(words);
    if (kept.of !== of) Object.assign(kept, { of, key: newId() });
    return { 'idempotency-key': kept.key };
  };
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
