import {
  cloneElement,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { flushSync } from 'react-dom';
import { joinProps, tellRef } from './join-props';
import { bringPopups, popupParts, type PopupParts } from './popup-code';

type Trigger = ReactElement<Record<string, unknown>>;

export interface LatePopupProps {
  kind: 'menu' | 'dialog';
  trigger?: Trigger;
  open?: boolean;
  children: (parts: PopupParts, trigger: Trigger | undefined) => ReactNode;
}

/**
 * A popup whose code is not in the first screen. Until it came only the trigger is there: coming near it fetches the code,
 * and a press before that is passed on to the real trigger, which takes its place and its focus.
 */
export function LatePopup({ kind, trigger, open, children }: LatePopupProps) {
  const [parts, setParts] = useState(popupParts);
  const element = useRef<HTMLElement>(null);
  const held = useRef(false);
  const pressed = useRef(false);
  const focused = useRef(false);
  const ownRef = trigger?.props['ref'];
  const ref = useCallback(
    (next: HTMLElement | null) => {
      element.current = next;
      tellRef(ownRef, next);
    },
    [ownRef],
  );

  const bring = useCallback(() => {
    bringPopups().then(
      (brought) => {
        // Replacing a button between press and release would lose the click.
        if (held.current && !pressed.current) return;
        focused.current = element.current !== null && element.current === document.activeElement;
        // At once: a press may come between asking React for it and getting it.
        flushSync(() => setParts(brought));
      },
      (error: unknown) => {
        pressed.current = false;
        reportError(error);
      },
    );
  }, []);

  useEffect(() => {
    if (open && !parts) bring();
  }, [open, parts, bring]);
  useLayoutEffect(() => {
    if (parts && focused.current) element.current?.focus({ preventScroll: true });
    focused.current = false;
  }, [parts]);
  useEffect(() => {
    if (parts && pressed.current) element.current?.click();
    pressed.current = false;
  }, [parts]);

  const placed = trigger && cloneElement(trigger, { ref });
  if (parts) return children(parts, placed);
  if (!placed) return null;
  const hold = (holding: boolean) => () => {
    held.current = holding;
  };
  return cloneElement(
    placed,
    joinProps(placed.props, {
      'aria-haspopup': kind,
      'aria-expanded': false,
      onPointerEnter: bring,
      onFocus: bring,
      onPointerDown: hold(true),
      onPointerUp: hold(false),
      onPointerCancel: hold(false),
      onPointerLeave: hold(false),
      onClick: () => {
        pressed.current = true;
        bring();
      },
    }),
  );
}
