import { Spinner } from '@hilo/ui';
import { Download, FileText, ImageOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fileSize } from '../../model/attachment';
import type { Message, MessageMedia } from '../../model/message';
import { AudioPlayer } from './audio-player';
import { openLightbox } from './lightbox-store';

const WIDEST = 320;
const TALLEST = 360;

/** The box a picture gets before it is there: its own shape, never larger than a bubble. */
function boxOf({ width, height }: Pick<MessageMedia, 'width' | 'height'>): { width: number; height: number } {
  if (!width || !height) return { width: 240, height: 180 };
  const scale = Math.min(1, WIDEST / width, TALLEST / height);
  return { width: Math.max(96, Math.round(width * scale)), height: Math.max(72, Math.round(height * scale)) };
}

function Waiting({ message, failed }: { message: Message; failed: boolean }) {
  const { t } = useTranslation('conversations');
  const drawn = message.type === 'image' || message.type === 'video' || message.type === 'sticker';
  return (
    <div
      className="flex max-w-full flex-col items-center justify-center gap-2 rounded-md bg-ink/5 p-4 text-center text-label text-ink-2"
      style={drawn ? boxOf(message.media ?? { width: null, height: null }) : { width: 240 }}
    >
      {failed ? <ImageOff aria-hidden size={20} /> : <Spinner />}
      <span>{failed ? t('media.failed') : t('media.pending')}</span>
    </div>
  );
}

function Document({ media, name }: { media: MessageMedia; name: string }) {
  const { t, i18n } = useTranslation('conversations');
  const kind = media.contentType
    ?.split('/')[1]
    ?.split(/[.+;-]/)
    .at(-1)
    ?.toUpperCase();
  const details = [kind, media.size === null ? null : fileSize(media.size, i18n.language)].filter(Boolean).join(' · ');
  return (
    <a
      href={media.url ?? undefined}
      download={media.fileName ?? ''}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('media.download', { name })}
      className="flex w-72 max-w-full items-center gap-3 rounded-md bg-ink/5 p-2.5 hover:bg-ink/8"
    >
      <FileText aria-hidden size={28} strokeWidth={1.5} className="shrink-0 text-ink-2" />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-medium">{name}</span>
        <span className="text-meta text-ink-3">{details}</span>
      </span>
      <Download aria-hidden size={18} className="shrink-0 text-ink-2" />
    </a>
  );
}

/** The file of a message: drawn, playable or to be downloaded; what has not come yet keeps its place. */
export function MediaView({ message }: { message: Message }) {
  const { t } = useTranslation('conversations');
  const { media, type } = message;
  if (!media || media.state !== 'ready' || media.url === null)
    return <Waiting message={message} failed={media?.state === 'failed'} />;

  if (type === 'image' || type === 'sticker') {
    const box = type === 'sticker' ? { width: 140, height: 140 } : boxOf(media);
    const alt = message.text || t(type === 'sticker' ? 'types.sticker' : 'types.image');
    return (
      <button
        type="button"
        onClick={() => openLightbox(message.id)}
        aria-label={t('media.enlarge', { what: alt })}
        className="block max-w-full cursor-zoom-in overflow-hidden rounded-md bg-ink/5"
        style={{ aspectRatio: `${box.width} / ${box.height}`, width: box.width }}
      >
        <img
          src={media.thumbnailUrl ?? media.url}
          alt={alt}
          width={box.width}
          height={box.height}
          loading="lazy"
          decoding="async"
          className={type === 'sticker' ? 'size-full object-contain' : 'size-full object-cover'}
        />
      </button>
    );
  }
  if (type === 'video') {
    const box = boxOf(media);
    return (
      <video
        controls
        preload="metadata"
        src={media.url}
        aria-label={message.text || t('types.video')}
        className="max-w-full rounded-md bg-ink/5"
        style={{ aspectRatio: `${box.width} / ${box.height}`, width: box.width }}
      />
    );
  }
  if (type === 'audio')
    return <AudioPlayer src={media.url} seconds={media.durationS} voice={message.content['voice'] === true} />;
  return <Document media={media} name={media.fileName ?? t('types.document')} />;
}
