export type PopupParts = typeof import('./popup-parts');

let here: PopupParts | null = null;
let coming: Promise<PopupParts> | null = null;

/**
 * Fetches the code of menus, popovers, dialogs, sheets and tooltips, once. A page calls it when it rests after its first
 * screen; whoever is faster than that gets it on the first intent. Rejects when it cannot be fetched; asking again tries again.
 */
export function bringPopups(): Promise<PopupParts> {
  coming ??= import('./popup-parts').then(
    (parts) => (here = parts),
    (error: unknown) => {
      coming = null;
      throw error;
    },
  );
  return coming;
}

/** The code, when it is already here. */
export const popupParts = (): PopupParts | null => here;

/** For what is only ever drawn inside an open popup. */
export function drawnParts(): PopupParts {
  if (here === null) throw new Error('A part of a popup was drawn outside of one.');
  return here;
}
