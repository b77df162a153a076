import { t } from '../ui/text';
import type { Item } from './types';

/** Who writes, as well as it is known. */
export const nameOf = ({ contact, channel }: Pick<Item, 'contact' | 'channel'>): string =>
  contact.name || contact.address || t(channel === 'chat' ? 'contact.visitor' : 'contact.unknown');

export const subjectOf = ({ subject }: { subject: string | null }): string =>
  subject?.trim() ? subject : t('inbox.noSubject');
