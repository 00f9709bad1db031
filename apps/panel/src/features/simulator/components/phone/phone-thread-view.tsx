import { MessageCircle } from 'lucide-react';
import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer, PhoneMessage } from '../../api/phone';
import type { Deed } from '../../api/phone-deeds';
import { useSimulatorTimes } from '../../hooks/use-simulator-times';
import { bubblesOf } from '../../model/phone-thread';
import { PhoneBubble } from './phone-bubble';

const NEAR_PX = 120;

/** The customer's side of the thread, kept at its end while they are there. */
export function PhoneThreadView({
  customer,
  messages,
  onDeed,
  onReply,
}: {
  customer: Customer;
  messages: readonly PhoneMessage[];
  onDeed: (deed: Deed) => void;
  onReply: (message: PhoneMessage) => void;
}) {
  const { t } = useTranslation('simulator');
  const { day } = useSimulatorTimes();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const last = messages.at(-1);
  useEffect(() => {
    atEnd.current = true;
  }, [customer.id]);
  useEffect(() => {
    const element = box.current;
    if (element && (atEnd.current || last?.direction === 'sent')) element.scrollTop = element.scrollHeight;
  }, [last?.id, last?.direction, messages.length, customer.id]);

  return (
    <div
      ref={box}
      role="log"
      aria-label={t('phone.thread')}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
      }}
      className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto px-3 py-3 focus-visible:-outline-offset-2"
    >
      {messages.length === 0 ? (
        <div className="m-auto flex max-w-60 flex-col items-center gap-2 text-center">
          <MessageCircle aria-hidden size={22} className="text-ink-3" />
          <p className="font-medium">{t('phone.empty')}</p>
          <p className="text-label text-ink-2">{t('phone.emptyHelp')}</p>
        </div>
      ) : null}
      {bubblesOf(messages, day).map(({ message, first, newDay }) => (
        <Fragment key={message.id}>
          {newDay ? (
            <p className="my-2 self-center rounded-full bg-surface px-2.5 py-0.5 text-meta text-ink-2">
              {day(message.at)}
            </p>
          ) : null}
          <PhoneBubble
            customerId={customer.id}
            message={message}
            quoted={messages.find(({ id }) => id === message.replyTo)}
            first={first}
            onDeed={onDeed}
            onReply={() => onReply(message)}
          />
        </Fragment>
      ))}
    </div>
  );
}
