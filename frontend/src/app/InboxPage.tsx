import { useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Filter } from '../api/list';
import { Inbox } from '../inbox/Inbox';
import { Dialog } from '../ui/Dialog';
import { Keys } from '../ui/Keys';
import { prefer, useMedia, usePhone, usePreferences } from '../ui/preferences';
import { t } from '../ui/text';
import { Divider } from './Divider';
import { rememberView } from './lastView';
import { PhoneTitle, ViewTitle } from './ViewTitle';
import { useViews } from './views';

const thread = () => import('../conversation/Conversation');
const panel = () => import('../conversation/ContactPanel');
const Conversation = lazy(() => thread().then((its) => ({ default: its.Conversation })));
const ContactPanel = lazy(() => panel().then((its) => ({ default: its.ContactPanel })));

/** Until the list has been drawn again. */
const settleMs = 50;

const hints = [
  ['j', 'command.next'],
  ['r', 'command.reply'],
  ['e', 'command.resolve'],
  ['Mod+k', 'command.palette'],
  ['?', 'command.shortcuts'],
] as const;

/** The focus is never lost: it goes to the row, or to the one that took its place. */
function focusList(id: string | null) {
  setTimeout(() => {
    const row = document.getElementById(`row-${id}`);
    const first = document.querySelector<HTMLElement>('[role=grid] [role=row][tabindex="0"]');
    (row ?? first)?.focus({ preventScroll: true });
  }, settleMs);
}

const NothingOpen = () => (
  <div className="flex h-full flex-col items-center justify-center gap-4">
    <p className="text-body text-ink-3">{t('conversation.none')}</p>
    <dl className="grid grid-cols-[max-content_1fr] items-center gap-x-4 gap-y-1.5 text-small text-ink-2">
      {hints.map(([keys, label]) => (
        <div key={keys} className="contents">
          <dt className="text-end">
            <Keys keys={keys} />
          </dt>
          <dd>{t(label)}</dd>
        </div>
      ))}
    </dl>
  </div>
);

/** List, thread and context side by side; on a phone one after the other. */
export function InboxPage() {
  const { view = 'all', id = null } = useParams({ strict: false });
  const search = useSearch({ from: '/app/inbox/$view' });
  const { hash } = useLocation();
  const navigate = useNavigate();
  const phone = usePhone();
  const roomy = useMedia('(min-width: 1180px)');
  const { context, listWidth } = usePreferences();
  const [over, setOver] = useState(false);
  const order = useRef<string[]>([]);
  const { title } = useViews();

  const { tab = 'open', sort = 'activity', label } = search;
  const filter = useMemo<Filter>(
    () => ({ view, tab, sort, ...(label ? { label } : {}) }),
    [view, tab, sort, label],
  );

  // the list comes first; what opens from it is there before it is asked for
  useEffect(() => {
    void thread();
    void panel();
  }, []);
  useEffect(() => rememberView(view), [view]);
  useEffect(() => {
    document.title = `${title(view)} · Firth`;
  });

  const open = useCallback(
    (next: string, seq?: number) =>
      void navigate({
        to: '/inbox/$view/$id',
        params: { view, id: next },
        search,
        replace: !phone && id !== null,
        ...(seq === undefined ? {} : { hash: String(seq) }),
      }),
    [navigate, view, search, phone, id],
  );
  const close = useCallback(() => {
    void navigate({ to: '/inbox/$view', params: { view }, search });
    focusList(id);
  }, [navigate, view, search, id]);

  const next = useCallback(() => {
    const at = order.current.indexOf(id ?? '');
    // a tab that shows all keeps what is done
    if (at < 0 || tab === 'all') return;
    const follower = order.current[at + 1] ?? order.current[at - 1];
    if (!follower || phone) return close();
    open(follower);
    focusList(follower);
  }, [id, tab, phone, open, close]);

  const setFilter = useCallback(
    (change: Partial<Filter>) => {
      const its = { ...filter, ...change };
      void navigate({
        to: '/inbox/$view',
        params: { view },
        search: {
          ...(its.tab === 'open' ? {} : { tab: its.tab }),
          ...(its.sort === 'activity' ? {} : { sort: its.sort }),
          ...(its.label ? { label: its.label } : {}),
        },
      });
    },
    [filter, navigate, view],
  );

  const keepOrder = useCallback((ids: string[]) => {
    order.current = ids;
  }, []);
  const enter = useCallback(() => document.getElementById('conversation-title')?.focus(), []);
  const target = /^\d+$/.test(hash) ? Number(hash) : null;
  // beside the thread it stays as it was left; over the thread it comes only when called
  const contextOpen = roomy ? context : over;
  const toggleContext = () => (roomy ? prefer({ context: !context }) : setOver(!over));
  const beside = id !== null && (
    <Suspense fallback={<aside className="h-full bg-panel" />}>
      <ContactPanel id={id} onOpen={open} onClose={toggleContext} />
    </Suspense>
  );

  return (
    <div className="relative flex h-full min-h-0">
      {(!phone || id === null) && (
        <div className="h-full shrink-0 max-tablet:w-full!" style={{ width: listWidth }}>
          <Inbox
            filter={filter}
            title={phone ? <PhoneTitle view={view} /> : <ViewTitle view={view} />}
            openId={id}
            onOpen={open}
            onEnter={enter}
            onFilter={setFilter}
            onOrder={keepOrder}
          />
        </div>
      )}
      {!phone && <Divider />}
      {(!phone || id !== null) && (
        <div className="h-full min-w-0 flex-1">
          {id === null ? (
            <NothingOpen />
          ) : (
            <Suspense>
              <Conversation
                id={id}
                target={target}
                contextOpen={contextOpen}
                onContext={toggleContext}
                onBack={phone ? close : null}
                onClose={close}
                onLeave={next}
                onOpen={open}
              />
            </Suspense>
          )}
        </div>
      )}
      {id !== null && contextOpen && !phone && (
        <div
          className={`h-full w-[320px] shrink-0 border-s border-line ${roomy ? '' : 'absolute inset-e-0 z-20 shadow-lift'}`}
        >
          {beside}
        </div>
      )}
      {phone && id !== null && over && (
        <Dialog title={t('contact.panel')} hideTitle onClose={toggleContext}>
          <div className="h-[70dvh] overflow-hidden rounded-t-lg">{beside}</div>
        </Dialog>
      )}
    </div>
  );
}
