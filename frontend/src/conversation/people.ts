import type { Channel, Conversation, Identity, Message, Recipient } from '../api/types';
import type { People } from '../live/drafts';
import { isAddress, sameAddress, withAddresses } from '../ui/addresses';

const recipient = ({ kind, value, name }: Identity): Recipient => ({ kind, value, name });

/** Where a reply goes when nobody says otherwise: to whoever began it. */
export const usualPeople = (its: Conversation): People => ({
  to: its.contact.address
    ? [{ kind: its.channel, value: its.contact.address, name: its.contact.name }]
    : [],
  cc: [],
  bcc: [],
});

export const nobody = (): People => ({ to: [], cc: [], bcc: [] });

/** Everybody who was written to with the customer's last message, besides our own addresses. */
export function everyone(its: Conversation, account: Channel | undefined): People {
  const last = its.interactions.findLast(
    (one): one is Message => one.type === 'message' && one.direction === 'in',
  );
  const usual = usualPeople(its);
  if (!last) return usual;
  const ours = [account?.address ?? '', ...(account?.accepts ?? [])];
  const others = [...last.to, ...last.cc].filter(
    ({ value }) => !ours.some((own) => sameAddress(own, value)),
  );
  const to = withAddresses(usual.to, last.from ? [recipient(last.from)] : []);
  const all = withAddresses(to, others.map(recipient));
  return { to, cc: all.slice(to.length), bcc: [] };
}

const lists = ['to', 'cc', 'bcc'] as const;

export const allOf = (people: People): Recipient[] => lists.flatMap((list) => people[list]);

/** Addresses of mail that no mail can reach; other channels' addresses are their own business. */
export const impossible = (people: People): Recipient[] =>
  allOf(people).filter(
    ({ kind, value }) => (kind === undefined || kind === 'email') && !isAddress(value),
  );

export const display = ({ name, value }: Pick<Recipient, 'name' | 'value'>): string =>
  name ? `${name} <${value}>` : value;

/** Forgets what is the usual way anyway, so that a reply follows the conversation. */
export function unusual(people: People, its: Conversation): People | undefined {
  const usual = usualPeople(its);
  const same =
    people.cc.length === 0 &&
    people.bcc.length === 0 &&
    people.to.length === usual.to.length &&
    people.to.every(({ value }, at) => sameAddress(value, usual.to[at]?.value ?? ''));
  return same ? undefined : people;
}
