import { request } from './request';
import type { Change, Item, NewMessage, Sent } from './types';

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
