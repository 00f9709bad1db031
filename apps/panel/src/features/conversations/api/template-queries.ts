import type { Schemas } from '@hilo/api-client';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../../app/ask';

export type Template = Schemas['TemplateView'];
export type TemplatePreview = Schemas['TemplatePreview'];

export const templatesQuery = (channelId: string) =>
  queryOptions({
    queryKey: ['templates', 'approved', channelId],
    queryFn: ({ signal }) => ask('GET', '/templates', { query: { status: 'approved', channelId, limit: 100 }, signal }),
    staleTime: 5 * 60_000,
  });

/** The message as the customer would see it, filled by the server. Refused while a variable is missing. */
export const templatePreviewQuery = (id: string, contactId: string, variables: Record<string, string>) =>
  queryOptions({
    queryKey: ['templates', 'preview', id, contactId, variables],
    queryFn: ({ signal }) =>
      ask('POST', '/templates/{id}/preview', { path: { id }, body: { contactId, variables }, signal }),
    retry: false,
  });
