import { ErrorCard, IconButton, Sheet, Skeleton, showToast } from '@hilo/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemDetail, problemText } from '../../../../i18n/problem-text';
import { rateTurn, turnQuery } from '../../api/turn-query';
import { TraceDetails } from './trace/trace-details';

/** How ISAC came to what it said: read beside the thread, which stays usable. */
export default function TraceDrawer({ turnId, onClose }: { turnId: string; onClose: () => void }) {
  const { t } = useTranslation('conversations');
  const client = useQueryClient();
  const query = useQuery(turnQuery(turnId));
  const [pressed, setPressed] = useState<'up' | 'down' | null>(null);
  const thumb = pressed ?? query.data?.thumb ?? null;
  const rate = (next: 'up' | 'down') => {
    setPressed(next);
    rateTurn(turnId, next).then(
      () => {
        client.setQueryData(turnQuery(turnId).queryKey, (turn) => turn && { ...turn, thumb: next });
        showToast({ title: t('trace.thanks'), tone: 'success' });
      },
      (error: unknown) => {
        setPressed(null);
        showToast({ title: problemText(error), tone: 'danger' });
      },
    );
  };
  return (
    <Sheet
      open
      modal={false}
      title={t('trace.title')}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      footer={
        query.data ? (
          <>
            <span className="mr-auto self-center text-label text-ink-3">{t('trace.wasItRight')}</span>
            <IconButton
              label={t('trace.good')}
              pressed={thumb === 'up'}
              icon={<ThumbsUp aria-hidden size={18} />}
              onClick={() => rate('up')}
            />
            <IconButton
              label={t('trace.bad')}
              pressed={thumb === 'down'}
              icon={<ThumbsDown aria-hidden size={18} />}
              onClick={() => rate('down')}
            />
          </>
        ) : null
      }
    >
      {query.isPending ? (
        <div role="status" aria-label={t('trace.loading')} className="flex flex-col gap-3">
          {[60, 90, 75, 85].map((width) => (
            <span key={width} style={{ width: `${width}%` }}>
              <Skeleton className="h-5 w-full" />
            </span>
          ))}
        </div>
      ) : query.isError ? (
        <ErrorCard
          title={t('trace.failed')}
          cause={problemText(query.error)}
          detail={problemDetail(query.error)}
          onRetry={() => void query.refetch()}
        />
      ) : query.data ? (
        <TraceDetails turn={query.data} />
      ) : (
        <p className="text-ink-2">{t('trace.none')}</p>
      )}
    </Sheet>
  );
}
