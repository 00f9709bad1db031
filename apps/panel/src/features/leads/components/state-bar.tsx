import { cx } from '@hilo/ui';
import { LEAD_STATES, type LeadState } from '../model/lead';

const fills: Record<LeadState, string> = {
  new: 'bg-accent',
  contacted: 'bg-accent',
  qualified: 'bg-accent',
  negotiating: 'bg-warning',
  won: 'bg-success',
  lost: 'bg-ink-3',
};

/** How far along the pipeline, as six steps. Decorative: the state's word stands beside it. */
export function StateBar({ state }: { state: LeadState }) {
  const reached = LEAD_STATES.indexOf(state);
  return (
    <span aria-hidden className="inline-flex shrink-0 items-center gap-px">
      {LEAD_STATES.map((one, index) => {
        const on = state === 'lost' ? index === reached : index <= reached;
        return (
          <span
            key={one}
            className={cx('h-2 w-1.5 first:rounded-l-full last:rounded-r-full', on ? fills[state] : 'bg-line')}
          />
        );
      })}
    </span>
  );
}
