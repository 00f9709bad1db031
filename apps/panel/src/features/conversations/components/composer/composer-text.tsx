import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { DraftMode } from '../../../../app/drafts';

interface ComposerTextProps {
  inputRef: RefObject<HTMLTextAreaElement | null>;
  mode: DraftMode;
  label: string;
  placeholder: string;
  value: string;
  /** Enter sends; otherwise Ctrl+Enter. */
  enterSends: boolean;
  onChange: (text: string) => void;
  onSend: () => void;
  onFiles: (files: File[]) => void;
  onQuoteLast: () => void;
}

const LINES = 8;
const LINE_PX = 21;

/** The text being written: one to eight lines, sent by key, files taken by paste. */
export function ComposerText({
  inputRef,
  mode,
  label,
  placeholder,
  value,
  enterSends,
  onChange,
  onSend,
  onFiles,
  onQuoteLast,
}: ComposerTextProps) {
  const before = useRef(mode);

  useLayoutEffect(() => {
    const input = inputRef.current;
    if (!input) return;
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, LINES * LINE_PX + 16)}px`;
  }, [inputRef, value]);

  useEffect(() => {
    if (before.current !== mode) inputRef.current?.focus();
    before.current = mode;
  }, [inputRef, mode]);

  return (
    <textarea
      ref={inputRef}
      value={value}
      rows={1}
      aria-label={label}
      placeholder={placeholder}
      enterKeyHint={enterSends ? 'send' : 'enter'}
      onChange={(event) => onChange(event.target.value)}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (files.length === 0) return;
        event.preventDefault();
        onFiles(files);
      }}
      onKeyDown={(event) => {
        // While a character is being composed (accents, kana) Enter belongs to the input method.
        if (event.nativeEvent.isComposing || event.keyCode === 229) return;
        if (event.key === 'Escape') event.currentTarget.blur();
        if (event.key === 'ArrowUp' && value === '') onQuoteLast();
        if (event.key !== 'Enter' || event.shiftKey || event.altKey) return;
        if (!(event.ctrlKey || event.metaKey) && !enterSends) return;
        event.preventDefault();
        onSend();
      }}
      className="block max-h-46 min-h-10 w-full resize-none bg-transparent px-3 py-2 text-chat outline-none placeholder:text-ink-3 md:px-4"
    />
  );
}
