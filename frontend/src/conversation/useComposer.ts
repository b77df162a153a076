import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { send } from '../api/changes';
import { dropDraft } from '../api/drafts';
import { fillIn } from '../api/macros';
import { channelsQuery, meQuery } from '../api/queries';
import { newKey, Problem } from '../api/request';
import type { Conversation, Macro, Message, NewMessage, Then } from '../api/types';
import { applyToCache } from '../live/cache';
import { serverNow } from '../live/clock';
import type { Draft, Outgoing, People } from '../live/drafts';
import { draftOf, isWorth, keepDraft, returned, useDraft } from '../live/drafts';
import { conversationStream } from '../live/frames';
import { noteDraft, useDraftSync } from '../live/useDraftSync';
import { t } from '../ui/text';
import { countOf, hindrance, messageOf, sentOff } from './composing';
import { nobody, unusual } from './people';
import { unseen } from './thread';
import { useFiles } from './useFiles';

/** A reply that the server stopped because something came in between. */
export type Collision = {
  kind: 'reply' | 'customer';
  unseen: Message[];
  lastPublicSeq: number;
  stopped: Outgoing;
};

const empty = (its: Conversation): Draft => ({
  kind: 'reply',
  reply: '',
  note: '',
  baseSeq: its.last_public_seq,
});

const same = (a: NewMessage, b: NewMessage) => JSON.stringify(a) === JSON.stringify(b);

function collisionOf(failure: unknown, stopped: Outgoing): Collision | null {
  if (!(failure instanceof Problem) || failure.status !== 409) return null;
  const kind = failure.is('collision.customer') ? 'customer' : 'reply';
  return {
    kind,
    unseen: (failure.members.unseen ?? []) as Message[],
    lastPublicSeq: Number(failure.members.last_public_seq ?? 0),
    stopped,
  };
}

/**
 * What is written and how it leaves. The text is in the draft until the server has said 201: while it is
 * under way it is `outgoing`, and whatever goes wrong puts it back.
 */
export function useComposer(its: Conversation, onSent: (then: Then | undefined) => void) {
  const client = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const { data: accounts } = useQuery(channelsQuery);
  const account = accounts?.find(({ id }) => id === its.account);
  const limits = account?.limits;
  const stored = useDraft(its.id);
  const [collision, setCollision] = useState<Collision | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  // an empty composer has seen what the thread shows
  const draft =
    stored && stored.reply.trim() !== ''
      ? stored
      : { ...empty(its), ...stored, baseSeq: its.last_public_seq };
  const text = draft[draft.kind];
  const missed =
    draft.kind === 'reply' && text.trim() !== ''
      ? unseen(its.interactions, draft.baseSeq, me?.id)
      : [];
  const saving = useDraftSync(its.id, draft);

  const update = (its_: Partial<Draft>) =>
    keepDraft(its.id, {
      ...(draftOf(its.id) ? draft : empty(its)),
      ...its_,
      editedAt: serverNow(),
    });
  const without = (...members: ('people' | 'files' | 'forward' | 'then')[]): Draft => {
    const { people, files: had, forward, then, ...rest } = draft;
    const keeps = (member: (typeof members)[number]) => !members.includes(member);
    return {
      ...rest,
      ...(people && keeps('people') ? { people } : {}),
      ...(had && keeps('files') ? { files: had } : {}),
      ...(forward !== undefined && keeps('forward') ? { forward } : {}),
      ...(then && keeps('then') ? { then } : {}),
      editedAt: serverNow(),
    };
  };

  const files = useFiles({
    limits: draft.kind === 'reply' ? limits : undefined,
    count: draft.files?.length ?? 0,
    onUploaded: (uploaded) => {
      const now = draftOf(its.id) ?? empty(its);
      keepDraft(its.id, {
        ...now,
        files: [...(now.files ?? []), uploaded],
        editedAt: serverNow(),
      });
    },
  });

  const dispatch = useCallback(
    async (outgoing: Outgoing, then: Then | undefined) => {
      setFailure(null);
      try {
        const sent = await send(its.id, outgoing.message, outgoing.key);
        applyToCache(
          client,
          sent.interactions.map((one) => ({
            op: 'event',
            stream: conversationStream(its.id),
            seq: one.seq,
            position: one.position,
            type: one.type,
            at: one.at,
            data: one,
          })),
        );
        const { outgoing: _, tried: __, kept, ...rest } = draftOf(its.id) ?? empty(its);
        keepDraft(its.id, isWorth(rest) ? rest : null);
        // the server drops it with the sending; an older one may not
        if (kept) void dropDraft(its.id).catch(() => undefined);
        noteDraft(client, its.id, null);
        setCollision(null);
        onSent(then);
      } catch (problem) {
        const now = draftOf(its.id) ?? empty(its);
        const found = collisionOf(problem, outgoing);
        const back = returned(now, outgoing);
        const { tried: _, ...forgotten } = back;
        // a refusal is an answer: only an unknown outcome may be tried again under the same key
        keepDraft(its.id, problem instanceof Problem && problem.status < 500 ? forgotten : back);
        if (found) setCollision(found);
        else setFailure(problem instanceof Problem ? problem.message : t('composer.unreachable'));
      }
    },
    [client, its, onSent],
  );

  const hindered = hindrance(draft, limits, files.uploading);

  const submit = (asked?: Then, over: Partial<NewMessage> = {}) => {
    const passes = over.kind === 'note' || (hindered?.why === 'slot' && over.as_written);
    if (hindered && !passes) return;
    const message = messageOf(draft, limits, asked, over);
    if (draft.outgoing) return;
    const tried = draft.tried && same(draft.tried.message, message) ? draft.tried : null;
    const outgoing = { key: tried?.key ?? newKey(), message };
    const then = draft.then || asked ? { ...draft.then, ...asked } : undefined;
    const off = sentOff(draft, outgoing);
    keepDraft(its.id, off);
    void dispatch(off.outgoing ?? outgoing, then);
  };

  return {
    draft,
    text,
    missed,
    collision,
    failure,
    account,
    limits,
    files,
    saving,
    count: countOf(text, draft, limits),
    hindered,
    setText: (value: string) =>
      value.trim() === ''
        ? // with a macro's words go its wishes
          keepDraft(its.id, { ...without('then'), [draft.kind]: value })
        : update({ [draft.kind]: value }),
    setKind: (kind: Draft['kind']) => update({ kind }),
    setPeople: (people: People) => {
      const its_ = draft.forward === undefined ? unusual(people, its) : people;
      keepDraft(its.id, its_ ? { ...without(), people: its_ } : without('people'));
    },
    removeFile: (id: string) => {
      const left = (draft.files ?? []).filter((file) => file.id !== id);
      keepDraft(its.id, left.length > 0 ? { ...without(), files: left } : without('files'));
    },
    forward: (seq: number) => update({ kind: 'reply', forward: seq, people: nobody() }),
    endForward: () => keepDraft(its.id, without('forward', 'people')),
    dropThen: () => keepDraft(its.id, without('then')),
    /** Puts words, or a macro's text, where the cursor is, and remembers what the macro wants done. */
    insert: (its_: Macro | string, from: number, to: number) => {
      if (typeof its_ === 'string') {
        update({ [draft.kind]: text.slice(0, from) + its_ + text.slice(to) });
        return from + its_.length;
      }
      const macro = its_;
      const words = fillIn(macro.text, {
        contact: its.contact,
        ...(me ? { agent: me } : {}),
        conversation: its,
      });
      const wants = macro.then && Object.keys(macro.then).length > 0 ? { then: macro.then } : {};
      update({ [draft.kind]: text.slice(0, from) + words + text.slice(to), ...wants });
      return from + words.length;
    },
    review: () => update({ baseSeq: its.last_public_seq }),
    submit,
    keepEditing: () => {
      if (collision) update({ baseSeq: Math.max(draft.baseSeq, collision.lastPublicSeq) });
      setCollision(null);
    },
    sendAnyway: () => {
      if (!collision) return;
      const { then, as_written: asWritten } = collision.stopped.message;
      submit(then, {
        kind: 'reply',
        base_seq: collision.lastPublicSeq,
        ...(asWritten ? { as_written: true } : {}),
      });
    },
    saveAsNote: () => submit(undefined, { kind: 'note' }),
    discard: () => {
      keepDraft(its.id, { ...without('people', 'files', 'forward', 'then'), reply: '' });
      setCollision(null);
    },
  };
}

export type Composing = ReturnType<typeof useComposer>;
