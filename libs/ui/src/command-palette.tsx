import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { backdropClass } from './dialog-class';
import { Kbd } from './kbd';
import { popupItemClass } from './popup-class';
import { useUiLabels } from './ui-labels-context';

export interface PaletteCommand {
  value: string;
  label: string;
  detail?: string;
  /** The stretch of `detail` that was looked for, in UTF-16 units. Given, even as null, the detail has lines of its own. */
  hit?: { start: number; length: number } | null;
  icon?: ReactNode;
  shortcut?: string;
  /** Found by someone else (the server): shown whatever the typed text. */
  matched?: boolean;
  run: () => void;
}

export interface PaletteGroup {
  value: string;
  items: readonly PaletteCommand[];
}

export interface CommandPaletteProps {
  label: string;
  placeholder: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly PaletteGroup[];
  onQueryChange: (query: string) => void;
}

/** Go anywhere, do anything, find anyone, from the keyboard. */
export function CommandPalette({ label, placeholder, open, onOpenChange, groups, onQueryChange }: CommandPaletteProps) {
  const labels = useUiLabels();
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropClass} />
        <Dialog.Popup
          aria-label={label}
          className={
            'fixed top-[12vh] left-1/2 z-40 flex max-h-[min(32rem,76dvh)] w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 flex-col overflow-hidden ' +
            'rounded-lg border border-line bg-surface shadow-pop outline-none transition-opacity duration-160 data-starting-style:opacity-0 data-ending-style:opacity-0'
          }
        >
          <Autocomplete.Root
            open
            inline
            items={groups}
            filter={matches}
            autoHighlight="always"
            keepHighlight
            onValueChange={(query) => onQueryChange(query)}
          >
            <Autocomplete.InputGroup className="flex items-center gap-3 border-b border-line px-4">
              <Search aria-hidden size={18} className="text-ink-3" />
              <Autocomplete.Input
                aria-label={label}
                placeholder={placeholder}
                className="h-12 flex-1 bg-transparent text-chat outline-none placeholder:text-ink-3"
              />
              <Kbd keys="Esc" />
            </Autocomplete.InputGroup>
            <Dialog.Close className="sr-only">{labels.close}</Dialog.Close>
            <div className="min-h-0 overflow-y-auto">
              <Autocomplete.Empty className="px-4 py-6 text-center text-ink-3 empty:hidden">
                {labels.noResults}
              </Autocomplete.Empty>
              <Autocomplete.List className="p-2 empty:hidden">
                {(group: PaletteGroup) => (
                  <Autocomplete.Group key={group.value} items={group.items} className="not-last:mb-2">
                    <Autocomplete.GroupLabel className="px-2 py-1 text-label text-ink-3">
                      {group.value}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(command: PaletteCommand) => (
                        <Autocomplete.Item
                          key={command.value}
                          value={command}
                          className={popupItemClass}
                          onClick={() => {
                            onOpenChange(false);
                            command.run();
                          }}
                        >
                          {command.icon ? <span className="text-ink-3">{command.icon}</span> : null}
                          <Words {...command} />
                          {command.shortcut ? <Kbd keys={command.shortcut} /> : null}
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </div>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Words({ label, detail, hit }: PaletteCommand) {
  if (!detail || hit === undefined)
    return (
      <span className="min-w-0 flex-1 truncate">
        {label}
        {detail ? <span className="text-ink-3"> · {detail}</span> : null}
      </span>
    );
  const [from, to] = hit ? [hit.start, hit.start + hit.length] : [0, 0];
  return (
    <span className="min-w-0 flex-1">
      <span className="block truncate">{label}</span>
      <span className="line-clamp-3 text-label text-ink-3">
        {detail.slice(0, from)}
        {to > from ? <mark className="bg-transparent font-semibold text-ink">{detail.slice(from, to)}</mark> : null}
        {detail.slice(to)}
      </span>
    </span>
  );
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every typed word is in the command's words, accents aside. */
export function matches(command: PaletteCommand, query: string): boolean {
  const words = folded(`${command.label} ${command.detail ?? ''}`);
  return (
    Boolean(command.matched) ||
    folded(query)
      .split(/\s+/)
      .every((word) => words.includes(word))
  );
}
