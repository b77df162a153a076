import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { Inserted, Offered, SuggestedAnswer } from '../api/suggestions';
import { dismissSuggestion, suggestionsQuery } from '../api/suggestions';
import type { Conversation } from '../api/types';
import { slotsIn } from '../ui/slots';
import type { Composing } from './useComposer';
import { waitingFor } from './waiting';

/** Whoever walks through the list asks for nothing. */
export const dwellMs = 300;

/** Whether it has been before the agent's eyes for a moment. */
function useLookedAt(what: number | null): boolean {
  const [seen, setSeen] = useState<number | null>(null);
  useEffect(() => {
    if (what === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (!document.hidden) timer = setTimeout(() => setSeen(what), dwellMs);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [what]);
  return what !== null && seen === what;
}

/** Where words go: to the cursor, or behind what is written if nobody has been in the field. */
function placeIn(field: HTMLTextAreaElement | null, text: string): [from: number, to: number] {
  if (text.trim() === '') return [0, text.length];
  if (!field || (field !== document.activeElement && field.selectionEnd === 0))
    return [text.length, text.length];
  return [field.selectionStart, field.selectionEnd];
}

const isUntouched = (text: string, { from, text: words }: Inserted): boolean =>
  text.slice(from, from + words.length) === words;

/**
 * Replies that may fit what the customer asked last. They belong to that one message: another of the customer's, or
 * anybody's reply, takes them away, and what comes late for an earlier one is not shown. What was inserted is folded
 * away until the reply is empty again.
 */
export function useSuggestions(
  its: Conversation,
  composing: Composing,
  field: RefObject<HTMLTextAreaElement | null>,
) {
  const client = useQueryClient();
  const { draft, text } = composing;
  const writes = draft.kind === 'reply' && !draft.outgoing && draft.forward === undefined;
  const waiting = writes ? waitingFor(its) : null;
  const last = waiting?.last ?? 0;
  const lookedAt = useLookedAt(waiting?.last ?? null);
  const { data } = useQuery({ ...suggestionsQuery(its.id, last), enabled: lookedAt });
  const [chosen, setChosen] = useState<string | null>(null);

  const fits = waiting !== null && data?.message === waiting.question && data.items.length > 0;
  const offered = fits ? data : null;
  const items = offered?.items ?? [];
  const inserted = offered?.inserted;
  const at = Math.max(
    0,
    items.findIndex(({ answer }) => answer === chosen),
  );
  const item = inserted ? undefined : items[at];

  const keep = (next: Offered) =>
    client.setQueryData(suggestionsQuery(its.id, last).queryKey, next);

  const emptied = inserted !== undefined && text === '';
  useEffect(() => {
    if (!emptied || !offered) return;
    const { inserted: _, ...rest } = offered;
    client.setQueryData(suggestionsQuery(its.id, last).queryKey, rest);
  }, [emptied, offered, client, its.id, last]);

  const put = (words: SuggestedAnswer, from: number, to: number) => {
    if (!offered) return;
    const end = composing.insert(words.text, from, to);
    keep({ ...offered, inserted: { answer: words.answer, from, text: words.text } });
    const slot = slotsIn(words.text)[0];
    setTimeout(() => {
      field.current?.focus();
      if (slot) field.current?.setSelectionRange(from + slot.from, from + slot.to);
      else field.current?.setSelectionRange(end, end);
    });
  };

  const another =
    inserted && items.length > 1 && isUntouched(text, inserted)
      ? items[(items.findIndex(({ answer }) => answer === inserted.answer) + 1) % items.length]
      : undefined;

  return {
    item,
    at,
    count: items.length,
    canInsert: item !== undefined || another !== undefined,
    /** Puts the shown one in; right after that, the next one in its place. */
    insert: () => {
      if (item) put(item, ...placeIn(field.current, text));
      else if (inserted && another)
        put(another, inserted.from, inserted.from + inserted.text.length);
    },
    step: (by: 1 | -1) => setChosen(items[(at + by + items.length) % items.length]?.answer ?? null),
    dismiss: () => {
      if (!offered || !item) return;
      setChosen((items[at + 1] ?? items[at - 1])?.answer ?? null);
      keep({ ...offered, items: items.filter((one) => one !== item) });
      // whether it was told to the server is nothing the agent must know of
      if (offered.suggested !== null)
        void dismissSuggestion(its.id, offered.suggested, item.answer).catch(() => undefined);
    },
  };
}

export type Suggested = ReturnType<typeof useSuggestions>;
