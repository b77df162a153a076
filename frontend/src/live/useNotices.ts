import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { fetchPage } from '../api/list';
import { meQuery } from '../api/queries';
import type { Item } from '../api/types';
import { nameOf, subjectOf } from '../api/words';
import { chime } from '../ui/sound';
import { t } from '../ui/text';
import { useOwnChanges } from './changes';
import { serverNow } from './clock';
import type { DataFrame } from './frames';
import { feed, isItem } from './frames';
import { useFrames, useSocket } from './Live';
import type { Known, Notice } from './notices';
import { claim, noticeOf } from './notices';
import { wantsOf } from './wants';

const views = ['mine', 'unassigned'] as const;
const startRows = 200;
/** How long a change of our own may take to come back by the stream. */
const ownMs = 5000;
/** What is told later than this after it happened did not happen here. */
const pastMs = 10 * 60_000;
/** So that a tab in which the conversation is being read can claim it silently. */
const patienceMs = 150;

type Told = { title: string; body: string; conversation: string };

function tell(its: Told, key: string, sound: boolean, onOpen: (id: string) => void) {
  if (!claim(key)) return;
  if (sound) void chime();
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const shown = new Notification(its.title, {
    body: its.body,
    tag: its.conversation,
    icon: '/firth.svg',
    silent: true,
  });
  shown.onclick = () => {
    window.focus();
    onOpen(its.conversation);
    shown.close();
  };
}

/**
 * Tells of what happens while the agent looks elsewhere. The rule is in {@link noticeOf}; the conversation
 * that is open before the agent's eyes stays quiet.
 */
export function useNotices(openId: string | null, onOpen: (id: string) => void): void {
  const { data: me } = useQuery(meQuery);
  const socket = useSocket();
  const known = useRef(new Map<string, Known>());
  const own = useRef(new Map<string, number>());
  const open = useRef(openId);
  useEffect(() => {
    open.current = openId;
  });
  const agent = me?.id;

  useOwnChanges(
    useCallback((ids: string[]) => {
      for (const id of ids) own.current.set(id, Date.now());
    }, []),
  );

  useEffect(() => {
    if (!agent) return;
    const released: (() => void)[] = [];
    let here = true;
    for (const view of views) {
      void fetchPage({ view, tab: 'all', sort: 'activity' }, null, startRows)
        .then((page) => {
          for (const item of page.items) known.current.set(`${view}/${item.id}`, item);
          if (here) released.push(socket.subscribe(feed(view), page.position));
        })
        // without the list nothing can be told from what is old; the next visit tries again
        .catch(() => undefined);
    }
    return () => {
      here = false;
      for (const release of released) release();
    };
  }, [agent, socket]);

  const notify = useCallback(
    (notice: Notice, its: Told) => {
      const sound = wantsOf(agent ?? '').sound;
      const looking = document.hasFocus() && open.current === its.conversation;
      if (looking) claim(notice.key);
      else setTimeout(() => tell(its, notice.key, sound, onOpen), patienceMs);
    },
    [agent, onOpen],
  );

  useFrames(
    useCallback(
      (frame: DataFrame) => {
        if (frame.op !== 'state' || !agent) return;
        if (frame.stream === 'me' && frame.key.startsWith('mention:')) {
          const its = frame.value as { seq: number; number?: number; by?: string; text?: string };
          const conversation = frame.key.slice('mention:'.length);
          if (!wantsOf(agent).mentions) return;
          notify(
            { kind: 'mention', key: `${conversation}/mention/${its.seq}` },
            {
              title: t('notice.mention', { name: its.by ?? '' }),
              body: its.text ?? '',
              conversation,
            },
          );
          return;
        }
        const view = views.find((one) => frame.stream === feed(one));
        if (!view) return;
        const place = `${view}/${frame.key}`;
        if (!isItem(frame.value)) {
          known.current.delete(place);
          return;
        }
        const item: Item = frame.value;
        const before = known.current.get(place);
        known.current.set(place, item);
        const changedAt = own.current.get(item.id) ?? 0;
        const notice = noticeOf(
          {
            view,
            item,
            before,
            own: Date.now() - changedAt < ownMs,
            past: serverNow() - Date.parse(item.last_activity_at) > pastMs,
          },
          wantsOf(agent),
        );
        if (!notice) return;
        notify(notice, {
          title: t(`notice.${notice.kind}`, { name: nameOf(item), number: item.number }),
          body: `${subjectOf(item)}\n${item.preview}`,
          conversation: item.id,
        });
      },
      [agent, notify],
    ),
  );
}
