import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addressOf, request } from '../../../app/api';
import { keys } from '../api/keys';
import type { PhoneChange, PhoneThread } from '../api/phone';
import { messageIn, withMessage } from '../model/phone-thread';

const SETTLE_MS = 400;
const WAIT_MS = 25_000;
const AGAIN_MS = 3000;

/** Puts a change of the feed where the screens read it; true when lists and traces are worth asking for again. */
export function applyChange(client: QueryClient, change: PhoneChange): boolean {
  if (change.kind === 'reset') {
    void client.invalidateQueries({ queryKey: keys.all });
    return false;
  }
  if (change.kind === 'switches') client.setQueryData(keys.switches, change.data);
  if (change.kind === 'clock') void client.invalidateQueries({ queryKey: keys.clock });
  const message = change.kind === 'message' ? messageIn(change.data) : undefined;
  if (message && change.customerId !== null) {
    const thread = client.getQueryData<PhoneThread>(keys.thread(change.customerId));
    if (thread) client.setQueryData(keys.thread(change.customerId), withMessage(thread, message));
  }
  return change.kind === 'message' || change.kind === 'customer';
}

/** Keeps the phones live while on screen: a stream where the browser has one, else asking and waiting. */
export function usePhoneFeed(enabled: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!enabled) return;
    let settle: ReturnType<typeof setTimeout> | undefined;
    const stop = new AbortController();
    const hear = (change: PhoneChange) => {
      if (!applyChange(client, change)) return;
      clearTimeout(settle);
      settle = setTimeout(() => {
        for (const part of ['customers', 'webhooks', 'trace', 'turns'])
          void client.invalidateQueries({ queryKey: ['simulator', part] });
      }, SETTLE_MS);
    };
    const source = typeof EventSource === 'undefined' ? undefined : listen(hear, () => void ask(hear, stop.signal));
    if (!source) void ask(hear, stop.signal);
    return () => {
      clearTimeout(settle);
      stop.abort();
      source?.close();
      // From here on nobody hears of changes: what is shown next time must be asked for again.
      void client.invalidateQueries({ queryKey: keys.all, refetchType: 'none' });
    };
  }, [client, enabled]);
}

function listen(hear: (change: PhoneChange) => void, onRefused: () => void): EventSource {
  const source = new EventSource(addressOf('/simulator/phone/events'));
  source.addEventListener('change', (event: MessageEvent<string>) => hear(JSON.parse(event.data) as PhoneChange));
  source.addEventListener('error', () => {
    // A stream that only broke comes back by itself; one that was refused never does.
    if (source.readyState === EventSource.CLOSED) onRefused();
  });
  return source;
}

async function ask(hear: (change: PhoneChange) => void, signal: AbortSignal): Promise<void> {
  let since: number | undefined;
  while (!signal.aborted) {
    const query = since === undefined ? {} : { since, waitMs: WAIT_MS };
    try {
      const answer = await request<{ seq: number; changes: PhoneChange[]; missed: boolean }>(
        'GET',
        '/simulator/phone/changes',
        { query, signal },
      );
      since = answer.seq;
      if (answer.missed) hear({ seq: answer.seq, kind: 'reset', customerId: null, data: null });
      for (const change of answer.changes) hear(change);
    } catch {
      await new Promise((later) => setTimeout(later, AGAIN_MS));
    }
  }
}
