import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { RefObject } from 'react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { meQuery, statusesQuery } from '../api/queries';
import type { Activity, Conversation, Joining, Status } from '../api/types';
import { nameOf } from '../api/words';
import type { Draft } from '../live/drafts';
import { useNow } from '../live/clock';
import { useCustomerTyping } from '../live/Live';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { t } from '../ui/text';
import { clock, dayKey, dayName, exact } from '../ui/time';
import { activityText } from './activityText';
import { Entry } from './Entry';
import { Merged } from './Merged';
import { Text } from './Text';
import { afterwards, parts } from './thread';

const shownAtFirst = 120;
const nearEndPx = 160;

function ActivityLines({ its, statuses }: { its: (Activity | Joining)[]; statuses: Status[] }) {
  const [open, setOpen] = useState(false);
  const now = useNow(60_000);
  const many = its.length > 3;
  const shown = many && !open ? [] : its;
  return (
    <div className="mt-3 flex flex-col gap-1 ps-11 text-meta text-ink-3 max-tablet:ps-1">
      {many && (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex h-6 items-center gap-1 self-start rounded-sm pe-2 hover:text-ink"
        >
          {open ? <ChevronDown size={13} /> : <ChevronRight size={13} />}
          {t('activity.changes', { count: its.length })}
        </button>
      )}
      {shown.map((activity) => (
        <div key={activity.seq} id={`seq-${activity.seq}`} className="flex gap-2">
          <span className="mt-[7px] size-1 shrink-0 rounded-full bg-control" aria-hidden="true" />
          <span className="min-w-0">{activityText(activity, statuses, now)}</span>
          <time dateTime={activity.at} title={exact(activity.at)} className="shrink-0">
            {clock(activity.at)}
          </time>
        </div>
      ))}
    </div>
  );
}

const Line = ({ text, strong }: { text: string; strong?: boolean }) => (
  <div
    role="separator"
    aria-label={text}
    className={`mt-5 flex items-center gap-3 text-meta font-medium ${strong ? 'text-brand' : 'text-ink-3'}`}
  >
    <span className={`h-px flex-1 ${strong ? 'bg-brand' : 'bg-line'}`} />
    {text}
    <span className={`h-px flex-1 ${strong ? 'bg-brand' : 'bg-line'}`} />
  </div>
);

/** What was just written, until the server says it is there. */
function Sending({ outgoing, name }: { outgoing: NonNullable<Draft['outgoing']>; name: string }) {
  const note = outgoing.message.kind === 'note';
  return (
    <article className="mt-4 flex gap-3 opacity-70" aria-busy="true">
      <span className="w-8 shrink-0 max-tablet:hidden">
        <Avatar name={name} />
      </span>
      <div
        className={`min-w-0 flex-1 rounded-lg border px-4 py-3 ${note ? 'border-note-line bg-note' : 'border-brand-line/60 bg-brand-soft/55'}`}
      >
        <header className="mb-1.5 flex items-center gap-2">
          <span className="flex-1 font-semibold">{name}</span>
          <span className="text-meta text-ink-3">
            {t(note ? 'message.saving' : 'message.sending')}
          </span>
        </header>
        <Text text={outgoing.message.text} />
      </div>
    </article>
  );
}

const endMarginPx = 16;

/** The end of the thread, or the beginning of the last message if that is higher than the window. */
function toEnd(scroller: HTMLElement) {
  const last = [...scroller.querySelectorAll<HTMLElement>('article')].at(-1);
  const tall = last && last.offsetHeight > scroller.clientHeight - 2 * endMarginPx;
  scroller.scrollTop = tall ? last.offsetTop - endMarginPx : scroller.scrollHeight;
}

/** Only the thread scrolls: `scrollIntoView` would move the whole page. */
export function showEntry(scroller: HTMLElement, id: string): boolean {
  const found = scroller.querySelector<HTMLElement>(`[id="${id}"]`);
  if (!found) return false;
  scroller.scrollTop = found.offsetTop - endMarginPx;
  return true;
}

/** Keeps the end in sight while the reader is there, and goes to a linked message when asked. */
function useScroll(
  scroller: RefObject<HTMLDivElement | null>,
  its: Conversation,
  target: number | null,
) {
  const inner = useRef<HTMLDivElement>(null);
  const held = useRef<'end' | 'entry' | null>(null);
  const wanted = target === null ? 'unread' : `seq-${target}`;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    held.current = showEntry(element, wanted) ? 'entry' : 'end';
    if (held.current === 'end') toEnd(element);
  }, [its.id, wanted, scroller]);

  useEffect(() => {
    const element = scroller.current;
    const content = inner.current;
    if (!element || !content) return;
    const look = () => {
      const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < nearEndPx;
      if (held.current !== 'entry') held.current = atEnd ? 'end' : null;
    };
    const letGo = () => {
      held.current = null;
      look();
    };
    // mails grow when their frames are measured
    const observer = new ResizeObserver(() => {
      if (held.current === 'entry') showEntry(element, wanted);
      if (held.current === 'end') toEnd(element);
    });
    observer.observe(content);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    element.addEventListener('wheel', letGo, { passive: true });
    element.addEventListener('touchmove', letGo, { passive: true });
    element.addEventListener('keydown', letGo);
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
      element.removeEventListener('wheel', letGo);
      element.removeEventListener('touchmove', letGo);
      element.removeEventListener('keydown', letGo);
    };
  }, [its.id, scroller, wanted]);

  return inner;
}

/** Says a customer's new message once, to those who listen instead of look. */
function Announcement({ its }: { its: Conversation }) {
  const last = its.interactions.findLast((one) => one.type === 'message' && one.direction === 'in');
  const [first] = useState(last?.seq ?? 0);
  const news = last?.type === 'message' && last.seq > first ? last : null;
  return (
    <p role="status" className="sr-only">
      {news && t('message.announce', { name: news.actor.name ?? '', length: news.text.length })}
    </p>
  );
}

const typingToldMs = 10_000;

/** The customer is writing: three dots, and words for those who listen, at most every ten seconds. */
function Typing({ its }: { its: Conversation }) {
  const typing = useCustomerTyping(its.id);
  const [told, setTold] = useState(0);
  const writes = typing !== undefined;
  useEffect(() => {
    if (writes) setTold((before) => (Date.now() - before > typingToldMs ? Date.now() : before));
  }, [writes]);
  const text = t('message.typing', { name: typing?.name || nameOf(its) });
  return (
    <>
      {writes && (
        <p className="mt-4 flex items-center gap-2 ps-11 text-small text-ink-3 max-tablet:ps-1">
          <span
            className="flex gap-1 rounded-full border border-line bg-panel px-2.5 py-2"
            aria-hidden="true"
          >
            {[0, 1, 2].map((dot) => (
              <span
                key={dot}
                className="size-1.5 animate-pulse rounded-full bg-control"
                style={{ animationDelay: `${dot * 200}ms` }}
              />
            ))}
          </span>
          <span aria-hidden="true">{text}</span>
        </p>
      )}
      <span role="status" className="sr-only" key={told}>
        {writes && text}
      </span>
    </>
  );
}

type ThreadProps = {
  its: Conversation;
  readSeq: number;
  target: number | null;
  outgoing: Draft['outgoing'] | undefined;
  scroller: RefObject<HTMLDivElement | null>;
  onOpen: (id: string) => void;
  onForward: ((seq: number) => void) | undefined;
};

export function Thread(props: ThreadProps) {
  const { its, readSeq, target, outgoing, scroller } = props;
  const { data: me } = useQuery(meQuery);
  const { data: statuses = [] } = useQuery(statusesQuery);
  const [all, setAll] = useState(target !== null);
  const now = useNow(60_000);
  const inner = useScroll(scroller, its, target);
  const hidden = all ? 0 : Math.max(0, its.interactions.length - shownAtFirst);
  const laid = useMemo(
    () => parts(its.interactions.slice(hidden), readSeq, dayKey, afterwards(its.interactions)),
    [its.interactions, hidden, readSeq],
  );

  return (
    <div
      ref={scroller}
      className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain"
      tabIndex={-1}
    >
      <div
        ref={inner}
        role="log"
        aria-live="off"
        aria-label={t('conversation.thread')}
        className="mx-auto max-w-[784px] px-6 pb-6 max-tablet:px-3"
      >
        {hidden > 0 && (
          <div className="flex justify-center pt-4">
            <Button size="small" onClick={() => setAll(true)}>
              {t('conversation.earlier', { count: hidden })}
            </Button>
          </div>
        )}
        {laid.map((part) => {
          switch (part.kind) {
            case 'day':
              return <Line key={part.key} text={dayName(part.at, now)} />;
            case 'unread':
              return (
                <div key={part.key} id="unread">
                  <Line text={t('conversation.new')} strong />
                </div>
              );
            case 'activity':
              return <ActivityLines key={part.key} its={part.its} statuses={statuses} />;
            case 'merged':
              return <Merged key={part.key} target={its} its={part.its} onOpen={props.onOpen} />;
            case 'content':
              return (
                <Entry
                  key={part.key}
                  conversation={its.id}
                  channel={its.channel}
                  its={part.its}
                  joined={part.joined}
                  target={part.its.seq === target}
                  after={part.after}
                  customer={its.contact.address}
                  onForward={props.onForward}
                />
              );
          }
        })}
        <Typing its={its} />
        {outgoing && <Sending outgoing={outgoing} name={me?.name ?? ''} />}
      </div>
      <Announcement key={its.id} its={its} />
    </div>
  );
}
