import { cx } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import type { DraftMode } from '../../../../app/drafts';

/** To the customer or only for the house. */
export function ModeSwitch({
  mode,
  onMode,
  maySend,
  mayNote,
}: {
  mode: DraftMode;
  onMode: (mode: DraftMode) => void;
  maySend: boolean;
  mayNote: boolean;
}) {
  const { t } = useTranslation('conversations');
  const modes: { value: DraftMode; label: string; allowed: boolean }[] = [
    { value: 'reply', label: t('composer.reply'), allowed: maySend },
    { value: 'note', label: t('composer.note'), allowed: mayNote },
  ];
  return (
    <div role="group" aria-label={t('composer.modes')} className="flex gap-1">
      {modes
        .filter(({ allowed }) => allowed)
        .map(({ value, label }) => (
          <button
            key={value}
            type="button"
            aria-pressed={mode === value}
            onClick={() => onMode(value)}
            className={cx(
              'h-7 rounded-md px-2.5 text-ui whitespace-nowrap transition-colors duration-120 pointer-coarse:h-10',
              mode === value ? 'bg-ink/8 font-semibold text-ink' : 'text-ink-2 hover:bg-ink/5 hover:text-ink',
            )}
          >
            {label}
          </button>
        ))}
    </div>
  );
}
