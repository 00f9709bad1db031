import { Button, Dialog } from '@hilo/ui';
import { ExternalLink, List, Phone as PhoneIcon, Reply, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionKind, PhoneAction, PhoneMessage } from '../../api/phone';
import type { Deed } from '../../api/phone-deeds';
import { sectionsOf } from '../../model/phone-thread';

const ICONS: Partial<Record<ActionKind, LucideIcon>> = {
  reply: Reply,
  quick_reply: Reply,
  url: ExternalLink,
  phone: PhoneIcon,
};
const tapClass =
  'flex min-h-9 w-full items-center justify-center gap-2 rounded-md border border-line bg-b-in px-3 py-1.5 font-medium text-accent pointer-coarse:min-h-11';

/** What a tap says to the business; undefined for what only opens something on the phone. */
export function deedOf(messageId: string, { kind, id, title, description }: PhoneAction): Deed | undefined {
  if (kind === 'reply' || kind === 'quick_reply') return { type: 'button', messageId, id, title };
  if (kind === 'row') return { type: 'list', messageId, id, title, ...(description !== null && { description }) };
  if (kind === 'share_contact') return { type: 'share_contact' };
  return undefined;
}

/** The buttons, the list and the links under a message of the business. */
export function PhoneActions({ message, onDeed }: { message: PhoneMessage; onDeed: (deed: Deed) => void }) {
  const shown = message.actions.filter(({ kind }) => kind !== 'row');
  const rows = message.actions.length > shown.length;
  if (message.actions.length === 0 || message.direction === 'sent') return null;
  return (
    <div className="mt-1 flex w-[260px] max-w-full flex-col gap-1">
      {shown.map((action) => (
        <Tap
          key={`${action.kind}:${action.id}:${action.title}`}
          messageId={message.id}
          action={action}
          onDeed={onDeed}
        />
      ))}
      {rows ? <ListTap message={message} onDeed={onDeed} /> : null}
    </div>
  );
}

function Tap({ messageId, action, onDeed }: { messageId: string; action: PhoneAction; onDeed: (deed: Deed) => void }) {
  const Icon = ICONS[action.kind];
  const content = (
    <>
      {Icon ? <Icon aria-hidden size={15} className="shrink-0" /> : null}
      {action.title}
    </>
  );
  const deed = deedOf(messageId, action);
  if (deed) {
    return (
      <button type="button" className={`${tapClass} hover:bg-accent-soft`} onClick={() => onDeed(deed)}>
        {content}
      </button>
    );
  }
  if (action.url && /^https?:/.test(action.url)) {
    return (
      <a href={action.url} target="_blank" rel="noreferrer" className={`${tapClass} hover:bg-accent-soft`}>
        {content}
      </a>
    );
  }
  return <span className={tapClass}>{content}</span>;
}

function ListTap({ message, onDeed }: { message: PhoneMessage; onDeed: (deed: Deed) => void }) {
  const { t } = useTranslation('simulator');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      size="sm"
      title={message.listLabel ?? t('phone.list')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="lg" icon={<List aria-hidden size={15} />}>
          {message.listLabel ?? t('phone.list')}
        </Button>
      }
    >
      {sectionsOf(message).map(({ title, rows }) => (
        <section key={title ?? ''} className="mb-2">
          {title ? <h3 className="mb-1 text-label font-medium text-ink-3">{title}</h3> : null}
          {rows.map((row) => (
            <button
              key={row.id}
              type="button"
              className="flex w-full flex-col rounded-md px-2 py-2 text-left hover:bg-accent-soft"
              onClick={() => {
                const deed = deedOf(message.id, row);
                if (deed) onDeed(deed);
                setOpen(false);
              }}
            >
              <span className="font-medium">{row.title}</span>
              {row.description ? <span className="text-label text-ink-2">{row.description}</span> : null}
            </button>
          ))}
        </section>
      ))}
    </Dialog>
  );
}
