import { useMutation, useQueryClient } from '@tanstack/react-query';
import { boardQuery, cardsAfter } from '../api/lead-queries';
import { withMore, type BoardColumn } from '../model/board';
import type { LeadFilter } from '../model/lead-filter';

/** Brings the next cards of one column into the board. */
export function useMoreCards(filter: LeadFilter, { state, nextCursor }: BoardColumn) {
  const client = useQueryClient();
  const more = useMutation({
    mutationFn: () => cardsAfter(filter, state, nextCursor ?? ''),
    onSuccess: (page) =>
      client.setQueryData(boardQuery(filter).queryKey, (board) => board && withMore(board, state, page)),
  });
  return { load: () => more.mutate(), busy: more.isPending, failed: more.isError };
}
