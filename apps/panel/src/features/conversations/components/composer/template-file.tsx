import { Button, Progress } from '@hilo/ui';
import { CircleAlert, Paperclip } from 'lucide-react';
import i18next from 'i18next';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useHeaderFile } from '../../hooks/use-header-file';
import { fileSize } from '../../model/attachment';
import { HEADER_FILES, type HeaderFile } from '../../model/template-file';

interface TemplateFileProps {
  conversationId: string;
  kind: HeaderFile;
  /** What the form says of it: that it is missing, or what the server refused. */
  error: string | null;
  /** Id of the stored file; '' when there is none. Must be stable. */
  onStored: (mediaId: string) => void;
}

/** The picture, film or document that stands above a template: chosen here and stored at once. */
export function TemplateFile({ conversationId, kind, error, onStored }: TemplateFileProps) {
  const { t, i18n } = useTranslation('conversations');
  const { chosen, choose } = useHeaderFile(conversationId, kind, onStored);
  const input = useRef<HTMLInputElement>(null);
  const [label, help, wrong] = [useId(), useId(), useId()];
  const { types, largest } = HEADER_FILES[kind];
  const size = fileSize(largest, i18n.language);

  const problem = chosen?.problem ?? null;
  const inWords = (code: string) => {
    if (code === 'wrong_type') return t(`templates.file.wrong.${kind}`);
    if (code === 'too_large') return t('files.tooLarge', { size });
    if (code === 'empty_file') return t('files.empty');
    return i18next.t((i18next.exists(code, { ns: 'errors' }) ? code : 'unknown') as 'unknown', { ns: 'errors' });
  };
  const shown = problem ? inWords(problem) : chosen?.progress == null ? error : null;

  return (
    <div role="group" aria-labelledby={label} className="flex min-w-0 flex-col gap-1.5">
      <span id={label} className="text-label font-medium text-ink-2">
        {t(`templates.file.${kind}`)}
      </span>
      <div className="flex min-w-0 items-center gap-3">
        <Button
          icon={<Paperclip aria-hidden size={16} />}
          aria-describedby={shown ? `${wrong} ${help}` : help}
          onClick={() => input.current?.click()}
        >
          {t(chosen ? 'templates.file.change' : 'templates.file.choose')}
        </Button>
        {chosen ? (
          <span className="min-w-0 truncate text-label">
            {chosen.name} <span className="text-ink-3">{fileSize(chosen.size, i18n.language)}</span>
          </span>
        ) : null}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={types.join(',')}
        data-testid="template-file"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) choose(file);
          target.value = '';
        }}
      />
      {chosen?.progress == null ? null : (
        <Progress hideLabel label={t('templates.file.uploading')} value={chosen.progress * 100} />
      )}
      <span id={help} className="text-label text-ink-3">
        {t(`templates.file.help.${kind}`, { size })}
      </span>
      {shown ? (
        <p id={wrong} role="alert" className="flex items-start gap-1.5 text-label text-danger">
          <CircleAlert aria-hidden size={14} className="mt-px shrink-0" />
          {shown}
        </p>
      ) : null}
    </div>
  );
}
