import { cx } from '@hilo/ui';
import { Suspense, lazy, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { drafts, outbox } from '../../../../app/runtime';
import { draftKey, type DraftMode } from '../../../../app/drafts';
import { useCan, useMe } from '../../../../app/session';
import { useShortcut } from '../../../../app/shortcuts';
import { useAttachments } from '../../hooks/use-attachments';
import type { ComposerHandle } from '../../hooks/use-composer-handle';
import type { ConversationActions } from '../../hooks/use-conversation-actions';
import { useNow } from '../../hooks/use-now';
import { useSending } from '../../hooks/use-sending';
import { useServerDrafts } from '../../hooks/use-server-drafts';
import { useTypingSignal } from '../../hooks/use-typing-signal';
import { isStored } from '../../model/attachment';
import { assistantStanding, type Conversation } from '../../model/conversation';
import type { Message } from '../../model/message';
import { heldBack } from '../../model/moved-on';
import { replyWindow } from '../../model/reply-window';
import { ComposerText } from './composer-text';
import { ComposerTools, LONGEST } from './composer-tools';
import { ModeSwitch } from './mode-switch';
import { NotYours } from './not-yours';
import { ReplyBar } from './reply-bar';
import { SuggestionBar } from './suggestion-bar';
import { WindowChip } from './window-chip';

const AttachmentsBar = lazy(() => import('./attachments-bar'));
const MovedOnDialog = lazy(() => import('./moved-on-dialog'));
const TemplateStrip = lazy(() => import('./template-strip'));

export interface ComposerProps {
  conversation: Conversation;
  messages: readonly Message[];
  actions: ConversationActions;
  handle: ComposerHandle;
  onTrace: (turnId: string) => void;
}

/** Where answers and notes are written. Give it the conversation's id as key: no word may reach another customer. */
export function Composer({ conversation, messages, actions, handle, onTrace }: ComposerProps) {
  const { t } = useTranslation('conversations');
  const { id, replyPolicy } = conversation;
  const me = useMe();
  const maySend = useCan('messages:send');
  const mayNote = useCan('conversations:write');
  const [mode, setMode] = useState<DraftMode>(maySend ? 'reply' : 'note');
  const [taken, setTaken] = useState(false);
  const [dragging, setDragging] = useState(false);
  const [noteFailed, setNoteFailed] = useState(false);
  const text = drafts.useDrafts((state) => state.drafts[draftKey(id, mode)]?.text ?? '');
  const reply = drafts.useDrafts((state) => state.drafts[draftKey(id, 'reply')]?.text ?? '');
  const now = useNow(15_000);
  const window = replyWindow(replyPolicy, now);
  const files = useAttachments(id, replyPolicy.allowed);
  const sending = useSending(id, messages, conversation.lastMessage);
  const typing = useTypingSignal(id);
  useServerDrafts(id, maySend);
  const held = outbox.useEntries((state) => heldBack(state.entries, id) !== null);
  const { input, replyTo, setReplyTo } = handle;

  const standing = assistantStanding(conversation, now);
  const isacAnswers = standing === 'answers' && conversation.assistantState.owner === 'assistant' && !taken;
  const someoneElse = conversation.assignee !== null && conversation.assignee.id !== me.id && !taken;
  const writable = mode === 'note' || ((window.kind === 'open' || window.kind === 'always') && !isacAnswers);

  const write = (next: string) => {
    sending.written();
    drafts.write(id, mode, next);
    if (mode === 'reply') typing();
  };
  const insert = (piece: string) => {
    const at = input.current?.selectionStart ?? text.length;
    const end = input.current?.selectionEnd ?? at;
    write(text.slice(0, at) + piece + text.slice(end));
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(at + piece.length, at + piece.length);
    });
  };
  const use = (words: string) => {
    sending.written();
    setMode('reply');
    // What was being written is not lost to a suggestion.
    drafts.write(id, 'reply', [drafts.text(id, 'reply').trimEnd(), words].filter(Boolean).join('\n'));
    requestAnimationFrame(() => input.current?.focus());
  };
  const attach = (given: Iterable<File>) => {
    sending.written();
    files.add(given);
  };
  handle.connect({ use, attach });

  const sendTemplate: typeof sending.send = (body, shown) => {
    // Filled in and confirmed in a dialog of this conversation: the press cannot have been meant for another.
    sending.written();
    return sending.send(body, shown);
  };
  const submit = () => {
    if (mode === 'note') {
      if (text.trim() !== '' && !sending.noteBusy) void sending.note(text.trim()).then((kept) => setNoteFailed(!kept));
      return;
    }
    if (text.trim().length > LONGEST) return;
    const replyToMessageId = replyTo ? { replyToMessageId: replyTo.id } : {};
    if (files.attachments.length > 0) {
      if (!files.ready) return;
      const [first, ...rest] = files.attachments.filter(isStored);
      const caption = first?.caption || (text.trim().length <= 1024 && first?.type !== 'audio' ? text.trim() : '');
      const left =
        first &&
        sending.send(
          { type: first.type, mediaId: first.mediaId, ...(caption && { caption }), ...replyToMessageId },
          first.file.name,
        );
      if (!left) return;
      for (const file of rest)
        sending.send(
          { type: file.type, mediaId: file.mediaId, ...(file.caption && { caption: file.caption }) },
          file.file.name,
        );
      files.clear();
      if (caption !== text.trim() && text.trim()) sending.send({ type: 'text', text: text.trim() });
    } else if (text.trim() === '' || !sending.send({ type: 'text', text: text.trim(), ...replyToMessageId })) return;
    drafts.clear(id, 'reply');
    setReplyTo(null);
  };
  const quoteLast = () => {
    const last = messages.findLast((message) => message.direction === 'in');
    if (last && mode === 'reply') setReplyTo(last);
  };

  const group = t('keys.thread');
  const focus = (next: DraftMode) => {
    setMode(next);
    requestAnimationFrame(() => input.current?.focus());
  };
  useShortcut({ keys: 'c', label: t('keys.compose'), group, run: () => focus('reply') }, maySend);
  useShortcut({ keys: 'n', label: t('keys.note'), group, run: () => focus('note') }, mayNote);

  if (!maySend && !mayNote) return null;
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!writable || mode === 'note' || !event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setDragging(true);
    },
    onDragLeave: () => setDragging(false),
    onDrop: (event: DragEvent) => {
      setDragging(false);
      if (!writable || mode === 'note') return;
      event.preventDefault();
      attach([...event.dataTransfer.files]);
    },
  };
  const enterSends = me.preferences.enterSends ?? true;
  const tooLong = mode === 'reply' && text.trim().length > LONGEST;
  const goingUp = mode === 'reply' && files.attachments.length > 0 && !files.ready;
  const waitingFor = tooLong ? t('failures.too_long') : goingUp ? t('files.notReady') : null;

  return (
    <div {...drop} className="shrink-0">
      {mode === 'reply' ? (
        <SuggestionBar conversation={conversation} messages={messages} onUse={use} onTrace={onTrace} />
      ) : null}
      <section
        aria-label={t('composer.label')}
        className={cx(
          'flow-root border-t pb-[env(safe-area-inset-bottom)]',
          mode === 'note' ? 'border-dashed border-warning bg-b-note' : 'border-line bg-surface',
          dragging && 'outline-2 -outline-offset-4 outline-accent outline-dashed',
        )}
      >
        <div className="flex items-center justify-between gap-3 px-3 pt-2 pb-1">
          <ModeSwitch mode={mode} onMode={setMode} maySend={maySend} mayNote={mayNote} />
          {mode === 'reply' ? <WindowChip window={window} /> : null}
        </div>
        {mode === 'reply' && (isacAnswers || someoneElse) && window.kind !== 'none' ? (
          <NotYours conversation={conversation} isac={isacAnswers} actions={actions} onTaken={setTaken} />
        ) : null}
        {mode === 'reply' && window.kind === 'none' ? (
          <p className="px-4 pb-4 text-ink-2">
            {t(window.reason === 'contact_blocked' ? 'window.blocked' : 'window.none')}
          </p>
        ) : null}
        {mode === 'reply' && window.kind === 'template' ? (
          <Suspense fallback={null}>
            <TemplateStrip conversation={conversation} draft={reply} send={sendTemplate} />
          </Suspense>
        ) : null}
        {writable ? (
          <>
            {replyTo && mode === 'reply' ? (
              <ReplyBar message={replyTo} conversation={conversation} onClear={() => setReplyTo(null)} />
            ) : null}
            {mode === 'reply' && files.attachments.length > 0 ? (
              <Suspense fallback={null}>
                <AttachmentsBar files={files} />
              </Suspense>
            ) : null}
            <ComposerText
              inputRef={input}
              mode={mode}
              label={t(mode === 'note' ? 'composer.note' : 'composer.message')}
              placeholder={t(mode === 'note' ? 'composer.notePlaceholder' : 'composer.placeholder')}
              value={text}
              enterSends={enterSends}
              onChange={write}
              onSend={submit}
              onFiles={(given) => mode === 'reply' && attach(given)}
              onQuoteLast={quoteLast}
            />
            {noteFailed && mode === 'note' ? (
              <p role="alert" className="px-4 text-label text-danger">
                {t('composer.noteFailed')}
              </p>
            ) : null}
            <ComposerTools
              mode={mode}
              conversation={conversation}
              length={text.length}
              empty={text.trim() === '' && !(mode === 'reply' && files.attachments.length > 0)}
              waitingFor={waitingFor}
              busy={sending.noteBusy}
              enterSends={enterSends}
              onFiles={attach}
              onEmoji={insert}
              onSend={submit}
              send={sendTemplate}
            />
          </>
        ) : null}
      </section>
      {held ? (
        <Suspense fallback={null}>
          <MovedOnDialog conversationId={id} customer={conversation.contact.name} />
        </Suspense>
      ) : null}
    </div>
  );
}
