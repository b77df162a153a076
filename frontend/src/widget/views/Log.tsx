/** @jsxImportSource preact */
import { Fragment } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Files } from '../files';
import { t } from '../languages';
import type { Chat } from '../live/chat';
import type { Memory } from '../live/memory';
import type { ChatState } from '../live/state';
import type { Message } from '../live/thread';
import { messagesOf, questionOf } from '../live/thread';
import { dayName, dayOf } from '../time';
import { Bubble, WaitingBubble } from './Bubble';
import { RateCard } from './RateCard';
import { useNow } from './useChat';

const groupMs = 5 * 60_000;
const nearEndPx = 80;

type LogProps = {
  chat: Chat;
  state: ChatState;
  files: Files;
  memory: Memory;
  us: string;
  isOpen: boolean;
};

/** What was said, oldest first; it stays at its end while the visitor does. */
export function Log({ chat, state, files, memory, us, isOpen }: LogProps) {
  const { thread, waiting, typing, readSeq, readByUs, clockOffsetMs } = state;
  const messages = useMemo(() => messagesOf(thread), [thread]);
  const now = useNow(clockOffsetMs);
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const unreadFrom = useUnreadLine(messages, readSeq, isOpen);
  const lastOwn = messages.findLast(({ from }) => from === 'visitor')?.seq;
  const last = messages.at(-1);

  const readOn = useCallback(() => {
    const isSeen = isOpen && document.visibilityState === 'visible' && isAtEnd.current;
    const newest = messages.findLast(({ from }) => from !== 'visitor');
    if (isSeen && newest) chat.read(newest.seq);
  }, [chat, isOpen, messages]);

  useLayoutEffect(() => {
    if (isAtEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight;
    readOn();
  }, [messages, waiting, typing, isOpen, readOn]);

  // what opens below takes room away, and the last words with it
  useEffect(() => {
    const log = box.current as HTMLDivElement;
    const watching = new ResizeObserver(() => {
      if (isAtEnd.current) log.scrollTop = log.scrollHeight;
    });
    watching.observe(log);
    return () => watching.disconnect();
  }, []);

  useEffect(() => {
    document.addEventListener('visibilitychange', readOn);
    return () => document.removeEventListener('visibilitychange', readOn);
  }, [readOn]);

  const onScroll = () => {
    const { scrollTop, scrollHeight, clientHeight } = box.current as HTMLDivElement;
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < nearEndPx;
    readOn();
  };

  const nameOf = ({ from, name }: Message): string =>
    from === 'visitor' ? t('you') : (name ?? us);

  return (
    <div
      class="log"
      role="log"
      aria-live="polite"
      aria-label={t('messages')}
      tabIndex={0}
      ref={box}
      onScroll={onScroll}
    >
      {messages.map((message, at) => {
        const before = messages[at - 1];
        const after = messages[at + 1];
        const question = message.removed ? undefined : questionOf(message);
        return (
          <Fragment key={message.seq}>
            {dayOf(before?.at ?? 0) !== dayOf(message.at) && (
              <p class="day">{dayName(message.at, now)}</p>
            )}
            {message.seq === unreadFrom && <p class="unread-line">{t('newMessages')}</p>}
            {question ? (
              <RateCard
                chat={chat}
                state={state}
                memory={memory}
                question={question}
                seq={message.seq}
                now={now}
              />
            ) : (
              <Bubble
                message={message}
                author={nameOf(message)}
                files={files}
                isFirst={!belongs(before, message) || message.seq === unreadFrom}
                isLast={!after || !belongs(message, after)}
                state={message.seq === lastOwn ? (message.seq <= readByUs ? 'read' : 'sent') : null}
                {...(message === last ? { onChoose: (label: string) => chat.send(label) } : {})}
              />
            )}
          </Fragment>
        );
      })}
      {waiting.map((entry) => (
        <WaitingBubble
          key={entry.id}
          entry={entry}
          isLive={state.phase === 'live'}
          onRetry={() => chat.retry(entry.id)}
          onRemove={() => chat.discard(entry.id)}
        />
      ))}
      {typing && (
        <p class="typing">
          <span class="unseen">{t('typing', { name: typing.name ?? us })}</span>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
        </p>
      )}
    </div>
  );
}

/** Whether the second goes on where the first ended: same writer, within minutes. */
function belongs(first: Message | undefined, second: Message): boolean {
  return (
    first?.from === second.from &&
    first.name === second.name &&
    dayOf(first.at) === dayOf(second.at) &&
    Date.parse(second.at) - Date.parse(first.at) < groupMs
  );
}

/** Where reading stood when the visitor came back; it does not move while they read. */
function useUnreadLine(
  messages: readonly Message[],
  readSeq: number,
  isOpen: boolean,
): number | undefined {
  const [line, setLine] = useState<number>();
  const wasOpen = useRef(false);
  const isReady = messages.length > 0;
  useLayoutEffect(() => {
    if (isOpen && isReady && !wasOpen.current) {
      const first = messages.find(({ from, seq }) => from !== 'visitor' && seq > readSeq);
      const hasReadBefore = messages.some(({ seq }) => seq <= readSeq);
      setLine(hasReadBefore ? first?.seq : undefined);
    }
    wasOpen.current = isOpen && isReady;
  }, [isOpen, isReady, messages, readSeq]);
  return line;
}
