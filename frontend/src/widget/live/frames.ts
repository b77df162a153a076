// What is said on /live/visitor. Names are the server's.

export type Office = { open: boolean; opens_at?: string | null };
export type Owner = 'bot' | 'queue' | 'agent';
export type Queue = { place: number; wait_seconds?: number | null };
export type Visitor = { name?: string | null; email?: string | null; verified?: boolean };
export type Profile = { name?: string; email?: string; fields?: Record<string, string> };
export type Identity =
  { jwt: string } | { user_id: string; hmac: string; name?: string; email?: string };

export type Attachment = {
  n: number;
  name: string;
  media_type: string;
  size: number;
  url: string;
  inline: boolean;
};

export type Part =
  | { kind: 'location'; latitude: number; longitude: number; name?: string | null }
  | { kind: 'card'; title: string; text?: string | null; url?: string | null }
  | { kind: 'choice'; id: string; label: string }
  | { kind: 'quote'; reference: string; author?: string | null; text?: string | null }
  | SurveyPart
  | { kind: 'unsupported'; type: string; summary: string };

/** A question how the visitor was served. */
export type SurveyPart = {
  kind: 'survey';
  id: string;
  scale: 'numbers' | 'faces' | 'thumbs';
  items: string[];
  until: string;
};

export type RatedData = { asked: string; score: number; unsolved: boolean };

export type MessageData = {
  from: 'visitor' | 'agent' | 'bot';
  name?: string | null;
  client_id?: string | null;
  text: string;
  attachments?: Attachment[];
  parts?: Part[];
  removed?: boolean;
  edited?: boolean;
};

export type EventFrame = { op: 'event'; seq: number; at: string } & (
  | { type: 'message'; data: MessageData }
  | {
      type: 'edited';
      data: { message: number; text: string; attachments?: Attachment[]; parts?: Part[] };
    }
  | { type: 'removed'; data: { message: number } }
  | { type: 'status'; data: { open: boolean } }
  | { type: 'rated'; data: RatedData }
);

/** Some of what was said in a conversation that was merged into this one; its numbers are its own. */
export type EarlierFrame = { op: 'earlier'; conversation: string; events: EventFrame[] };

export type StateFrame = { op: 'state' } & (
  | { key: 'typing'; value: { on: boolean; name?: string | null } }
  | { key: 'read'; value: { seq: number } }
  | { key: 'queue'; value: Queue | null }
  | { key: 'office'; value: Office }
  | { key: 'conversation'; value: Standing }
  | { key: 'visitor'; value: Visitor }
);

/** Where the visitor's conversation stands. */
export type Standing = {
  id?: string | null;
  open: boolean;
  last_seq: number;
  read_seq: number;
  agent?: { name: string } | null;
  owner?: Owner | null;
};

export type Welcome = {
  op: 'welcome';
  server_time: string;
  heartbeat_ms: number;
  epoch: string;
  token?: string | null;
  /** Null for whom nothing is known of. */
  visitor: Visitor | null;
  conversation: Standing;
  office: Office;
  reply_seconds?: number | null;
};

export type Refused = {
  op: 'refused';
  id: string;
  code: string;
  detail: string;
  retry_after?: number | null;
};

export type Bye = { op: 'bye'; reason: string; retry_after?: number | null };

export type ServerFrame =
  | Welcome
  | EventFrame
  | EarlierFrame
  | StateFrame
  | Refused
  | { op: 'token'; token: string }
  | { op: 'ping'; t: number }
  | Bye
  | { op: 'error'; code: string; detail: string };

/** What the socket passes on; a ping it answers itself. */
export type DataFrame = Exclude<ServerFrame, { op: 'ping' }>;

export type Hello = {
  op: 'hello';
  account: string;
  token?: string;
  identity?: Identity;
  from: number;
  conversation?: string;
  epoch?: string;
  locale: string;
  page: { url: string; title: string };
};

/** What may be said beside a score. */
export type Extras = { comment?: string; items?: Record<string, boolean> };

export type ClientFrame =
  | Hello
  | { op: 'message'; id: string; text: string; uploads: string[]; profile?: Profile }
  | { op: 'profile'; profile: Profile }
  | { op: 'typing'; on: boolean }
  | { op: 'read'; seq: number }
  | { op: 'human' }
  | ({ op: 'rate'; question: string; language: string; score: number } & Extras)
  | { op: 'reopen'; question: string }
  | { op: 'pong'; t: number };
