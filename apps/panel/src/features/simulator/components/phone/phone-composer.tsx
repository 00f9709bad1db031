import { Button, IconButton, Menu, MenuItem, MenuSeparator } from '@hilo/ui';
import { FileText, Image, MapPin, Mic, MousePointerClick, Paperclip, SendHorizontal, X } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer, PhoneMessage } from '../../api/phone';
import type { Deed, FileKind } from '../../api/phone-deeds';
import { LinkDialog } from './link-dialog';
import { LocationDialog } from './location-dialog';

const ACCEPTED: Record<'image' | 'voice' | 'document', string> = { image: 'image/*', voice: 'audio/*', document: '' };

/** What the customer writes and sends. A clicked link leaves its words here, to be changed and sent. */
export function PhoneComposer({
  customer,
  replyTo,
  onReplyDone,
  busy,
  onDeed,
  onFile,
}: {
  customer: Customer;
  replyTo: PhoneMessage | null;
  onReplyDone: () => void;
  busy: boolean;
  onDeed: (deed: Deed) => void;
  onFile: (kind: FileKind, file: File) => void;
}) {
  const { t } = useTranslation('simulator');
  const [text, setText] = useState('');
  const [placing, setPlacing] = useState(false);
  const [linking, setLinking] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const kind = useRef<keyof typeof ACCEPTED>('image');
  const icon = { size: 16, 'aria-hidden': true };

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === '' || busy) return;
    onDeed({ type: 'text', text: text.trim(), ...(replyTo && { replyTo: replyTo.id }) });
    setText('');
    onReplyDone();
    area.current?.focus();
  };
  const pick = (chosen: keyof typeof ACCEPTED) => {
    kind.current = chosen;
    if (!picker.current) return;
    picker.current.accept = ACCEPTED[chosen];
    picker.current.value = '';
    picker.current.click();
  };

  return (
    <form onSubmit={send} className="border-t border-line bg-surface px-2 pt-2 pb-3">
      {replyTo ? (
        <div className="mb-2 flex items-center gap-1 rounded-md border-l-3 border-accent bg-sunken pl-2">
          <span className="min-w-0 flex-1 truncate text-label text-ink-2">{replyTo.text ?? t('phone.attachment')}</span>
          <IconButton size="sm" label={t('phone.noReply')} icon={<X aria-hidden size={14} />} onClick={onReplyDone} />
        </div>
      ) : null}
      <Button
        size="sm"
        variant="ghost"
        className="mb-1.5"
        icon={<MousePointerClick {...icon} />}
        onClick={() => setLinking(true)}
      >
        {t('phone.clickLink')}
      </Button>
      <div className="flex items-end gap-1">
        <Menu
          side="top"
          align="start"
          trigger={
            <IconButton
              size="lg"
              label={t('phone.attach')}
              icon={<Paperclip aria-hidden size={18} strokeWidth={1.75} />}
            />
          }
        >
          <MenuItem icon={<Image {...icon} />} onSelect={() => pick('image')}>
            {t('phone.photo')}
          </MenuItem>
          <MenuItem icon={<FileText {...icon} />} onSelect={() => pick('document')}>
            {t('phone.document')}
          </MenuItem>
          <MenuItem icon={<Mic {...icon} />} onSelect={() => pick('voice')}>
            {t('phone.voice')}
          </MenuItem>
          <MenuItem icon={<MapPin {...icon} />} onSelect={() => setPlacing(true)}>
            {t('phone.location')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Image {...icon} />} onSelect={() => onDeed({ type: 'image' })}>
            {t('phone.samplePhoto')}
          </MenuItem>
          <MenuItem icon={<Mic {...icon} />} onSelect={() => onDeed({ type: 'voice' })}>
            {t('phone.sampleVoice')}
          </MenuItem>
        </Menu>
        <textarea
          ref={area}
          rows={1}
          value={text}
          aria-label={t('phone.write', { name: customer.name })}
          placeholder={t('phone.placeholder')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
          }}
          className="field-sizing-content max-h-28 min-h-9 min-w-0 flex-1 resize-none rounded-[18px] border border-line-strong bg-surface px-3 py-1.5 text-chat placeholder:text-ink-3 focus-visible:-outline-offset-1 pointer-coarse:min-h-11 pointer-coarse:text-base"
        />
        <IconButton
          type="submit"
          size="lg"
          label={t('phone.send')}
          icon={<SendHorizontal aria-hidden size={18} />}
          className="bg-accent text-on-accent hover:bg-accent-hover hover:text-on-accent"
        />
      </div>
      <input
        ref={picker}
        type="file"
        tabIndex={-1}
        aria-hidden
        className="hidden"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(kind.current, file);
        }}
      />
      <LocationDialog open={placing} onOpenChange={setPlacing} onSend={onDeed} />
      <LinkDialog
        open={linking}
        customer={customer}
        onOpenChange={setLinking}
        onPrefilled={(words) => {
          setText(words);
          // After the dialog has given the focus back.
          setTimeout(() => area.current?.focus(), 0);
        }}
      />
    </form>
  );
}
