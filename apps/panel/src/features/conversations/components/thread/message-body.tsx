import { Ban, PhoneMissed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTypeWord } from '../../hooks/use-preview';
import type { Message } from '../../model/message';
import { MediaView } from './media-view';
import { CardView, ContactsView, LocationView, OrderView } from './structured-view';
import { UnshownView } from './unshown-view';
import { WhatsAppText } from './whatsapp-text';

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true, className: 'mt-0.5 shrink-0' };

/** What a message says, whatever its type. A type that is not known yet says so instead of disappearing. */
export function MessageBody({ message }: { message: Message }) {
  const { t } = useTranslation('conversations');
  const word = useTypeWord();
  const { type, text } = message;
  switch (type) {
    case 'text':
    case 'note':
    case 'comment':
      return <WhatsAppText text={text ?? ''} />;
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker': {
      if (message.outbox) return <WhatsAppText text={[word(type), text].filter(Boolean).join('\n')} />;
      const caption = type === 'document' && text === message.media?.fileName ? null : text;
      return (
        <>
          <MediaView message={message} />
          {caption && type !== 'sticker' ? <WhatsAppText text={caption} className="mt-1" /> : null}
        </>
      );
    }
    case 'template':
    case 'interactive':
      return <CardView message={message} />;
    case 'location':
      return <LocationView message={message} />;
    case 'contacts':
      return <ContactsView message={message} />;
    case 'order':
      return <OrderView message={message} />;
    case 'story_reply':
    case 'story_mention':
      return (
        <>
          <p className="text-label text-ink-3">{t(`types.${type}`)}</p>
          {text ? <WhatsAppText text={text} /> : null}
        </>
      );
    case 'call':
      return (
        <span className="flex gap-1.5 text-ink-2">
          <PhoneMissed {...icon} />
          {t('types.call')}
        </span>
      );
    case 'deleted':
      return (
        <span className="flex gap-1.5 text-ink-3 italic">
          <Ban {...icon} />
          {t('thread.deleted')}
        </span>
      );
    default:
      return <UnshownView message={message} />;
  }
}
