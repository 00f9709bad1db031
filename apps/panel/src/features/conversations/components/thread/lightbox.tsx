import { Dialog, IconButton } from '@hilo/ui';
import { ArrowLeft, ArrowRight, Download } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../hooks/use-moments';
import type { Message } from '../../model/message';
import { openLightbox, useLightbox } from './lightbox-store';

/** A picture as large as the screen lets it; the arrows go through all pictures of the thread. */
export default function Lightbox({ messages }: { messages: readonly Message[] }) {
  const { t } = useTranslation('conversations');
  const moments = useMoments();
  const messageId = useLightbox((state) => state.messageId);
  const pictures = messages.filter((message) => message.type === 'image' && message.media?.state === 'ready');
  const at = pictures.findIndex((message) => message.id === messageId);
  const shown = pictures[at] ?? messages.find((message) => message.id === messageId);
  const icon = { size: 18, 'aria-hidden': true };
  const go = (by: number) => {
    const next = pictures[at + by];
    if (next) openLightbox(next.id);
  };

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'ArrowLeft') go(-1);
      if (event.key === 'ArrowRight') go(1);
    };
    // On the way down: a dialog keeps the arrows that come up to it to itself.
    addEventListener('keydown', press, true);
    return () => removeEventListener('keydown', press, true);
  });

  const url = shown?.media?.url;
  if (!shown || !url) return null;
  return (
    <Dialog
      open
      size="lg"
      title={t('media.pictureOf', { at: at + 1, total: pictures.length })}
      description={moments.full(shown.at)}
      onOpenChange={(open) => {
        if (!open) openLightbox(null);
      }}
      footer={
        <div className="flex w-full items-center gap-1">
          <IconButton
            label={t('media.previous')}
            shortcut="←"
            disabled={at <= 0}
            icon={<ArrowLeft {...icon} />}
            onClick={() => go(-1)}
          />
          <IconButton
            label={t('media.next')}
            shortcut="→"
            disabled={at === -1 || at >= pictures.length - 1}
            icon={<ArrowRight {...icon} />}
            onClick={() => go(1)}
          />
          <a
            href={url}
            download={shown.media?.fileName ?? ''}
            target="_blank"
            rel="noopener noreferrer"
            className="ml-auto inline-flex h-8 items-center gap-2 rounded-md px-3 font-medium text-ink-2 hover:bg-sunken"
          >
            <Download {...icon} />
            {t('media.save')}
          </a>
        </div>
      }
    >
      <img
        src={url}
        alt={shown.text || t('types.image')}
        className="mx-auto max-h-[64dvh] max-w-full rounded-md object-contain"
      />
      {shown.text ? <p className="mt-3 text-center text-chat">{shown.text}</p> : null}
    </Dialog>
  );
}
