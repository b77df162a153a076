import type { Content, Conversation, Interaction, Message } from '../api/types';

const previewLength = 160;

const previewOf = ({ text, quoted }: Content): string =>
  (text.trim() === '' ? (quoted ?? '') : text).trim().replace(/\s+/g, ' ').slice(0, previewLength);

/** Whether the customer wants something with it; a picture is a question too. */
export const asks = (its: Message): boolean =>
  its.direction === 'in' &&
  its.origin === 'human' &&
  (`${its.text}${its.quoted ?? ''}`.trim() !== '' ||
    its.attachments.length > 0 ||
    (its.parts ?? []).length > 0);

/** What is sent by itself answers nothing. */
export const answers = (its: Message): boolean =>
  its.direction === 'out' &&
  its.actor.kind !== 'system' &&
  (its.origin === 'human' || its.origin === 'echo');

/** The bot that answers serves what nobody else does, until an agent answers. */
function owner({ ownership }: Conversation, its: Message): Conversation['ownership'] {
  if (!answers(its)) return ownership;
  if (its.actor.kind === 'bot') return ownership === 'queue' ? 'bot' : ownership;
  return ownership === 'bot' ? 'queue' : ownership;
}

function waiting(conversation: Conversation, its: Message): string | null {
  const since = conversation.waiting_since;
  if (its.direction === 'out') return answers(its) ? null : since;
  return asks(its) ? (since ?? its.at) : since;
}

/** A question that was asked by itself is no news of the conversation. */
const isQuestion = (its: Interaction): boolean =>
  its.type === 'message' && (its.parts ?? []).some(({ kind }) => kind === 'survey');

function message(conversation: Conversation, its: Message): Partial<Conversation> {
  if (isQuestion(its)) return { last_public_seq: its.seq };
  const spam = conversation.status_category === 'spam';
  return {
    preview: previewOf(its),
    preview_by: its.actor.kind,
    last_public_seq: its.seq,
    waiting_since: spam ? null : waiting(conversation, its),
    ...(its.direction === 'in' ? { last_customer_seq: its.seq } : {}),
    ownership: owner(conversation, its),
  };
}

/** How one interaction changes what is said about its conversation. */
function changed(conversation: Conversation, its: Interaction): Partial<Conversation> {
  switch (its.type) {
    case 'message':
      return message(conversation, its);
    case 'note':
    case 'delivery':
    case 'send_stopped':
    case 'reacted':
    case 'merged':
    case 'rated':
    case 'suggested':
    case 'suggestion_used':
    case 'suggestion_dismissed':
      return {};
    case 'handed_over':
      return {
        ...(conversation.ownership === 'bot' ? { ownership: 'queue' } : {}),
        ...(conversation.status_category === 'resolved' || conversation.status_category === 'spam'
          ? {}
          : { waiting_since: its.at }),
      };
    case 'edited':
      return its.message === conversation.last_public_seq ? { preview: previewOf(its) } : {};
    case 'removed':
      return its.message === conversation.last_public_seq ? { preview: '' } : {};
    case 'merged_into':
      return { merged_into: { id: its.into, number: its.number } };
    case 'separated':
      return conversation.merged_into ? { merged_into: null } : {};
    case 'status':
      return {
        status: its.status,
        status_category: its.category,
        snoozed_until: its.until ?? null,
        ...(its.category === 'resolved' || its.category === 'spam' ? { waiting_since: null } : {}),
      };
    case 'assigned':
      return {
        assignee: its.agent,
        team: its.team,
        ownership: its.agent ? 'agent' : conversation.ownership === 'bot' ? 'bot' : 'queue',
        ...(its.agent && conversation.ownership === 'bot' && conversation.waiting_since
          ? { waiting_since: its.at }
          : {}),
      };
    case 'labelled':
      return {
        labels: [
          ...conversation.labels.filter(
            (label) => !its.removed.includes(label) && !its.added.includes(label),
          ),
          ...its.added,
        ].sort(),
      };
    case 'prioritised':
      return { priority: its.priority };
  }
}

/** A delivery report is shown at the message it is about. */
function delivered(interactions: Interaction[], its: Interaction): Interaction[] {
  if (its.type !== 'delivery') return interactions;
  return interactions.map((earlier) =>
    earlier.type === 'message' && earlier.seq === its.message
      ? { ...earlier, delivery: { ...earlier.delivery, state: its.state, detail: its.detail } }
      : earlier,
  );
}

/** What is no news of the conversation itself. */
const isQuiet = (its: Interaction): boolean =>
  its.type === 'delivery' ||
  its.type === 'send_stopped' ||
  its.type === 'suggested' ||
  its.type === 'suggestion_used' ||
  its.type === 'suggestion_dismissed' ||
  isQuestion(its);

/**
 * The conversation after one more interaction. The interaction must be the next one (`seq` + 1); what the
 * conversation already knows from a later position is kept.
 */
export function fold(conversation: Conversation, its: Interaction): Conversation {
  const newer = its.position > conversation.position;
  const quiet = isQuiet(its);
  return {
    ...conversation,
    ...(newer && !quiet ? { last_activity_at: its.at } : {}),
    ...(newer ? { ...changed(conversation, its), position: its.position } : {}),
    seq: Math.max(conversation.seq, its.seq),
    interactions: [...delivered(conversation.interactions, its), its],
  };
}

export const lastSeq = (conversation: Conversation): number =>
  conversation.interactions.at(-1)?.seq ?? 0;

/** A freshly fetched conversation, with what arrived by the socket while it was under way. */
export function catchUp(fresh: Conversation, cached: Conversation | undefined): Conversation {
  if (!cached) return fresh;
  return cached.interactions
    .filter((its) => its.seq > lastSeq(fresh))
    .reduce((known, its) => (its.seq === lastSeq(known) + 1 ? fold(known, its) : known), fresh);
}
