import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { loudness, showsOnDesktop } from '../attention';
import { countsQuery } from '../counts';
import { gathered } from '../gathered';
import { notificationsQuery, withNotification, type Notification as Notice } from '../notifications';
import { onRealtime } from '../realtime-registry';
import { realtime } from '../runtime';
import { useMe } from '../session';
import { ring } from '../sound';
import { useNoticeWords } from './use-notice-words';

/** However busy the inbox, the counts are asked for so often and no more. */
const RECOUNT_MS = 1000;

/** Counts, notifications and sound: what the shell itself does with events. */
export function useLiveShell(): void {
  const client = useQueryClient();
  const router = useRouter();
  const { preferences } = useMe();
  const wordsOf = useNoticeWords();

  useEffect(() => {
    const recount = () => void client.invalidateQueries({ queryKey: countsQuery.queryKey });
    const stops = [
      onRealtime('counts.changed', gathered(RECOUNT_MS, recount, true)),
      realtime.onCaughtUp(recount),
      onRealtime<Notice>('notification.created', ({ data }, { live }) => {
        client.setQueryData(notificationsQuery.queryKey, (page) => withNotification(page, data));
        if (!live) return;
        if (preferences.sound) ring({ volume: loudness(preferences) });
        if (showsOnDesktop(preferences)) showOnDesktop(data, wordsOf(data), (to) => void router.navigate({ href: to }));
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, router, preferences, wordsOf]);
}

function showOnDesktop({ id, link }: Notice, words: string, go: (to: string) => void): void {
  const shown = new Notification(words, { tag: id });
  shown.onclick = () => {
    window.focus();
    if (link?.startsWith('/')) go(link);
    shown.close();
  };
}
