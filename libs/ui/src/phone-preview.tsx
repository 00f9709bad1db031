import { ExternalLink, Phone, Reply } from 'lucide-react';
import type { ReactNode } from 'react';
import { useUiLabels } from './ui-labels-context';

export interface PhonePreviewProps {
  /** Whose chat it pretends to be. */
  businessName: string;
  header?: ReactNode;
  body: ReactNode;
  footer?: string | null;
  buttons?: readonly { title: string; kind: 'reply' | 'url' | 'phone' }[];
  time?: string;
}

const buttonIcons = { reply: Reply, url: ExternalLink, phone: Phone };

/** One message as the customer will see it. */
export function PhonePreview({ businessName, header, body, footer, buttons = [], time }: PhonePreviewProps) {
  const labels = useUiLabels();
  return (
    <figure
      aria-label={labels.phonePreview}
      className="w-full max-w-80 overflow-hidden rounded-[28px] border-4 border-line bg-thread"
    >
      <figcaption className="flex items-center gap-2 border-b border-line bg-surface px-4 py-3">
        <span aria-hidden className="size-7 rounded-full bg-accent-soft" />
        <span className="truncate font-medium">{businessName}</span>
      </figcaption>
      <div className="flex min-h-60 flex-col gap-1 p-3">
        <div className="max-w-[92%] rounded-lg rounded-tl-[4px] border border-line bg-b-in px-3 py-2 text-chat break-words whitespace-pre-wrap">
          {header ? <div className="mb-1 font-semibold">{header}</div> : null}
          <div>{body}</div>
          {footer ? <div className="mt-1 text-label text-ink-3">{footer}</div> : null}
          {time ? <div className="mt-0.5 text-right text-meta text-ink-3">{time}</div> : null}
        </div>
        {buttons.map(({ title, kind }) => {
          const Icon = buttonIcons[kind];
          return (
            <div
              key={title}
              className="flex h-9 max-w-[92%] items-center justify-center gap-2 rounded-md border border-line bg-b-in font-medium text-accent"
            >
              <Icon aria-hidden size={16} />
              {title}
            </div>
          );
        })}
      </div>
    </figure>
  );
}
