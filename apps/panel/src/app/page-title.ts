import { useEffect } from 'react';
import { create } from 'zustand';

/** What the screen in view calls itself; null leaves it to its route. */
export const usePageTitleStore = create<{ title: string | null }>(() => ({ title: null }));

/** Names the screen more exactly than its route does, e.g. with the customer's name. */
export function usePageTitle(title: string | null | undefined): void {
  useEffect(() => {
    usePageTitleStore.setState({ title: title ?? null });
    return () => usePageTitleStore.setState({ title: null });
  }, [title]);
}

/** `(3) Bandeja · Marca` */
export function documentTitle(screen: string | null, brand: string, unread: number): string {
  const words = screen === null ? brand : `${screen} · ${brand}`;
  return unread > 0 ? `(${unread > 99 ? '99+' : unread}) ${words}` : words;
}
