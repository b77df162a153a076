import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { meQuery, presenceQuery, teamsQuery } from '../api/queries';
import type { Presence } from '../api/types';
import { applyToCache } from './cache';
import { setClockOffset } from './clock';
import type { DataFrame } from './frames';
import type { SocketStatus } from './socket';
import { LiveSocket } from './socket';

type Live = {
  socket: LiveSocket;
  /** Calls back with every frame, after it is in the cache. */
  listen: (listener: (frame: DataFrame) => void) => () => void;
  status: () => SocketStatus;
  watch: (listener: () => void) => () => void;
};

const LiveContext = createContext<Live | null>(null);

const address = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`;

/** Frames of one moment are put into the cache together: a burst renders once. */
function batched(put: (frames: DataFrame[]) => void): (frame: DataFrame) => void {
  let waiting: DataFrame[] = [];
  return (frame) => {
    waiting.push(frame);
    if (waiting.length > 1) return;
    queueMicrotask(() => {
      const frames = waiting;
      waiting = [];
      put(frames);
    });
  };
}

type LiveProviderProps = {
  /** Nobody is signed in at a wall: there is nothing of one's own to follow. */
  wall?: boolean;
  children: ReactNode;
};

export function LiveProvider({ wall = false, children }: LiveProviderProps) {
  const client = useQueryClient();
  const [live] = useState<Live>(() => {
    const asked = wall ? teamsQuery : meQuery;
    let status: SocketStatus = {
      phase: 'connecting',
      attempts: 0,
      lastFrameAt: 0,
      latencyMs: null,
    };
    const listeners = new Set<() => void>();
    const hearers = new Set<(frame: DataFrame) => void>();
    const socket = new LiveSocket({
      connect: () => new WebSocket(address()),
      onFrame: batched((frames) => {
        applyToCache(client, frames);
        for (const frame of frames) for (const hear of hearers) hear(frame);
      }),
      onClock: setClockOffset,
      onStatus: (next) => {
        status = next;
        for (const listener of listeners) listener();
        // a refused upgrade says nothing of its reason: ask whether the session is over
        if (next.attempts > 1) void client.invalidateQueries({ queryKey: asked.queryKey });
      },
    });
    return {
      socket,
      listen: (hear) => {
        hearers.add(hear);
        return () => hearers.delete(hear);
      },
      status: () => status,
      watch: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  });

  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible') live.socket.wake();
    };
    const held = wall ? [] : [live.socket.subscribe('me'), live.socket.subscribe('presence')];
    live.socket.start();
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    return () => {
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      for (const release of held) release();
      live.socket.stop();
    };
  }, [live, wall]);

  return <LiveContext value={live}>{children}</LiveContext>;
}

function useLive(): Live {
  const live = use(LiveContext);
  if (!live) throw new Error('LiveProvider is missing');
  return live;
}

export function useSocketStatus(): SocketStatus {
  const live = useLive();
  return useSyncExternalStore(live.watch, live.status);
}

/** Follows a stream from what was fetched; waits while `from` is undefined, that is, while nothing was. */
export function useStream(stream: string, from: number | undefined): void {
  const { socket } = useLive();
  const ready = from !== undefined;
  useEffect(() => {
    if (!ready) return;
    return socket.subscribe(stream, from);
    // `from` matters only when the stream is opened
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [socket, stream, ready]);
}

export const useSocket = (): LiveSocket => useLive().socket;

/** Every frame as it comes, for what is not kept but only happens. */
export function useFrames(hear: (frame: DataFrame) => void): void {
  const { listen } = useLive();
  useEffect(() => listen(hear), [listen, hear]);
}

const byCustomer = ({ agent, kind }: Presence) => kind === 'customer' || agent === null;

function usePresent(conversation: string): Presence[] | undefined {
  const { data } = useQuery({ ...presenceQuery, select: (all) => all[conversation] });
  return data;
}

/** The colleagues at a conversation, without the caller. */
export function useColleagues(conversation: string): Presence[] {
  const { data: me } = useQuery(meQuery);
  const data = usePresent(conversation);
  return useMemo(
    () => (data ?? []).filter((one) => one.agent !== me?.id && !byCustomer(one)),
    [data, me],
  );
}

/** The customer, while they are writing. */
export function useCustomerTyping(conversation: string): Presence | undefined {
  return usePresent(conversation)?.find((one) => byCustomer(one) && one.state === 'composing');
}
