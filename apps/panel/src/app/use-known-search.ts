import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';

/**
 * The address's search as `read` takes it. The router leaves in `useSearch` whatever else the address holds, also the
 * values that the route's own reader refused.
 */
export function useKnownSearch<S extends object>(read: (raw: Record<string, unknown>) => S): S {
  const raw: Record<string, unknown> = useSearch({ strict: false });
  return useMemo(() => read(raw), [raw, read]);
}
