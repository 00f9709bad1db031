import { Button, ErrorCard, Skeleton } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { LayoutTemplate } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../app/session';
import { problemText } from '../../../../i18n/problem-text';
import { templatesQuery } from '../../api/template-queries';
import type { Sending } from '../../hooks/use-sending';
import type { Conversation } from '../../model/conversation';
import { inLanguageOrder } from '../../model/template-values';

const TemplateDialog = lazy(() => import('./template-dialog'));
const FIRST = 3;

/** Stands where the text would be when only a template may go: nobody can write what would never arrive. */
export default function TemplateStrip({
  conversation,
  draft,
  send,
}: {
  conversation: Conversation;
  draft: string;
  send: Sending['send'];
}) {
  const { t, i18n } = useTranslation('conversations');
  const may = useCan('templates:read');
  const query = useQuery({ ...templatesQuery(conversation.channel.id), enabled: may });
  const [picking, setPicking] = useState<{ templateId: string | null } | null>(null);
  const templates = inLanguageOrder(query.data?.data ?? [], conversation.contact.language ?? i18n.language);

  return (
    <div className="flex flex-col gap-2.5 px-3 pb-3 md:px-4">
      <p className="text-ink-2">{t('window.needsTemplate')}</p>
      {query.isPending && may ? (
        <div className="grid gap-2 md:grid-cols-3">
          {[0, 1, 2].map((index) => (
            <Skeleton key={index} className="h-16 w-full rounded-md" />
          ))}
        </div>
      ) : null}
      {query.isError ? (
        <ErrorCard
          title={t('templates.failed')}
          cause={problemText(query.error)}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {templates.length > 0 ? (
        <ul className="grid gap-2 max-md:max-h-44 max-md:overflow-y-auto md:grid-cols-3">
          {templates.slice(0, FIRST).map((template) => (
            <li key={template.id}>
              <button
                type="button"
                onClick={() => setPicking({ templateId: template.id })}
                className="flex h-full w-full flex-col gap-0.5 rounded-md border border-line bg-surface px-3 py-2 text-left hover:border-line-strong hover:bg-bg"
              >
                <span className="max-w-full truncate text-label font-medium">{template.name}</span>
                <span className="line-clamp-2 text-label text-ink-2">{template.body}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : query.data ? (
        <p className="text-label text-ink-3">{t('templates.none')}</p>
      ) : null}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {draft.trim() ? <span className="mr-auto text-label text-ink-3">{t('templates.draftKept')}</span> : null}
        <Button
          variant="primary"
          icon={<LayoutTemplate aria-hidden size={16} />}
          disabled={!may || templates.length === 0}
          onClick={() => setPicking({ templateId: null })}
        >
          {t('templates.send')}
        </Button>
      </div>
      <Suspense fallback={null}>
        {picking ? (
          <TemplateDialog
            conversation={conversation}
            templates={templates}
            templateId={picking.templateId}
            draft={draft}
            onClose={() => setPicking(null)}
            send={send}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
