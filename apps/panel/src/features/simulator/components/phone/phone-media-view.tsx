import { FileText, MapPin, Mic, Package } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PhoneMessage } from '../../api/phone';
import { mediaAddress } from '../../api/phone-queries';
import { placeIn } from '../../model/phone-thread';

const WITHOUT_WORDS = new Set(['contacts', 'order', 'sticker', 'unsupported', 'flow']);

/** Everything of a bubble that is not text. */
export function PhoneMediaView({ customerId, message }: { customerId: string; message: PhoneMessage }) {
  const { t } = useTranslation('simulator');
  const place = message.type === 'location' ? placeIn(message.details) : undefined;
  if (place) {
    return (
      <p className="flex items-start gap-2">
        <MapPin aria-hidden size={18} className="mt-0.5 shrink-0 text-accent" />
        <span>
          <span className="block font-medium">{place.name ?? t('phone.location')}</span>
          <span className="block text-label text-ink-2">
            {place.address ?? `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`}
          </span>
        </span>
      </p>
    );
  }
  const source = message.media ? mediaAddress(customerId, message.media) : null;
  if (message.media && source) return <File source={source} media={message.media} />;
  if (message.text !== null || !WITHOUT_WORDS.has(message.type)) return null;
  return (
    <p className="flex items-center gap-2 text-ink-2">
      <Package aria-hidden size={16} />
      {t(`phone.types.${message.type as 'contacts'}`)}
    </p>
  );
}

function File({ source, media }: { source: string; media: NonNullable<PhoneMessage['media']> }) {
  const { t } = useTranslation('simulator');
  const kind = media.mimeType?.split('/')[0];
  const name = media.fileName ?? t('phone.document');
  if (kind === 'image') {
    return (
      <a href={source} target="_blank" rel="noreferrer" className="-mx-1.5 -mt-0.5 mb-1 block">
        <img
          src={source}
          alt={media.fileName ?? t('phone.photo')}
          className="h-40 w-56 max-w-full rounded-md bg-sunken object-cover"
        />
      </a>
    );
  }
  if (kind === 'audio') {
    return (
      <span className="mb-1 flex items-center gap-2">
        {media.voice ? <Mic aria-hidden size={16} className="shrink-0 text-accent" /> : null}
        <audio controls preload="metadata" src={source} aria-label={t('phone.audio')} className="h-9 w-52 max-w-full" />
      </span>
    );
  }
  if (kind === 'video') {
    return (
      <video
        controls
        preload="metadata"
        src={source}
        aria-label={t('phone.video')}
        className="mb-1 max-h-56 w-56 max-w-full rounded-md bg-sunken"
      />
    );
  }
  return (
    <a
      href={source}
      target="_blank"
      rel="noreferrer"
      className="mb-1 flex items-center gap-2 rounded-md bg-ink/5 px-2.5 py-2 font-medium"
    >
      <FileText aria-hidden size={18} className="shrink-0 text-accent" />
      <span className="min-w-0 truncate">{name}</span>
    </a>
  );
}
