import { Button, IconButton, Progress, cx } from '@hilo/ui';
import { FileText, X } from 'lucide-react';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Attachments } from '../../hooks/use-attachments';
import { LARGEST, fileSize, type Attachment } from '../../model/attachment';

function useProblemWords(): (attachment: Attachment) => string {
  const { t, i18n } = useTranslation('conversations');
  return ({ problem, type }) => {
    if (problem === 'too_large') return t('files.tooLarge', { size: fileSize(LARGEST[type], i18n.language) });
    if (problem === 'type_not_supported') return t('files.notSupported');
    if (problem === 'empty_file') return t('files.empty');
    const code = problem ?? 'unknown';
    return i18next.t((i18next.exists(code, { ns: 'errors' }) ? code : 'unknown') as 'unknown', { ns: 'errors' });
  };
}

/** The files about to leave: what they are, how far they got, and what goes under each. */
export default function AttachmentsBar({ files }: { files: Attachments }) {
  const { t, i18n } = useTranslation('conversations');
  const words = useProblemWords();
  if (files.attachments.length === 0) return null;
  return (
    <ul aria-label={t('files.list')} className="flex max-h-56 flex-col gap-2 overflow-y-auto px-3 pb-2">
      {files.attachments.map((attachment) => (
        <li
          key={attachment.id}
          className={cx(
            'flex items-center gap-3 rounded-md border bg-surface p-2',
            attachment.problem ? 'border-danger' : 'border-line',
          )}
        >
          {attachment.previewUrl ? (
            <img src={attachment.previewUrl} alt="" className="size-12 shrink-0 rounded-sm object-cover" />
          ) : (
            <span className="flex size-12 shrink-0 items-center justify-center rounded-sm bg-sunken text-ink-2">
              <FileText aria-hidden size={22} strokeWidth={1.5} />
            </span>
          )}
          <div className="flex min-w-0 flex-1 flex-col gap-1">
            <p className="flex items-baseline gap-2 text-label">
              <span className="truncate font-medium">{attachment.file.name}</span>
              <span className="shrink-0 text-ink-3">{fileSize(attachment.file.size, i18n.language)}</span>
            </p>
            {attachment.problem ? (
              <p className="text-label text-danger">{words(attachment)}</p>
            ) : attachment.progress !== null ? (
              <Progress
                hideLabel
                label={t('files.uploading', { name: attachment.file.name })}
                value={attachment.progress * 100}
              />
            ) : attachment.type === 'audio' ? null : (
              <input
                value={attachment.caption}
                maxLength={1024}
                onChange={(event) => files.caption(attachment.id, event.target.value)}
                aria-label={t('files.captionOf', { name: attachment.file.name })}
                placeholder={t('files.caption')}
                className="h-7 w-full rounded-sm bg-transparent text-ui outline-offset-0 placeholder:text-ink-3"
              />
            )}
          </div>
          {attachment.problem &&
          attachment.problem !== 'too_large' &&
          attachment.problem !== 'type_not_supported' &&
          attachment.problem !== 'empty_file' ? (
            <Button size="sm" onClick={() => files.retry(attachment.id)}>
              {t('thread.retry')}
            </Button>
          ) : null}
          <IconButton
            size="sm"
            label={t('files.remove', { name: attachment.file.name })}
            icon={<X aria-hidden size={16} />}
            onClick={() => files.remove(attachment.id)}
          />
        </li>
      ))}
    </ul>
  );
}
