import { LoadMore, type LoadMoreProps } from '@hilo/ui';

/** What is read of a query that comes in pages. */
export interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
}

/** The foot of a list of pages; nothing once all of them came. */
export function MorePages({ query, ...look }: { query: Paged } & Pick<LoadMoreProps, 'label' | 'quiet'>) {
  if (!query.hasNextPage) return null;
  return (
    <LoadMore
      {...look}
      busy={query.isFetchingNextPage}
      failed={query.isFetchNextPageError}
      onLoad={() => void query.fetchNextPage()}
    />
  );
}

/** The rows of all the pages that came. */
export const rowsOf = <R,>(data: { pages: readonly { data: readonly R[] }[] } | undefined): R[] =>
  data?.pages.flatMap((page) => page.data) ?? [];
