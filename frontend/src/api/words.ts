import { t } from '../ui/text';
import type { Item } from './types';

/** Who writes, as well as it is known. */
export const nameOf = ({ contact }: Pick<Item, 'contact'>): string =>
  contact.name || contact.address || t('contact.unknown');

export const subjectOf = ({ subject }: { subject: string | null }): string =>
  subject?.trim() ? subject : t('inbox.noSubject');
