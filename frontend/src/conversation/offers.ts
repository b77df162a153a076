import type { Conversation, MergeOffer } from '../api/types';

const reply =
  /^\s*((re|aw|wg|fwd?|sv|vs|antw|tr|rv|odp|r|回复|转发)\s*(\[\d+\])?\s*:|\[#?\d+\])\s*/i;

/** A subject without what mail programs put before it, so that two of one matter are alike. */
export function bareSubject(subject: string | null): string {
  let text = (subject ?? '').trim();
  for (let cut = text.replace(reply, ''); cut !== text; cut = text.replace(reply, '')) text = cut;
  return text.toLowerCase().replace(/\s+/g, ' ');
}

/**
 * Which of the server's offers is worth a line over the thread: that the person is the same is not enough unless
 * the subject is too.
 */
export function worthOffering(its: Conversation): MergeOffer | null {
  if (its.merged_into) return null;
  const subject = bareSubject(its.subject);
  return (
    its.merge_offers?.find(
      (offer) =>
        offer.reason !== 'contact' || (subject !== '' && bareSubject(offer.subject) === subject),
    ) ?? null
  );
}
