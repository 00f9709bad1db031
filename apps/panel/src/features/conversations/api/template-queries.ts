import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../app/api';
import type { Page } from '../model/conversation';

export interface Template {
  id: string;
  name: string;
  language: string;
  category: string;
  status: string;
  header: { format: string; text: string | null } | null;
  body: string;
  footer: string | null;
  buttons: { kind: string; text: string }[];
  variables: { key: string; part: 'header' | 'body' | 'button'; example: string | null }[];
}

export interface TemplatePreview {
  header: string | null;
  body: string;
  footer: string | null;
  buttons: { kind: string; text: string }[];
}

export const templatesQuery = (channelId: string) =>
  queryOptions({
    queryKey: ['templates', 'approved', channelId],
    queryFn: ({ signal }) =>
      request<Page<Template>>('GET', '/templates', { query: { status: 'approved', channelId, limit: 100 }, signal }),
    staleTime: 5 * 60_000,
  });

/** The message as the customer would see it, filled by the server. Refused while a variable is missing. */
export const templatePreviewQuery = (id: string, contactId: string, variables: Record<string, string>) =>
  queryOptions({
    queryKey: ['templates', 'preview', id, contactId, variables],
    queryFn: ({ signal }) =>
      request<TemplatePreview>('POST', `/templates/${id}/preview`, { body: { contactId, variables }, signal }),
    retry: false,
  });
