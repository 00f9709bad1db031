import { Dialog, Kbd } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import { useShortcutList } from '../shortcuts';
import { useShortcutSheet } from './palette-store';

/** Everything the keyboard can do on the screen in view. */
export function ShortcutsSheet() {
  const { t } = useTranslation('shell');
  const { open, set } = useShortcutSheet();
  const shortcuts = useShortcutList((state) => state.shortcuts);
  const answering = [...new Map(shortcuts.map((one) => [one.keys, one])).values()];
  const groups = [...new Set(answering.map((one) => one.group))];
  return (
    <Dialog title={t('shortcuts.title')} description={t('shortcuts.help')} size="lg" open={open} onOpenChange={set}>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group}>
            <h3 className="mb-1 text-label font-medium text-ink-3">{group}</h3>
            <dl>
              {answering
                .filter((one) => one.group === group)
                .map((one) => (
                  <div
                    key={one.keys}
                    className="flex min-h-8 items-center justify-between gap-3 border-b border-line py-1"
                  >
                    <dt>{one.label}</dt>
                    <dd>
                      <Kbd keys={one.keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
