import { Button, Dialog, ErrorCard, PhonePreview, Skeleton, TextField, cx } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Send } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../../app/api-problem';
import { useBusiness } from '../../../../app/business';
import { problemText } from '../../../../i18n/problem-text';
import { templatePreviewQuery, type Template } from '../../api/template-queries';
import type { Sending } from '../../hooks/use-sending';
import type { Conversation } from '../../model/conversation';
import { HEADER_MEDIA, headerFileOf } from '../../model/template-file';
import { firstValues, missing, previewButtons } from '../../model/template-values';
import { TemplateFile } from './template-file';

interface TemplateDialogProps {
  conversation: Conversation;
  templates: readonly Template[];
  /** Chosen already; null: choose from all. */
  templateId: string | null;
  /** What had been written before the window closed, offered as a value. */
  draft: string;
  send: Sending['send'];
  onClose: () => void;
}

function Choosing({ templates, onChoose }: { templates: readonly Template[]; onChoose: (id: string) => void }) {
  const { t } = useTranslation('conversations');
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = templates.filter(({ name, body }) => `${name} ${body}`.toLowerCase().includes(wanted));
  return (
    <div className="flex flex-col gap-3">
      <TextField
        hideLabel
        label={t('templates.search')}
        placeholder={t('templates.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="flex flex-col divide-y divide-line">
        {found.map((template) => (
          <li key={template.id}>
            <button
              type="button"
              onClick={() => onChoose(template.id)}
              className="flex w-full flex-col gap-0.5 rounded-md px-2 py-2.5 text-left hover:bg-bg"
            >
              <span className="flex items-baseline gap-2">
                <span className="font-medium">{template.name}</span>
                <span className="text-label text-ink-3">{template.language}</span>
              </span>
              <span className="line-clamp-2 text-ink-2">{template.body}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="py-6 text-center text-ink-3">{t('templates.noneFound')}</p> : null}
    </div>
  );
}

/** The value a moment after the last change, so that a preview is not asked for at every letter. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

/** Choosing a template, filling it in beside its preview, sending it. */
export default function TemplateDialog({
  conversation,
  templates,
  templateId,
  draft,
  send,
  onClose,
}: TemplateDialogProps) {
  const { t } = useTranslation('conversations');
  const business = useBusiness();
  const [chosenId, setChosenId] = useState(templateId);
  const chosen = templates.find((template) => template.id === chosenId) ?? null;
  const [values, setValues] = useState<Record<string, string>>(() => firstValues(chosen, conversation.contact, draft));
  const [tried, setTried] = useState(false);
  const settled = useSettled(values, 300);
  const lacking = chosen ? missing(chosen, values) : [];
  const preview = useQuery({
    ...templatePreviewQuery(chosenId ?? '', conversation.contact.id, settled),
    enabled: chosen !== null && missing(chosen, settled).length === 0,
  });
  const refused = preview.error instanceof ApiProblem ? preview.error.errors : [];

  const file = chosen ? headerFileOf(chosen) : null;
  const written = chosen?.variables.filter(({ key }) => key !== HEADER_MEDIA) ?? [];
  const keepFile = useCallback((mediaId: string) => setValues((all) => ({ ...all, [HEADER_MEDIA]: mediaId })), []);
  /** What the server said of a value, else that it is missing once sending was tried. */
  const errorOf = (key: string, missingWords: string) =>
    refused.find(({ path }) => path.endsWith(`/${key}`))?.message ??
    (tried && lacking.includes(key) ? missingWords : null);

  const choose = (id: string | null) => {
    setChosenId(id);
    setTried(false);
    setValues(firstValues(templates.find((template) => template.id === id) ?? null, conversation.contact, draft));
  };
  const go = () => {
    setTried(true);
    if (!chosen || lacking.length > 0) return;
    if (send({ type: 'template', templateId: chosen.id, variables: values }, preview.data?.body ?? chosen.body))
      onClose();
  };

  return (
    <Dialog
      open
      size={chosen ? 'lg' : 'md'}
      title={chosen ? chosen.name : t('templates.choose')}
      description={chosen ? t('templates.help') : undefined}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      footer={
        chosen ? (
          <>
            <Button
              variant="ghost"
              className="mr-auto"
              icon={<ArrowLeft aria-hidden size={16} />}
              onClick={() => choose(null)}
            >
              {t('templates.other')}
            </Button>
            <Button variant="primary" icon={<Send aria-hidden size={16} />} onClick={go}>
              {t('templates.send')}
            </Button>
          </>
        ) : undefined
      }
    >
      {chosen ? (
        <div className={cx('grid gap-5', chosen.variables.length > 0 && 'md:grid-cols-[1fr_auto]')}>
          {chosen.variables.length > 0 ? (
            <div className="flex min-w-0 flex-col gap-3">
              {file ? (
                <TemplateFile
                  key={chosen.id}
                  conversationId={conversation.id}
                  kind={file}
                  error={errorOf(HEADER_MEDIA, t('templates.file.missing'))}
                  onStored={keepFile}
                />
              ) : null}
              {written.map(({ key, example }) => (
                <TextField
                  key={key}
                  label={t('templates.value', { key })}
                  value={values[key] ?? ''}
                  placeholder={example ?? undefined}
                  error={errorOf(key, t('templates.missing'))}
                  onChange={(event) => setValues((all) => ({ ...all, [key]: event.target.value }))}
                />
              ))}
            </div>
          ) : null}
          <div className="flex min-w-0 flex-col items-center gap-2 md:w-80">
            {preview.isError && refused.length === 0 ? (
              <ErrorCard
                title={t('templates.previewFailed')}
                cause={problemText(preview.error)}
                onRetry={() => void preview.refetch()}
              />
            ) : preview.data ? (
              <PhonePreview
                businessName={business?.name ?? ''}
                header={preview.data.header}
                body={preview.data.body}
                footer={preview.data.footer}
                buttons={previewButtons(preview.data.buttons)}
              />
            ) : lacking.length > 0 ? (
              <PhonePreview
                businessName={business?.name ?? ''}
                header={chosen.header?.text}
                body={chosen.body}
                footer={chosen.footer}
                buttons={previewButtons(chosen.buttons)}
              />
            ) : (
              <Skeleton className="h-72 w-full rounded-[28px]" />
            )}
          </div>
        </div>
      ) : (
        <Choosing templates={templates} onChoose={choose} />
      )}
    </Dialog>
  );
}
