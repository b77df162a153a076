import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { send } from '../api/changes';
import { meQuery } from '../api/queries';
import { newKey, Problem } from '../api/request';
import type { Conversation, Message, NewMessage, Then } from '../api/types';
import { applyToCache } from '../live/cache';
import type { Draft, Outgoing } from '../live/drafts';
import { draftOf, hasText, keepDraft, returned, useDraft } from '../live/drafts';
import { conversationStream } from '../live/frames';
import { t } from '../ui/text';
import { unseen } from './thread';

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

  const update = (change: Partial<Draft>) => keepDraft(its.id, { ...draft, ...change });

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
        const { outgoing: _, tried: __, ...rest } = draftOf(its.id) ?? empty(its);
        keepDraft(its.id, hasText(rest) ? rest : null);
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

  const submit = (then?: Then, over: Partial<NewMessage> = {}) => {
    const kind = over.kind ?? draft.kind;
    const message: NewMessage = {
      kind,
      text: draft[draft.kind].trim(),
      base_seq: draft.baseSeq,
      ...(then ? { then } : {}),
      ...over,
    };
    if (message.text === '' || draft.outgoing) return;
    const tried = draft.tried && same(draft.tried.message, message) ? draft.tried : null;
    const outgoing = tried ?? { key: newKey(), message };
    const { tried: _, ...rest } = draft;
    keepDraft(its.id, { ...rest, [draft.kind]: '', outgoing });
    void dispatch(outgoing, then);
  };

  return {
    draft,
    text,
    missed,
    collision,
    failure,
    setText: (value: string) => update({ [draft.kind]: value }),
    setKind: (kind: Draft['kind']) => update({ kind }),
    review: () => update({ baseSeq: its.last_public_seq }),
    submit,
    keepEditing: () => {
      if (collision) update({ baseSeq: Math.max(draft.baseSeq, collision.lastPublicSeq) });
      setCollision(null);
    },
    sendAnyway: () => {
      if (!collision) return;
      submit(collision.stopped.message.then, {
        kind: 'reply',
        base_seq: collision.lastPublicSeq,
      });
    },
    saveAsNote: () => submit(undefined, { kind: 'note' }),
    discard: () => {
      update({ reply: '' });
      setCollision(null);
    },
  };
}

export type Composing = ReturnType<typeof useComposer>;
