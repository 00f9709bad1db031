import { useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../business';
import { useUnread } from '../counts';
import { documentTitle, usePageTitleStore } from '../page-title';

const sectionOf = (path: string): string => path.split('/')[1] ?? '';

/** Title of the document, its count and icon; on arrival in another section, focus on the h1 and its name said aloud. */
export function RouteAnnouncer() {
  const { t } = useTranslation('shell');
  const router = useRouter();
  const own = usePageTitleStore((state) => state.title);
  const named = useRouterState({
    select: (state) => state.matches.findLast((match) => match.staticData.title)?.staticData.title ?? null,
  });
  const brand = useBusiness()?.name ?? 'Hilo';
  const unread = useUnread();
  const [said, setSaid] = useState('');
  const screen = own ?? (named ? t(`nav.${named}`) : null);

  useEffect(() => {
    document.title = documentTitle(screen, brand, unread);
    document
      .querySelector<HTMLLinkElement>('link[rel=icon]')
      ?.setAttribute('href', unread > 0 ? '/favicon-unread.svg' : '/favicon.svg');
  }, [screen, brand, unread]);

  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
        if (!fromLocation || sectionOf(fromLocation.pathname) === sectionOf(toLocation.pathname)) return;
        const heading = document.querySelector<HTMLElement>('main h1');
        heading?.focus({ preventScroll: true });
        setSaid(heading?.textContent ?? '');
      }),
    [router],
  );

  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
