import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { FoundContact } from '../api/contacts';
import { contactsQuery } from '../api/contacts';
import type { Contact } from '../api/types';
import { channelOf, personOf } from '../api/words';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { ChannelIcon } from '../ui/ChannelIcon';
import { Dialog } from '../ui/Dialog';
import { fieldClass } from '../ui/Field';
import { t } from '../ui/text';

const nameOf = ({ name, identities }: FoundContact) =>
  name || identities[0]?.value || t('contact.unknown');

type ContactMergeDialogProps = {
  contact: Contact;
  /** What to look for at first. */
  wanted: string;
  onMerge: (other: FoundContact) => void;
  onClose: () => void;
};

/** Finds the other record of the same person; it is shown before the two become one. */
export function ContactMergeDialog({ contact, wanted, onMerge, onClose }: ContactMergeDialogProps) {
  const [text, setText] = useState(wanted);
  const [chosen, setChosen] = useState<FoundContact | null>(null);
  const { data = [], isFetching } = useQuery(contactsQuery(useDeferredValue(text.trim())));
  const found = text.trim() === '' ? [] : data.filter(({ id }) => id !== contact.id);
  const name = nameOf(contact);
  return (
    <Dialog
      title={t('contact.mergeTitle', { name })}
      description={t('contact.mergeText')}
      onClose={onClose}
    >
      <div className="px-5 pb-2">
        <input
          type="search"
          autoFocus
          aria-label={t('contact.find')}
          placeholder={t('contact.find')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(null);
          }}
          className={`${fieldClass} h-9 max-tablet:text-write`}
        />
      </div>
      <ul className="min-h-36 overflow-y-auto px-3 pb-2" aria-label={t('contact.found')}>
        {found.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              aria-pressed={chosen?.id === other.id}
              onClick={() => setChosen(other)}
              className="flex w-full items-center gap-3 rounded-md px-2 py-1.5 text-start hover:bg-hover aria-pressed:bg-brand-soft"
            >
              <Avatar name={nameOf(other)} />
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="truncate">{nameOf(other)}</span>
                <span className="flex flex-wrap gap-x-3 text-meta text-ink-3">
                  {other.identities.map(({ kind, value }) => (
                    <span key={value} className="flex items-center gap-1">
                      <ChannelIcon channel={channelOf(kind)} size={12} />{' '}
                      {personOf({ kind, name: null, value })}
                    </span>
                  ))}
                </span>
              </span>
            </button>
          </li>
        ))}
        {text.trim() !== '' && found.length === 0 && !isFetching && (
          <li className="px-2 py-4 text-small text-ink-3">{t('ui.nothingFound')}</li>
        )}
      </ul>
      <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button
          look="primary"
          disabled={!chosen}
          onClick={() => {
            if (chosen) onMerge(chosen);
          }}
        >
          {chosen ? t('contact.mergeWith', { name: nameOf(chosen) }) : t('contact.mergeDo')}
        </Button>
      </footer>
    </Dialog>
  );
}
