import { useMemo, useRef, useState, type RefObject } from 'react';
import type { Message } from '../model/message';

interface Reach {
  /** Puts words into the reply, to be read before they are sent. */
  use: (words: string) => void;
  attach: (files: Iterable<File>) => void;
}

/** What the rest of the screen may do with the composer. */
export interface ComposerHandle {
  input: RefObject<HTMLTextAreaElement | null>;
  replyTo: Message | null;
  setReplyTo: (message: Message | null) => void;
  connect: (reach: Reach) => void;
  use: (words: string) => void;
}

export function useComposerHandle(): ComposerHandle {
  const input = useRef<HTMLTextAreaElement>(null);
  const reach = useRef<Reach | null>(null);
  const [replyTo, setReplyTo] = useState<Message | null>(null);
  return useMemo(
    () => ({
      input,
      replyTo,
      setReplyTo,
      connect: (next) => {
        reach.current = next;
      },
      use: (words) => reach.current?.use(words),
    }),
    [replyTo],
  );
}
