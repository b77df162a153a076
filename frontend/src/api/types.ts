/** The server's words. Why they are not generated from its OpenAPI document stands in src/docs/develop.md. */
import type { Rated, SurveyPart } from './survey';

export type { OutboxEntry, Quarantined } from './trouble';

export type Category = 'open' | 'pending' | 'snoozed' | 'resolved' | 'spam';
export type Ownership = 'bot' | 'queue' | 'agent';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type Role = 'agent' | 'supervisor' | 'administrator';
export type DeliveryState =
  'pending' | 'uncertain' | 'captured' | 'accepted' | 'delivered' | 'read' | 'failed';

export type Named = { id: string; name: string };

export type Site = { name: string; setup_needed: boolean; zone: string; url: string };

export type Me = {
  id: string;
  name: string;
  email: string;
  role: Role;
  teams: string[];
  zone: string;
};

export type InvitationInfo = { email: string; name: string; kind: 'invitation' | 'reset' };

export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  invited: boolean;
  teams: string[];
  last_seen: string | null;
};

export type Team = { id: string; name: string; restricted: boolean; members: string[] };
export type Status = { id: string; name: string; category: Category; rank: number };
export type Label = { name: string; color: string };

export type ApiKey = {
  id: string;
  name: string;
  /** `wall` is a screen that many see. */
  role: Role | 'wall';
  created_at: string;
  last_used_at: string | null;
  hint: string;
};

export type Measure = 'code_points' | 'graphemes' | 'utf16' | 'bytes';

/** What a channel can carry. */
export type Limits = {
  max_length: number;
  measure: Measure;
  html: boolean;
  recipients: boolean;
  subject: boolean;
  begins: boolean;
  max_attachments: number;
  max_attachment_size: number;
  stop_for_customer: boolean;
};

export type ChannelHealth = {
  last_success: string | null;
  last_received: string | null;
  /** Between the other side's receipt of the last that arrived and ours. */
  lag_ms: number | null;
  failures: number;
  oldest_unprocessed: string | null;
  /** How often something was turned away at its door, by reason. */
  refused: Record<string, number>;
  /** Why it cannot do its work now, in a sentence. */
  problem: string | null;
  problem_since: string | null;
};

/** A connected place where customers write. Its settings are told to administrators only, its secrets to nobody. */
export type Channel = {
  id: string;
  channel: string;
  name: string;
  address: string;
  accepts: string[];
  state: 'active' | 'paused' | 'removed';
  sending: 'relay' | 'captured';
  /** What stands under every reply from here, as text. */
  signature?: string | null;
  settings: Record<string, string>;
  /** The names of those that are set. */
  secrets: string[];
  limits: Limits;
  health: ChannelHealth;
};

export type FieldKind = 'text' | 'multiline' | 'number' | 'flag' | 'choice' | 'list' | 'secret';

export type ChannelField = {
  name: string;
  kind: FieldKind;
  required: boolean;
  initial: string | null;
  choices: string[];
};

/** What an account of a channel is set up with. */
export type ChannelKind = { channel: string; fields: ChannelField[] };

export type ChannelDraft = {
  name: string;
  settings: Record<string, string>;
  secrets: Record<string, string>;
};

/** What came of one step of trying an account out. */
/** A hint works as it is, and could be better. */
export type Trial = { step: string; ok: boolean; hint?: boolean; detail: string };

export type ContactIdentity = { kind: string; value: string; verified: boolean };

export type Contact = {
  id: string;
  name: string | null;
  created_at: string;
  identities: ContactIdentity[];
  blocked?: boolean;
  notes?: string | null;
  conversations: Item[];
};

export type Item = {
  id: string;
  number: number;
  subject: string;
  channel: string;
  account: string;
  status: string;
  status_category: Category;
  ownership: Ownership;
  priority: Priority;
  assignee: Named | null;
  team: Named | null;
  labels: string[];
  contact: { id: string; name: string | null; address: string | null };
  preview: string;
  preview_by: 'customer' | 'agent' | 'bot' | 'system';
  seq: number;
  last_public_seq: number;
  last_customer_seq: number;
  read_seq?: number;
  waiting_since: string | null;
  snoozed_until: string | null;
  created_at: string;
  last_activity_at: string;
  related: string | null;
  external_ref: string | null;
  merged_into?: { id: string; number: number } | null;
  position: number;
};

export type ItemPage = { position: number; items: Item[]; next: string | null };

export type Actor = {
  kind: 'customer' | 'agent' | 'bot' | 'system';
  id: string | null;
  name: string | null;
};

export type Identity = { kind: string; value: string; name: string | null };

export type Attachment = {
  n: number;
  name: string;
  media_type: string;
  size: number;
  url: string;
  inline: boolean;
};

type Recorded = { seq: number; position: number; at: string; actor: Actor; public: boolean };

export type Part =
  | { kind: 'location'; latitude: number; longitude: number; name: string | null }
  | { kind: 'card'; title: string; text: string | null; url: string | null }
  | { kind: 'choice'; id: string; label: string }
  | { kind: 'quote'; reference: string; author: string | null; text: string | null }
  | SurveyPart
  | { kind: 'unsupported'; type: string; summary: string };

export type Content = {
  text: string;
  quoted: string | null;
  html: string | null;
  attachments: Attachment[];
  parts?: Part[];
};

export type Delivery = { state: DeliveryState; detail: string | null; url?: string | null };

export type Message = Recorded &
  Content & {
    type: 'message';
    direction: 'in' | 'out';
    origin: 'human' | 'auto_reply' | 'bulk' | 'bounce' | 'echo';
    from: Identity | null;
    to: Identity[];
    cc: Identity[];
    bcc?: Identity[];
    external_id: string | null;
    unverified: boolean;
    /** Whether the channel vouches for the author. */
    trust?: 'proven' | 'claimed';
    /** In what way the customer turned to us. */
    kind?: 'direct' | 'mention' | 'comment' | 'review' | 'call';
    delivery: Delivery | null;
  };

export type Note = Recorded & Content & { type: 'note' };

export type Activity = Recorded &
  (
    | {
        type: 'status';
        status: string;
        category: Category;
        until: string | null;
        reason?: string | null;
      }
    | Rated
    | { type: 'handed_over'; reason: string | null }
    | { type: 'assigned'; agent: Named | null; team: Named | null }
    | { type: 'labelled'; added: string[]; removed: string[] }
    | { type: 'prioritised'; priority: Priority }
    | { type: 'delivery'; message: number; state: DeliveryState; detail: string | null }
    | {
        type: 'send_stopped';
        collision: 'reply' | 'customer';
        base_seq: number;
        last_public_seq: number;
      }
  );

/** What became of replies that were offered; shown at the composer. */
export type Suggesting = Recorded &
  (
    | { type: 'suggested'; message: number; offers: { answer: string; text: string }[] }
    | { type: 'suggestion_used'; suggested: number; answer: string; similarity: number }
    | { type: 'suggestion_dismissed'; suggested: number; answer: string }
  );

/** What happened to a message after it was written; shown at the message. */
export type Afterwards = Recorded &
  (
    | ({ type: 'edited'; message: number } & Content)
    | { type: 'removed'; message: number }
    | { type: 'reacted'; message: number; by: Identity; emoji: string; on: boolean }
  );

/** Two conversations that became one, or two again. */
export type Joining = Recorded &
  (
    | { type: 'merged'; from: string; number: number }
    | { type: 'merged_into'; into: string; number: number }
    | { type: 'separated'; from: string; number?: number }
  );

export type Interaction = Message | Note | Activity | Afterwards | Joining | Suggesting;

/** A conversation that another may belong to: its subject says so, its first message did, or the person is the same. */
export type MergeOffer = {
  id: string;
  number: number;
  subject: string;
  reason: 'subject' | 'related' | 'contact';
};

export type Conversation = Item & {
  merge_offers?: MergeOffer[];
  participants: Identity[];
  unverified: Identity[];
  interactions: Interaction[];
};

export type Then = {
  status?: string;
  assignee?: string | null;
  team?: string | null;
  priority?: Priority;
  snoozed_until?: string;
  add_labels?: string[];
  remove_labels?: string[];
};

/** Somebody to write to. */
export type Recipient = { kind?: string; value: string; name?: string | null };

export type NewMessage = {
  kind: 'reply' | 'note';
  text: string;
  html?: string;
  base_seq: number;
  then?: Then;
  to?: Recipient[];
  cc?: Recipient[];
  bcc?: Recipient[];
  /** Uploads by their ids. */
  attachments?: string[];
  /** The message that is handed on, with its attachments. */
  forward?: { seq: number };
  /** Slots that are left in it, such as `{{order}}`, are meant. */
  as_written?: boolean;
};

export type Sent = { position: number; seq: number; interactions: Interaction[] };

export type Change = {
  status?: string;
  assignee?: string | null;
  team?: string | null;
  priority?: Priority;
  snoozed_until?: string;
  add_labels?: string[];
  remove_labels?: string[];
};

export type Presence = {
  /** Null when it is the customer who writes. */
  agent: string | null;
  kind?: 'agent' | 'customer';
  name: string;
  state: 'viewing' | 'idle' | 'composing';
  since: string;
  /** Composing because of an unsent draft, which was saved at `since`. */
  draft?: boolean;
};

export type Counts = {
  mine: number;
  unassigned: number;
  all: number;
  teams: Record<string, number>;
};

export type MacroThen = {
  status?: string;
  assignee?: string;
  team?: string;
  priority?: Priority;
  add_labels?: string[];
  remove_labels?: string[];
};

/** Words, and what is done with the conversation that gets them. */
export type Macro = {
  id: string;
  name: string;
  text: string;
  html?: string | null;
  then: MacroThen;
  /** Everybody's, or its maker's own. */
  shared: boolean;
};
