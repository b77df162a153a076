import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { conversationKey } from '../api/queries';
import { request } from '../api/request';
import type { Conversation, Interaction } from '../api/types';
import { useMarkRead } from '../live/changes';
import { catchUp, lastSeq } from '../live/fold';
import { conversationStream } from '../live/frames';
import { useStream } from '../live/Live';

const dwellMs = 700;

type Page = { items: Interaction[]; next: number | null };

/** A very long conversation comes in several parts. */
export async function whole(id: string, signal: AbortSignal): Promise<Conversation> {
  const path = `/api/conversations/${id}`;
  const its = await request<Conversation>('GET', path, { signal });
  while (lastSeq(its) < its.seq) {
    const query = `after=${lastSeq(its)}&limit=1000`;
    const page = await request<Page>('GET', `${path}/interactions?${query}`, { signal });
    if (page.items.length === 0) break;
    its.interactions.push(...page.items);
  }
  return its;
}

/** The conversation as it is now: fetched once, then followed. */
export function useConversation(id: string) {
  const client = useQueryClient();
  const key = conversationKey(id);
  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const fresh = await whole(id, signal);
      return catchUp(fresh, client.getQueryData<Conversation>(key));
    },
    staleTime: 0,
  });
  useStream(conversationStream(id), query.data ? lastSeq(query.data) : undefined);
  return query;
}

/** Where the line "new" stands: how far was read when the conversation was opened. */
export function useReadWhenOpened(its: Conversation | undefined): number {
  const [opened, setOpened] = useState<{ id: string; seq: number } | null>(null);
  if (its && opened?.id !== its.id) {
    const seq = its.read_seq ?? 0;
    setOpened({ id: its.id, seq });
    return seq;
  }
  return opened?.seq ?? 0;
}

/** Counts as read what stays before the agent's eyes for a moment; what they mark unread stays so. */
export function useReading(its: Conversation | undefined) {
  const markRead = useMarkRead();
  const kept = useRef<string | null>(null);
  const id = its?.id;
  const upTo = its?.last_customer_seq ?? 0;
  const unread = its !== undefined && upTo > (its.read_seq ?? 0);

  useEffect(() => {
    if (!id || !unread || kept.current === `${id}/${upTo}`) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.hidden) return;
      timer = setTimeout(() => void markRead(id, upTo).catch(() => undefined), dwellMs);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [id, upTo, unread, markRead]);

  return {
    markUnread: () => {
      if (!id) return;
      kept.current = `${id}/${upTo}`;
      void markRead(id, Math.max(0, upTo - 1)).catch(() => undefined);
    },
  };
}
