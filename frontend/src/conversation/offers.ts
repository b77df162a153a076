import type { Conversation, Item } from '../api/types';

const reply =
  /^\s*((re|aw|wg|fwd?|sv|vs|antw|tr|rv|odp|r|回复|转发)\s*(\[\d+\])?\s*:|\[#?\d+\])\s*/i;

/** A subject without what mail programs put before it, so that two of one matter are alike. */
export function bareSubject(subject: string | null): string {
  let text = (subject ?? '').trim();
  for (let cut = text.replace(reply, ''); cut !== text; cut = text.replace(reply, '')) text = cut;
  return text.toLowerCase().replace(/\s+/g, ' ');
}

const live = (item: Item) =>
  item.merged_into == null &&
  item.status_category !== 'resolved' &&
  item.status_category !== 'spam';

/**
 * Another conversation that this one may belong to: one the server says is related, or the same person's with
 * the same subject. It is only ever offered: a subject alone proves nothing.
 */
export function mergeOffer(its: Conversation, others: readonly Item[]): Item | null {
  if (its.merged_into) return null;
  const related = others.find(({ id }) => id === its.related);
  if (related && related.merged_into == null) return related;
  const subject = bareSubject(its.subject);
  if (subject === '') return null;
  return (
    others
      .filter(
        (other) => other.id !== its.id && live(other) && bareSubject(other.subject) === subject,
      )
      .toSorted((a, b) => a.number - b.number)
      .find(({ number }) => number < its.number) ?? null
  );
}
