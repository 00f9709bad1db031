import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';
import { sharedById } from './shared-by-id';

const RETRIES = 2;

/** Only what may go better by itself is asked again: no answer, or a server that is briefly away. */
export function worthRetrying(failures: number, error: unknown): boolean {
  return failures < RETRIES && error instanceof ApiProblem && error.unanswered;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 5 * 60_000,
        retry: worthRetrying,
        structuralSharing: sharedById,
        // The socket says what changed; on return the panel catches up by sequence instead of asking for everything.
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { retry: false },
    },
  });
}
