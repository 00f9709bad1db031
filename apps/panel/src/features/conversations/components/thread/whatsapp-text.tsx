import { cx } from '@hilo/ui';
import { Fragment, memo, type ReactNode } from 'react';
import { onlyEmoji, parseWhatsApp, type Run } from '../../model/whatsapp-format';

function draw(runs: readonly Run[]): ReactNode {
  return runs.map((run, index) => {
    switch (run.kind) {
      case 'text':
        return <Fragment key={index}>{run.text}</Fragment>;
      case 'link':
        return (
          <a
            key={index}
            href={run.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="text-info underline underline-offset-2 [overflow-wrap:anywhere]"
          >
            {run.text}
          </a>
        );
      case 'mono':
        return (
          <code key={index} className="rounded-sm bg-ink/5 px-1 font-mono text-[0.9em]">
            {run.text}
          </code>
        );
      case 'bold':
        return (
          <strong key={index} className="font-semibold">
            {draw(run.runs)}
          </strong>
        );
      case 'italic':
        return <em key={index}>{draw(run.runs)}</em>;
      case 'strike':
        return <s key={index}>{draw(run.runs)}</s>;
    }
  });
}

/** The words of a message with WhatsApp's own formatting. */
export const WhatsAppText = memo(function WhatsAppText({ text, className }: { text: string; className?: string }) {
  const large = onlyEmoji(text);
  return (
    <span
      dir="auto"
      className={cx('block break-words whitespace-pre-wrap', large ? 'text-[2rem] leading-10' : null, className)}
    >
      {draw(parseWhatsApp(text))}
    </span>
  );
});
