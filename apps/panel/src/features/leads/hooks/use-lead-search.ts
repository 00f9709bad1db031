import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { compact } from '../../../app/search-params';
import type { LeadSearch } from '../search';

/** Changes some of the filters in the address bar and keeps the rest. `replace` leaves no step to go back to. */
export function useLeadSearch(search: LeadSearch) {
  const navigate = useNavigate();
  return useCallback(
    (change: Partial<LeadSearch>, replace = false) =>
      void navigate({ to: '/leads', search: compact<LeadSearch>({ ...search, ...change }), replace }),
    [navigate, search],
  );
}
