import { useParams } from 'react-router';

/** The record the address names (`Type/id`), if it names one. */
export function useOpenKey(): string | undefined {
  const { type, id } = useParams();
  return type === undefined || id === undefined ? undefined : `${type}/${id}`;
}
