import { IconButton, Tick, cx } from '@hilo/ui';
import { Ban, Reply } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PhoneMessage } from '../../api/phone';
import type { Deed } from '../../api/phone-deeds';
import { useSimulatorTimes } from '../../hooks/use-simulator-times';
import { tickOf } from '../../model/phone-thread';
import { PhoneActions } from './phone-actions';
import { PhoneMediaView } from './phone-media-view';
import { ReactionPicker } from './reaction-picker';

/** One message as the customer sees it: theirs at the right, the business's at the left. */
export function PhoneBubble({
  customerId,
  message,
  quoted,
  first,
  onDeed,
  onReply,
}: {
  customerId: string;
  message: PhoneMessage;
  quoted: PhoneMessage | undefined;
  first: boolean;
  onDeed: (deed: Deed) => void;
  onReply: () => void;
}) {
  const { t } = useTranslation('simulator');
  const { clock } = useSimulatorTimes();
  const mine = message.direction === 'sent';
  const reactions = [message.reactions.mine, message.reactions.theirs].filter(Boolean);

  return (
    <article
      aria-label={t(mine ? 'phone.bySelf' : 'phone.byBusiness')}
      className={cx('group flex flex-col', first && 'mt-2', mine ? 'items-end' : 'items-start')}
    >
      <div className={cx('flex max-w-full items-center gap-0.5', mine && 'flex-row-reverse')}>
        <div
          className={cx(
            'max-w-[260px] min-w-0 rounded-lg px-3 py-2 text-chat break-words',
            mine ? 'bg-b-bot' : 'border border-line bg-b-in',
            first && (mine ? 'rounded-tr-[4px]' : 'rounded-tl-[4px]'),
          )}
        >
          {quoted ? (
            <p className="mb-1 line-clamp-2 rounded-sm border-l-3 border-accent bg-ink/5 px-2 py-1 text-label text-ink-2">
              {quoted.text ?? t('phone.attachment')}
            </p>
          ) : null}
          {message.deleted ? (
            <p className="flex items-center gap-1.5 text-ink-2 italic">
              <Ban aria-hidden size={14} />
              {t('phone.deleted')}
            </p>
          ) : (
            <>
              {message.header ? <p className="font-semibold">{message.header}</p> : null}
              <PhoneMediaView customerId={customerId} message={message} />
              {message.text && message.type !== 'location' ? (
                <p className="whitespace-pre-wrap">{message.text}</p>
              ) : null}
              {message.footer ? <p className="mt-0.5 text-label text-ink-2">{message.footer}</p> : null}
            </>
          )}
          <p className="mt-0.5 flex items-center justify-end gap-1 text-meta text-ink-2">
            {message.edited ? <span>{t('phone.edited')}</span> : null}
            <time dateTime={message.at}>{clock(message.at)}</time>
            {mine ? <Tick status={tickOf(message)} /> : null}
          </p>
        </div>
        {message.deleted ? null : (
          <div className="flex shrink-0 flex-col opacity-0 transition-opacity duration-120 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
            {mine ? null : (
              <ReactionPicker
                chosen={message.reactions.mine}
                onChoose={(emoji) => onDeed({ type: 'reaction', messageId: message.id, emoji })}
              />
            )}
            <IconButton size="sm" label={t('phone.reply')} icon={<Reply aria-hidden size={15} />} onClick={onReply} />
          </div>
        )}
      </div>
      {reactions.length > 0 ? (
        <span
          aria-label={t('phone.reactions', { emojis: reactions.join(' ') })}
          role="img"
          className="relative z-1 -mt-2 rounded-full border border-line bg-surface px-1.5 text-label"
        >
          {reactions.join(' ')}
        </span>
      ) : null}
      {message.deleted ? null : <PhoneActions message={message} onDeed={onDeed} />}
      {message.status === 'failed' ? (
        <p className="mt-0.5 max-w-[260px] text-meta text-danger">
          {t('phone.neverArrived', { code: message.failureCode ?? '—' })}
        </p>
      ) : null}
    </article>
  );
}
