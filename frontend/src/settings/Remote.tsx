import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Bar, Failed } from '../ui/States';

type RemoteProps<T> = { query: UseQueryResult<T>; children: (data: T) => ReactNode };

/** What is fetched, or bars of its size, or why it is not there. */
export function Remote<T>({ query, children }: RemoteProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className="flex animate-pulse flex-col gap-2" aria-busy="true">
      <Bar className="h-14" />
      <Bar className="h-14" />
      <Bar className="h-14" />
    </div>
  );
}
