import { cx } from '@hilo/ui';
import { CircleAlert } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { NETWORKS, type Network } from '../../../../app/network';
import { NetworkMark } from '../../../../app/network-mark';

export interface NetworkChoiceProps {
  value: readonly Network[];
  error?: string;
  onChange: (networks: Network[]) => void;
}

/** Several networks at once: each becomes a link of its own. */
export function NetworkChoice({ value, error, onChange }: NetworkChoiceProps) {
  const { t } = useTranslation('links');
  const [helpId, errorId] = [useId(), useId()];
  return (
    <fieldset aria-describedby={cx(helpId, error && errorId)}>
      <legend className="mb-1.5 text-label font-medium text-ink-2">{t('form.networks')}</legend>
      <div className="flex flex-wrap gap-2">
        {NETWORKS.map((network) => {
          const chosen = value.includes(network);
          return (
            <label
              key={network}
              className={cx(
                'flex h-8 cursor-pointer items-center gap-2 rounded-full border px-3 transition-colors duration-120 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:h-11',
                chosen ? 'border-accent bg-accent-soft' : 'border-line-strong hover:bg-bg',
              )}
            >
              <input
                type="checkbox"
                className="size-3.5 accent-accent outline-none"
                checked={chosen}
                onChange={() => onChange(NETWORKS.filter((one) => (one === network ? !chosen : value.includes(one))))}
              />
              <NetworkMark network={network} />
            </label>
          );
        })}
      </div>
      <p id={helpId} className="mt-1.5 text-label text-ink-3">
        {t('form.networksHelp')}
      </p>
      {error ? (
        <p id={errorId} className="mt-1.5 flex items-start gap-1.5 text-label text-danger">
          <CircleAlert aria-hidden size={14} className="mt-px shrink-0" />
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
