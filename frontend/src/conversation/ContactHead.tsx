import { Ban, CirclePlus, Ellipsis, GitMerge, PenLine, X } from 'lucide-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { block, changeContact } from '../api/contacts';
import type { Contact } from '../api/types';
import { Avatar } from '../ui/Avatar';
import { IconButton } from '../ui/Button';
import { fieldClass } from '../ui/Field';
import { Menu, MenuItem, MenuLine } from '../ui/Menu';
import { t } from '../ui/text';
import { date } from '../ui/time';

type ContactHeadProps = {
  name: string;
  contact: Contact | undefined;
  onChange: (work: Promise<unknown>, said: string) => Promise<boolean>;
  onAdd: () => void;
  onMerge: () => void;
  onClose: () => void;
};

/** Until a closing menu has given the focus back; a field that came before would lose it again. */
const settleMs = 40;

const later = (work: () => void) => () => void setTimeout(work, settleMs);

/** Who it is, and what can be done about them. */
export function ContactHead(props: ContactHeadProps) {
  const { name, contact, onChange } = props;
  const [renaming, setRenaming] = useState(false);
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get('name')).trim();
    setRenaming(false);
    if (!contact || wanted === '' || wanted === contact.name) return;
    void onChange(changeContact(contact.id, { name: wanted }), t('contact.renamed'));
  };
  const toggleBlock = () => {
    if (!contact) return;
    const blocking = !contact.blocked;
    void onChange(
      block(contact.id, blocking),
      t(blocking ? 'contact.blocked' : 'contact.unblocked', { name }),
    );
  };

  return (
    <div className="flex items-start gap-3 py-4 pe-2 ps-4">
      <Avatar name={name} size="huge" />
      <div className="min-w-0 flex-1 pt-1">
        {renaming ? (
          <form onSubmit={rename}>
            <input
              name="name"
              autoFocus
              defaultValue={contact?.name ?? ''}
              aria-label={t('contact.name')}
              onBlur={(event) => event.currentTarget.form?.requestSubmit()}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                event.stopPropagation();
                event.currentTarget.value = contact?.name ?? '';
                setRenaming(false);
              }}
              className={`${fieldClass} h-8 font-semibold max-tablet:text-write`}
            />
          </form>
        ) : (
          <h2 className="text-title font-semibold break-words">{name}</h2>
        )}
        {contact && (
          <p className="text-meta text-ink-3">
            {t('contact.since', { date: date(contact.created_at) })}
          </p>
        )}
        {contact?.blocked && (
          <p className="mt-1 inline-flex items-center gap-1 rounded-sm bg-bad-soft px-1.5 text-[11px]/4.5 font-medium text-bad">
            <Ban size={11} aria-hidden="true" /> {t('contact.isBlocked')}
          </p>
        )}
      </div>
      <span className="flex">
        {contact && (
          <Menu
            trigger={
              <IconButton label={t('contact.actions')}>
                <Ellipsis size={16} />
              </IconButton>
            }
          >
            <MenuItem icon={<PenLine size={15} />} onSelect={later(() => setRenaming(true))}>
              {t('contact.rename')}
            </MenuItem>
            <MenuItem icon={<CirclePlus size={15} />} onSelect={later(props.onAdd)}>
              {t('contact.addIdentity')}
            </MenuItem>
            <MenuItem icon={<GitMerge size={15} />} onSelect={later(props.onMerge)}>
              {t('contact.merge')}
            </MenuItem>
            <MenuLine />
            <MenuItem icon={<Ban size={15} />} danger={!contact.blocked} onSelect={toggleBlock}>
              {t(contact.blocked ? 'contact.unblock' : 'contact.block')}
            </MenuItem>
          </Menu>
        )}
        <IconButton label={t('ui.close')} onClick={props.onClose}>
          <X size={16} />
        </IconButton>
      </span>
    </div>
  );
}
