import { useEffect, useState } from 'preact/hooks';
import type { Chat } from '../live/chat';
import type { ChatState } from '../live/state';

/** The state of the conversation, always the latest. */
export function useChat(chat: Chat): ChatState {
  const [state, setState] = useState(chat.now());
  useEffect(() => {
    setState(chat.now());
    return chat.subscribe(() => setState(chat.now()));
  }, [chat]);
  return state;
}

/** The server's time, told anew every half minute. */
export function useNow(offsetMs: number): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(ticking);
  }, []);
  return now + offsetMs;
}
