import type { DeliveryState } from './types';

export type Quarantined = {
  id: string;
  at: string;
  channel: string;
  account: string | null;
  from: string;
  to: string[];
  size: number;
  reason: string;
  tries: number;
};

export type OutboxEntry = {
  id: string;
  conversation: string;
  number: number;
  seq: number;
  subject: string | null;
  to: string | null;
  state: DeliveryState;
  detail: string | null;
  at: string;
  url: string | null;
};
