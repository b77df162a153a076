import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Bar, Failed } from '../ui/States';
import { Page } from './Page';

type RemoteProps<T> = {
  query: UseQueryResult<T>;
  /** Of the page, where the page itself stands within what is fetched. */
  title?: string;
  children: (data: T) => ReactNode;
};

/** What is fetched, or bars of its size, or why it is not there. */
export function Remote<T>({ query, title, children }: RemoteProps<T>) {
  if (query.data !== undefined) return children(query.data);
  const instead = query.isError ? (
    <Failed error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <div className="flex animate-pulse flex-col gap-2" aria-busy="true">
      <Bar className="h-14" />
      <Bar className="h-14" />
      <Bar className="h-14" />
    </div>
  );
  return title ? <Page title={title}>{instead}</Page> : instead;
}
