import { Check, CheckCheck, CircleAlert, CircleHelp, Clock } from 'lucide-react';
import { cx } from './cx';
import type { TickStatus } from './labels';
import { useUiLabels } from './ui-labels-context';

const looks: Record<TickStatus, { Icon: typeof Check; tone: string }> = {
  pending: { Icon: Clock, tone: 'text-tick' },
  queued: { Icon: Clock, tone: 'text-tick' },
  sent: { Icon: Check, tone: 'text-tick' },
  delivered: { Icon: CheckCheck, tone: 'text-tick' },
  read: { Icon: CheckCheck, tone: 'text-tick-read' },
  unknown: { Icon: CircleHelp, tone: 'text-tick' },
  failed: { Icon: CircleAlert, tone: 'text-danger' },
};

/** How far a message got, as a mark and as words. */
export function Tick({ status, size = 14 }: { status: TickStatus; size?: number }) {
  const labels = useUiLabels();
  const { Icon, tone } = looks[status];
  return (
    <span className={cx('inline-flex', tone)} title={labels.ticks[status]}>
      <Icon aria-hidden size={size} strokeWidth={2} />
      <span className="sr-only">{labels.ticks[status]}</span>
    </span>
  );
}
