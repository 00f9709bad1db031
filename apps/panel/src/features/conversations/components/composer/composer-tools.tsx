import { Button, IconButton, Kbd } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { LayoutTemplate, Paperclip, SendHorizontal, StickyNote } from 'lucide-react';
import { Suspense, lazy, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftMode } from '../../../../app/drafts';
import { useCan } from '../../../../app/session';
import { templatesQuery } from '../../api/template-queries';
import type { Sending } from '../../hooks/use-sending';
import type { Conversation } from '../../model/conversation';
import { inLanguageOrder } from '../../model/template-values';
import { EmojiButton } from './emoji-button';

const TemplateDialog = lazy(() => import('./template-dialog'));
/** Characters that fit into one message. */
export const LONGEST = 4096;

interface ComposerToolsProps {
  mode: DraftMode;
  conversation: Conversation;
  length: number;
  empty: boolean;
  /** Why it cannot leave yet. */
  waitingFor: string | null;
  busy: boolean;
  enterSends: boolean;
  onFiles: (files: Iterable<File>) => void;
  onEmoji: (emoji: string) => void;
  onSend: () => void;
  send: Sending['send'];
}

function TemplateButton({ conversation, send }: Pick<ComposerToolsProps, 'conversation' | 'send'>) {
  const { t, i18n } = useTranslation('conversations');
  const [open, setOpen] = useState(false);
  const query = useQuery({ ...templatesQuery(conversation.channel.id), enabled: open });
  return (
    <>
      <IconButton
        label={t('templates.insert')}
        icon={<LayoutTemplate aria-hidden size={20} strokeWidth={1.75} />}
        onClick={() => setOpen(true)}
      />
      <Suspense fallback={null}>
        {open && query.data ? (
          <TemplateDialog
            conversation={conversation}
            templates={inLanguageOrder(query.data.data, conversation.contact.language ?? i18n.language)}
            templateId={null}
            draft=""
            send={send}
            onClose={() => setOpen(false)}
          />
        ) : null}
      </Suspense>
    </>
  );
}

/** Under the text: what can be added, how long it is, and sending. */
export function ComposerTools({
  mode,
  conversation,
  length,
  empty,
  waitingFor,
  busy,
  enterSends,
  onFiles,
  onEmoji,
  onSend,
  send,
}: ComposerToolsProps) {
  const { t, i18n } = useTranslation('conversations');
  const picker = useRef<HTMLInputElement>(null);
  const mayTemplates = useCan('templates:read');
  const { allowed } = conversation.replyPolicy;
  const note = mode === 'note';
  const mayAttach = !note && ['image', 'video', 'audio', 'document'].some((type) => allowed.includes(type));
  const number = new Intl.NumberFormat(i18n.language);

  return (
    <div className="flex items-center gap-0.5 px-2 pb-2 md:px-3">
      {mayAttach ? (
        <>
          <IconButton
            label={t('composer.attach')}
            icon={<Paperclip aria-hidden size={20} strokeWidth={1.75} />}
            onClick={() => picker.current?.click()}
          />
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            aria-hidden
            tabIndex={-1}
            onChange={(event) => {
              onFiles([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </>
      ) : null}
      <EmojiButton onPick={onEmoji} />
      {!note && mayTemplates && allowed.includes('template') ? (
        <TemplateButton conversation={conversation} send={send} />
      ) : null}
      <span className="ml-auto flex items-center gap-3">
        {!note && length > LONGEST * 0.9 ? (
          <span className={length > LONGEST ? 'text-label text-danger' : 'text-label text-ink-3'}>
            {number.format(length)} / {number.format(LONGEST)}
          </span>
        ) : null}
        {waitingFor ? <span className="text-label text-ink-3">{waitingFor}</span> : null}
        <span className="hidden items-center gap-1 text-label text-ink-3 lg:flex">
          <Kbd keys={enterSends ? 'Enter' : 'Ctrl+Enter'} />
        </span>
        <Button
          variant="primary"
          busy={busy}
          aria-disabled={empty || waitingFor !== null || undefined}
          icon={note ? <StickyNote aria-hidden size={16} /> : <SendHorizontal aria-hidden size={16} />}
          onClick={onSend}
        >
          {note ? t('composer.saveNote') : t('composer.send')}
        </Button>
      </span>
    </div>
  );
}
