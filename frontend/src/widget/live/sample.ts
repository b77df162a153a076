import type { ClientFrame, EventFrame, MessageData, ServerFrame, Welcome } from './frames';
import type { Connection } from './socket';

/** The other end of a connection, for tests. */
export class Wire implements Connection {
  readyState = 1;
  sent: ClientFrame[] = [];
  onopen: Connection['onopen'] = null;
  onmessage: Connection['onmessage'] = null;
  onclose: Connection['onclose'] = null;

  send(text: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    this.sent.push(JSON.parse(text as string) as ClientFrame);
  }

  close(): void {
    this.readyState = 3;
  }

  opens(): void {
    this.onopen?.({} as Event);
  }

  say(...frames: ServerFrame[]): void {
    for (const frame of frames) this.onmessage?.({ data: JSON.stringify(frame) } as MessageEvent);
  }

  breaks(): void {
    this.readyState = 3;
    this.onclose?.({} as CloseEvent);
  }

  all<Op extends ClientFrame['op']>(op: Op): Extract<ClientFrame, { op: Op }>[] {
    return this.sent.filter((frame): frame is Extract<ClientFrame, { op: Op }> => frame.op === op);
  }
}

export const welcome = (
  conversation: Partial<Welcome['conversation']> = {},
  more: Partial<Welcome> = {},
): Welcome => ({
  op: 'welcome',
  server_time: new Date(Date.now()).toISOString(),
  heartbeat_ms: 1000,
  epoch: 'one',
  visitor: {},
  conversation: { open: false, last_seq: 0, read_seq: 0, ...conversation },
  office: { open: true },
  ...more,
});

export const message = (
  seq: number,
  text: string,
  data: Partial<MessageData> = {},
): EventFrame => ({
  op: 'event',
  seq,
  at: new Date(Date.UTC(2026, 10, 27, 10, 0, seq)).toISOString(),
  type: 'message',
  data: { from: 'agent', name: 'Bo', text, ...data },
});
