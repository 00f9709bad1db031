import type { AnswerOf, PathOf, QueryOf, RouteOf } from '@hilo/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ask, type Asked } from '../../../app/ask';
import { rowsOf } from '../../../app/more-pages';

interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

/** Routes that answer page after page and need nothing but a query. */
type ListRoute = {
  [P in RouteOf<'GET'>]: AnswerOf<'GET', P> extends Page<unknown>
    ? [PathOf<'GET', P>] extends [never]
      ? P
      : never
    : never;
}[RouteOf<'GET'>];

type RowOf<P extends ListRoute> = AnswerOf<'GET', P> extends Page<infer Row> ? Row : never;

/** A list of the server, page after page. */
export function usePages<P extends ListRoute>(
  key: readonly unknown[],
  route: P,
  filter: Omit<QueryOf<'GET', P>, 'limit' | 'cursor'>,
) {
  const query = useInfiniteQuery({
    queryKey: [...key, filter],
    queryFn: ({ pageParam, signal }) => {
      const asked = { query: { ...filter, limit: 50, cursor: pageParam }, signal } as unknown as Asked<'GET', P>;
      return ask<'GET', P>('GET', route, ...([asked] as never)) as Promise<Page<RowOf<P>>>;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });
  return { query, rows: rowsOf(query.data) };
}
