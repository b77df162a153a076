import type { Conversation } from '../api/types';
import { answers, asks } from '../live/fold';

/** A customer who waits: the `seq` of what they asked, and of the last thing that came from them. */
export type Waiting = { question: number; last: number };

/** Null where nobody waits. The question is the one that the server looks for answers to. */
export function waitingFor(its: Conversation): Waiting | null {
  if (its.waiting_since === null || its.merged_into || its.status_category === 'spam') return null;
  const decisive = its.interactions.findLast(
    (one) =>
      one.type === 'message' && (answers(one) || (asks(one) && one.actor.kind === 'customer')),
  );
  if (decisive?.type !== 'message' || decisive.direction === 'out') return null;
  return { question: decisive.seq, last: its.last_customer_seq };
}
