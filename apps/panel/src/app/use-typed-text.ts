import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 250;

/** Text that shows every key at once and tells of itself when the typing pauses. `value` is what was told last. */
export function useTypedText(value: string, tell: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState({ text: value, of: value });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Somebody else changed the value, e.g. the back button: that counts more than what was typed before it.
  const text = typed.of === value ? typed.text : typed.text.trim() === value ? typed.text : value;
  const type = (next: string) => {
    setTyped({ text: next, of: value });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => tell(next.trim()), PAUSE_MS);
  };
  return [text, type];
}
