import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Message } from '../model/message';
import type { UnreadMark } from '../model/thread-items';

/** Nearer to the end than this counts as being there. Pixels. */
const NEAR = 80;
/** Older messages are asked for this early. Pixels from the top. */
const EARLY = 600;

const anchors = (): boolean => typeof CSS !== 'undefined' && CSS.supports('overflow-anchor', 'auto');

/**
 * Where the thread stands. The scroller grows upwards (column-reverse), so its end is `scrollTop` 0 and what is put
 * before moves nothing; WebKit, which has no scroll anchoring, is corrected for what comes after.
 */
export function useThreadScroll(
  scroller: RefObject<HTMLElement | null>,
  messages: readonly Message[],
  mark: UnreadMark | null,
  older: () => void,
) {
  const [away, setAway] = useState(false);
  const lastId = messages.at(-1)?.id;
  const [seenId, setSeenId] = useState(lastId);
  const before = useRef<{ lastId: string | undefined; height: number }>({ lastId, height: 0 });
  const opened = useRef(false);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    if (!opened.current && messages.length > 0) {
      opened.current = true;
      // What is new is read from its beginning, when it does not fit.
      const first = mark ? document.getElementById(`message-${mark.messageId}`) : null;
      if (first && element.scrollHeight - first.offsetTop > element.clientHeight)
        first.scrollIntoView({ block: 'start' });
    } else if (before.current.lastId !== lastId) {
      const own = messages.at(-1)?.outbox !== undefined;
      if (own) element.scrollTop = 0;
      else if (element.scrollTop < -NEAR && !anchors())
        element.scrollTop -= element.scrollHeight - before.current.height;
    }
    before.current = { lastId, height: element.scrollHeight };
  }, [scroller, messages, lastId, mark]);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const isAway = element.scrollTop < -NEAR;
    setAway(isAway);
    if (element.scrollHeight - element.clientHeight + element.scrollTop < EARLY) older();
  }, [scroller, older]);

  const toEnd = () => scroller.current?.scrollTo({ top: 0, behavior: 'smooth' });
  if (!away && seenId !== lastId) setSeenId(lastId);
  const seenAt = messages.findLastIndex((message) => message.id === seenId);
  const arrived = messages.slice(seenAt + 1).filter((message) => message.direction === 'in').length;
  return { away, below: away ? arrived : 0, onScroll, toEnd };
}
