import { request } from './request';
import type { DeliveryState, OutboxEntry } from './types';

export type OutboxPage = { items: OutboxEntry[]; next: string | null };

/** Sendings in a state: of one account, or of all. */
export function outboxPage(
  { state, account }: { state: DeliveryState; account: string | null },
  after: string | null,
): Promise<OutboxPage> {
  const query = new URLSearchParams({ state });
  if (account) query.set('account', account);
  if (after) query.set('after', after);
  return request('GET', `/api/deliveries?${query}`);
}

/** Tries once more what failed, or may have failed: a person's decision. */
export const retryDelivery = (conversation: string, seq: number): Promise<void> =>
  request('POST', `/api/conversations/${conversation}/interactions/${seq}/delivery`);

/** Where a captured mail can be read. */
export const mailUrl = (conversation: string, seq: number): string =>
  `/api/conversations/${conversation}/interactions/${seq}/mail`;

/** The mail as it was written to the outbox. Fails when it cannot be read. */
export async function mailSource(url: string): Promise<Uint8Array> {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** What came in, byte for byte. */
export const rawUrl = (conversation: string, seq: number): string =>
  `/api/conversations/${conversation}/interactions/${seq}/raw`;
