/** On which page a document is to be opened, for a view that leads to it: kept with the browser's place, a number alone. */
import { useLocation } from 'react-router';

export function pageState(page: number | undefined): { readonly page: number } | undefined {
  return page === undefined ? undefined : { page };
}

/** The page that the reader was sent to; undefined where they were sent to none. */
export function useOpenedPage(): number | undefined {
  const state: unknown = useLocation().state;
  const page = typeof state === 'object' && state !== null && 'page' in state ? state.page : undefined;
  return typeof page === 'number' && Number.isInteger(page) && page > 0 ? page : undefined;
}
