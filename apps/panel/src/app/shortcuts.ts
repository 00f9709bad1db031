import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { matchShortcut } from './shortcut-match';

export interface Shortcut {
  /** `Ctrl+K`, `?`, or a sequence such as `g b`. */
  keys: string;
  /** What it does, translated, for the sheet. */
  label: string;
  /** Where it is listed, translated. */
  group: string;
  run: () => void;
}

/** What the page answers to right now, the latest screen last. */
export const useShortcutList = create<{ shortcuts: readonly Shortcut[] }>(() => ({ shortcuts: [] }));

/** Answers to `keys` while the component is on screen. The latest registration of the same keys wins. */
export function useShortcut(shortcut: Shortcut, enabled = true): void {
  const run = useRef(shortcut.run);
  useEffect(() => {
    run.current = shortcut.run;
  });
  const { keys, label, group } = shortcut;
  useEffect(() => {
    if (!enabled) return;
    const entry: Shortcut = { keys, label, group, run: () => run.current() };
    useShortcutList.setState(({ shortcuts }) => ({ shortcuts: [...shortcuts, entry] }));
    return () => useShortcutList.setState(({ shortcuts }) => ({ shortcuts: shortcuts.filter((one) => one !== entry) }));
  }, [keys, label, group, enabled]);
}

const SEQUENCE_MS = 1200;

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])')
  );
}

/** The one listener of the page. With `letters` off only Ctrl combinations answer (WCAG 2.1.4). */
export function useShortcutListener(letters: boolean): void {
  useEffect(() => {
    let pending = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const { shortcuts } = useShortcutList.getState();
      const match = matchShortcut(
        pending,
        event,
        new Set(shortcuts.map((one) => one.keys)),
        !letters || isTyping(event.target) || inDialog(event.target),
      );
      clearTimeout(timer);
      pending = match.kind === 'wait' ? match.pending : '';
      if (match.kind === 'wait') timer = setTimeout(() => (pending = ''), SEQUENCE_MS);
      if (match.kind !== 'run') return;
      event.preventDefault();
      shortcuts.findLast((one) => one.keys === match.keys)?.run();
    };
    addEventListener('keydown', listen);
    return () => {
      removeEventListener('keydown', listen);
      clearTimeout(timer);
    };
  }, [letters]);
}

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null;
