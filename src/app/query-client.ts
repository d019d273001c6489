import { QueryClient, notifyManager } from '@tanstack/react-query';

// A result is drawn in the same task it was made in: no empty frame between an answer and its rows.
notifyManager.setScheduler(queueMicrotask);

/**
 * What was made of the record, in memory alone and only while its chart is open. Nothing is ever asked again by
 * itself: only the plan and the reader ask the EHR.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
        retry: false,
        refetchOnMount: false,
        refetchOnReconnect: false,
        refetchOnWindowFocus: false,
        // The work is ours, not the network's.
        networkMode: 'always',
        structuralSharing: false,
      },
    },
  });
}
