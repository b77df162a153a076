import { request } from './request';
import type { Change, Item, NewMessage, Recipient, Sent, Then } from './types';

export const change = (id: string, its: Change): Promise<Item> =>
  request('PATCH', `/api/conversations/${id}`, { body: its });

export const markRead = (id: string, seq: number): Promise<void> =>
  request('PUT', `/api/conversations/${id}/read`, { body: { seq } });

/** Sends once per key, however often it is called with it. Fails with a 409 problem when somebody was faster. */
export const send = (id: string, message: NewMessage, key: string): Promise<Sent> =>
  request('POST', `/api/conversations/${id}/messages`, {
    body: message,
    headers: { 'Idempotency-Key': key },
  });

export type Beginning = {
  account: string;
  to: Recipient[];
  cc?: Recipient[];
  bcc?: Recipient[];
  subject?: string;
  text: string;
  html?: string;
  attachments?: string[];
  then?: Then;
  as_written?: boolean;
};

/** Begins a conversation from our side, once per key. */
export const begin = (its: Beginning, key: string): Promise<{ id: string }> =>
  request('POST', '/api/conversations', { body: its, headers: { 'Idempotency-Key': key } });

/** From now on what is written in the one stands in the other. */
export const merge = (id: string, into: string): Promise<unknown> =>
  request('POST', `/api/conversations/${id}/merge`, { body: { into } });

/** Takes the merging back. */
export const separate = (id: string): Promise<unknown> =>
  request('POST', `/api/conversations/${id}/separate`, { body: {} });

export const markSpam = (id: string, block: boolean): Promise<unknown> =>
  request('POST', `/api/conversations/${id}/spam`, { body: { block } });
