import { BadgeCheck } from 'lucide-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { addIdentity } from '../api/contacts';
import { Problem } from '../api/request';
import type { Contact } from '../api/types';
import { channelOf, personOf } from '../api/words';
import { Button } from '../ui/Button';
import { ChannelIcon } from '../ui/ChannelIcon';
import { fieldClass } from '../ui/Field';
import { t } from '../ui/text';
import { copyText } from './Entry';

const kinds = ['email', 'phone', 'bluesky', 'webhook'] as const;

type IdentitiesProps = {
  contact: Contact;
  adding: boolean;
  onAdding: (adding: boolean) => void;
  /** Does it at the server, and asks for the contact anew. */
  onChange: (work: Promise<unknown>, said: string) => Promise<boolean>;
  /** The address is another contact's: perhaps the two are one. */
  onTaken: (address: string) => void;
};

/** By which addresses somebody writes, on every channel. */
export function Identities({ contact, adding, onAdding, onChange, onTaken }: IdentitiesProps) {
  const [busy, setBusy] = useState(false);
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const address = String(form.get('value')).trim();
    const work = addIdentity(contact.id, String(form.get('kind')), address).catch(
      (failure: unknown) => {
        if (failure instanceof Problem && failure.is('identity.taken')) onTaken(address);
        throw failure;
      },
    );
    const done = await onChange(work, t('contact.identityAdded'));
    setBusy(false);
    if (done) onAdding(false);
  };
  return (
    <>
      <ul className="flex flex-col gap-1">
        {contact.identities.map(({ kind, value, verified }) => (
          <li key={`${kind}:${value}`} className="flex items-center gap-2 text-small">
            <ChannelIcon
              channel={channelOf(kind)}
              size={14}
              label={t(`channel.${channelOf(kind)}`)}
              className="text-ink-3"
            />
            <button
              type="button"
              title={t('contact.copy')}
              onClick={() => void copyText(value, t('contact.copied'))}
              className="min-h-6 truncate rounded-sm hover:text-brand"
            >
              {personOf({ kind, name: null, value })}
            </button>
            {verified && (
              <BadgeCheck
                size={14}
                className="shrink-0 text-good"
                role="img"
                aria-label={t('contact.verified')}
              />
            )}
          </li>
        ))}
      </ul>
      {adding && (
        <form className="mt-2 flex flex-col gap-2" onSubmit={(event) => void add(event)}>
          <div className="flex gap-2">
            <select
              name="kind"
              aria-label={t('contact.kind')}
              className={`${fieldClass} h-8 w-28! shrink-0 px-1.5!`}
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`channel.${kind}`)}
                </option>
              ))}
            </select>
            <input
              name="value"
              required
              autoFocus
              autoComplete="off"
              aria-label={t('contact.address')}
              className={`${fieldClass} h-8 min-w-0 max-tablet:text-write`}
            />
          </div>
          <div className="flex justify-end gap-2">
            <Button size="small" look="quiet" onClick={() => onAdding(false)}>
              {t('ui.cancel')}
            </Button>
            <Button size="small" type="submit" disabled={busy}>
              {t('ui.add')}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
