import { useEffect, useRef } from 'react';
import { useSocket } from './Live';

const renewMs = 5000;
const composingMs = 6000;

/**
 * Tells colleagues that this tab is at a conversation. The answer is called on every key of the composer;
 * an unsent draft counts as composing too.
 */
export function usePresence(conversation: string, hasDraft: boolean): () => void {
  const socket = useSocket();
  const lastKey = useRef(0);
  const tell = useRef<() => void>(() => undefined);

  const draft = useRef(hasDraft);

  useEffect(() => {
    tell.current = () => {
      const composing = draft.current || Date.now() - lastKey.current < composingMs;
      socket.presence(conversation, composing ? 'composing' : document.hidden ? 'idle' : 'viewing');
    };
    const now = () => tell.current();
    now();
    const renew = setInterval(now, renewMs);
    document.addEventListener('visibilitychange', now);
    return () => {
      clearInterval(renew);
      document.removeEventListener('visibilitychange', now);
      socket.presence(conversation, 'gone');
    };
  }, [socket, conversation]);

  useEffect(() => {
    if (draft.current === hasDraft) return;
    draft.current = hasDraft;
    tell.current();
  }, [hasDraft]);

  return () => {
    const wasTyping = Date.now() - lastKey.current < composingMs;
    lastKey.current = Date.now();
    if (!wasTyping) tell.current();
  };
}
