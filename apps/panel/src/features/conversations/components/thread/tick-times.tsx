import { Popover, Tick } from '@hilo/ui';
import type { TickStatus } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../hooks/use-moments';
import type { Message } from '../../model/message';

const TIMES = ['sent', 'delivered', 'read', 'played', 'failed'] as const;

/** How far a message got; pressed, when. */
export function TickTimes({ message, status }: { message: Message; status: TickStatus }) {
  const { t } = useTranslation('conversations');
  const moments = useMoments();
  const known = TIMES.filter((time) => message.statusTimes[time] !== undefined);
  if (known.length === 0) return <Tick status={status} />;
  return (
    <Popover
      title={t('ticks.title')}
      align="end"
      className="w-60"
      trigger={
        <button type="button" className="-m-1 inline-flex rounded-sm p-1 hover:bg-ink/8">
          <Tick status={status} />
          <span className="sr-only">{t('ticks.open')}</span>
        </button>
      }
    >
      <dl className="px-4 pb-3">
        {known.map((time) => (
          <div key={time} className="flex min-h-7 items-center justify-between gap-3">
            <dt className="text-ink-2">{t(`ticks.${time}`)}</dt>
            <dd>
              <time dateTime={message.statusTimes[time]}>{moments.full(message.statusTimes[time] ?? '')}</time>
            </dd>
          </div>
        ))}
      </dl>
    </Popover>
  );
}
