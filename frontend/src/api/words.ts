import { t } from '../ui/text';
import type { Identity, Item } from './types';

/** Who writes, as well as it is known. */
export const nameOf = ({ contact, channel }: Pick<Item, 'contact' | 'channel'>): string =>
  contact.name || contact.address || t(channel === 'chat' ? 'contact.visitor' : 'contact.unknown');

const kinds: Record<string, string> = { visitor: 'chat', did: 'bluesky' };

/** The channel that addresses of a kind belong to; a webhook's are told apart by its account. */
export const channelOf = (kind: string): string => kinds[kind] ?? kind.replace(/:.*/, '');

/** Somebody by an address of theirs; that of a visitor is a number of ours, which tells people nothing. */
export const personOf = ({
  kind,
  name,
  value,
}: Pick<Identity, 'kind' | 'name' | 'value'>): string =>
  name ?? (kind === 'visitor' ? t('contact.visitor') : value);

export const subjectOf = ({ subject }: { subject: string | null }): string =>
  subject?.trim() ? subject : t('inbox.noSubject');
