import { Check } from 'lucide-react';
import { cx } from './cx';
import { useUiLabels } from './ui-labels-context';

export interface StepperProps {
  steps: readonly string[];
  /** Index of the step under way; `steps.length` when all are done. */
  current: number;
}

export function Stepper({ steps, current }: StepperProps) {
  const labels = useUiLabels();
  return (
    <ol aria-label={labels.steps} className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {steps.map((step, index) => {
        const done = index < current;
        return (
          <li key={step} aria-current={index === current ? 'step' : undefined} className="flex items-center gap-2">
            <span
              aria-hidden
              className={cx(
                'flex size-6 items-center justify-center rounded-full text-label font-semibold',
                done && 'bg-success-soft text-success',
                index === current && 'bg-accent text-on-accent',
                index > current && 'border border-line-strong text-ink-3',
              )}
            >
              {done ? <Check size={14} /> : index + 1}
            </span>
            <span className={index === current ? 'font-medium' : 'text-ink-2'}>
              {step}
              {done ? <span className="sr-only"> {labels.stepDone}</span> : null}
            </span>
            {index < steps.length - 1 ? <span aria-hidden className="h-px w-6 bg-line" /> : null}
          </li>
        );
      })}
    </ol>
  );
}
