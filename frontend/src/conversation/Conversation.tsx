import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { Conversation as Its, Message, Then } from '../api/types';
import { useCommands } from '../ui/shortcuts';
import { Bar, Failed } from '../ui/States';
import { t } from '../ui/text';
import { Composer } from './Composer';
import type { Opened } from './Controls';
import { copyText, permalink } from './Entry';
import { Header } from './Header';
import { MergedInto } from './Merged';
import { MergeOffer } from './MergeOffer';
import { showEntry, Thread } from './Thread';
import { useActions } from './useActions';
import { useComposer } from './useComposer';
import { useConversation, useReading, useReadWhenOpened } from './useConversation';

const SpamDialog = lazy(() => import('./SpamDialog').then((its) => ({ default: its.SpamDialog })));
const MergeDialog = lazy(() =>
  import('./MergeDialog').then((its) => ({ default: its.MergeDialog })),
);

type ConversationProps = {
  id: string;
  /** The `seq` a link points at. */
  target: number | null;
  contextOpen: boolean;
  onContext: () => void;
  /** On a phone, where the list is another page. */
  onBack: (() => void) | null;
  /** Closes the conversation. */
  onClose: () => void;
  /** The conversation has left the list it was opened from: what is next? */
  onLeave: () => void;
  onOpen: (id: string) => void;
};

const Skeleton = () => (
  <div aria-busy="true" aria-label={t('ui.loading')} className="animate-pulse">
    <div className="flex h-24 flex-col justify-center gap-3 border-b border-line bg-panel px-4">
      <Bar className="h-4 w-1/2" />
      <Bar className="h-3 w-1/3" />
    </div>
    <div className="mx-auto flex max-w-[784px] flex-col gap-4 p-6">
      <Bar className="h-28" />
      <Bar className="h-20" />
    </div>
  </div>
);

function Loaded({ its, ...props }: ConversationProps & { its: Its }) {
  const { onLeave, onClose } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [opened, setOpened] = useState<Opened>(null);
  const readSeq = useReadWhenOpened(its);
  const [asking, setAsking] = useState<'merge' | 'spam' | null>(null);
  const { markUnread } = useReading(its);
  const actions = useActions(its, onLeave);

  const toEnd = () =>
    requestAnimationFrame(() => scroller.current?.scrollTo({ top: scroller.current.scrollHeight }));
  const onSent = useCallback(
    (then: Then | undefined) => {
      toEnd();
      if (then?.status) onLeave();
    },
    [onLeave],
  );
  const composing = useComposer(its, onSent);

  const review = () => {
    const first = composing.missed[0];
    if (first && scroller.current) showEntry(scroller.current, `seq-${first.seq}`);
    composing.review();
    field.current?.focus({ preventScroll: true });
  };
  const write = (kind: 'reply' | 'note') => {
    composing.setKind(kind);
    requestAnimationFrame(() => field.current?.focus());
  };
  const unread = () => {
    markUnread();
    onClose();
  };
  // stable, so that no key drawn in the composer draws the thread again
  const latest = useRef(composing);
  useEffect(() => {
    latest.current = composing;
  });
  const forward = useCallback((seq: number) => latest.current.forward(seq), []);
  const canForward = composing.limits?.recipients === true && !its.merged_into;
  const forwardLast = () => {
    const last = its.interactions.findLast((one): one is Message => one.type === 'message');
    if (last && canForward) forward(last.seq);
  };
  const mergeInto = async (into: { id: string; number: number }) => {
    setAsking(null);
    if (await actions.mergeInto(into)) props.onOpen(into.id);
  };

  const group = t('group.conversation');
  useCommands([
    { id: 'reply', keys: ['r'], label: t('command.reply'), group, run: () => write('reply') },
    { id: 'note', keys: ['n'], label: t('command.note'), group, run: () => write('note') },
    { id: 'resolve', keys: ['e'], label: t('command.resolve'), group, run: actions.resolve },
    { id: 'reopen', keys: ['Shift+e'], label: t('command.reopen'), group, run: actions.reopen },
    { id: 'pending', keys: ['w'], label: t('command.pending'), group, run: actions.wait },
    {
      id: 'snooze',
      keys: ['s'],
      label: t('command.snooze'),
      group,
      run: () => setOpened('snooze'),
    },
    {
      id: 'assign',
      keys: ['a'],
      label: t('command.assign'),
      group,
      run: () => setOpened('assign'),
    },
    { id: 'take', keys: ['i'], label: t('command.take'), group, run: actions.take },
    { id: 'team', keys: ['t'], label: t('command.team'), group, run: () => setOpened('team') },
    {
      id: 'labels',
      keys: ['l'],
      label: t('command.labels'),
      group,
      run: () => setOpened('labels'),
    },
    {
      id: 'priority',
      keys: ['p'],
      label: t('command.priority'),
      group,
      run: () => setOpened('priority'),
    },
    {
      id: 'status',
      keys: ['v'],
      label: t('command.status'),
      group,
      run: () => setOpened('status'),
    },
    {
      id: 'forward',
      keys: ['Shift+f'],
      label: t('command.forward'),
      group,
      run: forwardLast,
      hidden: !canForward,
    },
    {
      id: 'merge',
      keys: ['Shift+m'],
      label: t('command.merge'),
      group,
      run: () => !its.merged_into && setAsking('merge'),
    },
    { id: 'spam', keys: ['!'], label: t('command.spam'), group, run: () => setAsking('spam') },
    { id: 'unread', keys: ['u'], label: t('command.unread'), group, run: unread },
    { id: 'context', keys: [']'], label: t('command.context'), group, run: props.onContext },
    {
      id: 'copyLink',
      keys: ['Mod+Shift+c'],
      label: t('command.copyLink'),
      group,
      run: () => void copyText(permalink(its.id), t('message.linkCopied')),
    },
    { id: 'close', keys: ['Escape'], label: t('command.close'), group, run: onClose },
  ]);

  return (
    <section aria-label={t('conversation.pane')} className="flex h-full min-h-0 flex-col">
      <Header
        its={its}
        actions={actions}
        opened={opened}
        onOpened={setOpened}
        contextOpen={props.contextOpen}
        onContext={props.onContext}
        onBack={props.onBack}
        onUnread={unread}
        onMerge={() => setAsking('merge')}
        onSpam={() => setAsking('spam')}
      />
      <MergeOffer its={its} onOpen={props.onOpen} onMerge={(into) => void mergeInto(into)} />
      <Thread
        its={its}
        readSeq={readSeq}
        target={props.target}
        outgoing={composing.draft.outgoing}
        scroller={scroller}
        onOpen={props.onOpen}
        onForward={canForward ? forward : undefined}
      />
      {its.merged_into ? (
        <MergedInto its={its} onOpen={props.onOpen} />
      ) : (
        <Composer
          its={its}
          composing={composing}
          field={field}
          onReview={review}
          onOpen={props.onOpen}
        />
      )}
      {asking === 'merge' && (
        <Suspense>
          <MergeDialog
            its={its}
            onPick={(into) => void mergeInto(into)}
            onClose={() => setAsking(null)}
          />
        </Suspense>
      )}
      {asking === 'spam' && (
        <Suspense>
          <SpamDialog
            its={its}
            onClose={() => setAsking(null)}
            onMark={(block) => {
              setAsking(null);
              void actions.markSpam(block);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}

export function Conversation(props: ConversationProps) {
  const { data, error, refetch, isPending } = useConversation(props.id);
  if (data) return <Loaded key={data.id} its={data} {...props} />;
  if (isPending) return <Skeleton />;
  return (
    <div className="flex h-full flex-col items-center justify-center">
      <Failed error={error} onRetry={() => void refetch()} />
    </div>
  );
}
