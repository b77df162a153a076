import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Filter, Listed } from '../api/list';
import { append, fetchPage, listKey, pageSize } from '../api/list';
import { listCaughtUp } from '../live/cache';
import { feed } from '../live/frames';
import { useStream } from '../live/Live';

const mostPages = 6;

/** A list that fetches its pages as it is scrolled and follows its view's feed. */
export function useList(filter: Filter) {
  const client = useQueryClient();
  const key = listKey(filter);
  const loading = useRef<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      // after a gap as many rows as before, so that the reader's place stays
      const before = client.getQueryData<Listed>(key)?.items.length ?? 0;
      let list: Listed = await fetchPage(filter, null, pageSize, signal);
      for (let page = 1; page < mostPages && list.next && list.items.length < before; page++) {
        list = append(list, await fetchPage(filter, list.next, pageSize, signal), filter.sort);
      }
      return listCaughtUp(client, filter, list);
    },
    staleTime: 0,
  });

  useStream(feed(filter.view), query.data?.position);

  const next = query.data?.next ?? null;
  const more = useCallback(async () => {
    if (!next || loading.current === next) return;
    loading.current = next;
    setFailure(null);
    try {
      const page = await fetchPage(filter, next);
      client.setQueryData<Listed>(listKey(filter), (list) =>
        list?.next === next ? listCaughtUp(client, filter, append(list, page, filter.sort)) : list,
      );
    } catch (error) {
      loading.current = null;
      setFailure(error);
    }
  }, [client, filter, next]);

  return { query, more, failure };
}
