import { useInfiniteQuery } from '@tanstack/react-query';
import { request, type QueryValue } from '../../../app/api';
import { rowsOf } from '../../../app/more-pages';

interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

/** A list of the server, page after page. */
export function usePages<T>(key: readonly unknown[], path: string, filter: Readonly<Record<string, QueryValue>>) {
  const query = useInfiniteQuery({
    queryKey: [...key, filter],
    queryFn: ({ pageParam, signal }) =>
      request<Page<T>>('GET', path, { query: { ...filter, limit: 50, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });
  return { query, rows: rowsOf(query.data) };
}
