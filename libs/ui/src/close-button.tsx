import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useUiLabels } from './ui-labels-context';

/**
 * The cross of a dialog. Drawn at the top, but last in the page, so that opening puts the focus on the first field; and
 * without a tooltip, which would take the first Escape for itself.
 */
export function CloseButton() {
  const labels = useUiLabels();
  return (
    <Dialog.Close
      aria-label={labels.close}
      className="absolute top-3 right-3 flex size-8 items-center justify-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink pointer-coarse:top-1 pointer-coarse:right-1.5 pointer-coarse:size-11"
    >
      <X aria-hidden size={18} />
    </Dialog.Close>
  );
}
