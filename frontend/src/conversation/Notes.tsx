import { changeContact } from '../api/contacts';
import type { Contact } from '../api/types';
import { fieldClass } from '../ui/Field';
import { t } from '../ui/text';

type NotesProps = {
  contact: Contact;
  onChange: (work: Promise<unknown>, said: string) => Promise<boolean>;
};

/** What colleagues should know about somebody; kept when the field is left. */
export const Notes = ({ contact, onChange }: NotesProps) => (
  <textarea
    rows={3}
    aria-label={t('contact.notes')}
    placeholder={t('contact.notesHint')}
    defaultValue={contact.notes ?? ''}
    onBlur={({ target }) => {
      if (target.value.trim() === (contact.notes ?? '')) return;
      void onChange(
        changeContact(contact.id, { notes: target.value.trim() }),
        t('contact.notesSaved'),
      );
    }}
    className={`${fieldClass} py-1.5 text-small! max-tablet:text-write!`}
  />
);
