import { useCallback, useRef } from 'react';
import { realtime } from '../../../app/runtime';

/** The others forget after 6 s; telling more often than this says nothing new. */
const EVERY_MS = 2500;

/** Call on every keystroke: the others see that somebody writes here. */
export function useTypingSignal(conversationId: string): () => void {
  const told = useRef(0);
  return useCallback(() => {
    const now = Date.now();
    if (now - told.current < EVERY_MS) return;
    told.current = now;
    realtime.send('typing', { conversationId });
  }, [conversationId]);
}
