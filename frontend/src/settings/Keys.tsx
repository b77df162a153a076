import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus, Trash2 } from 'lucide-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { keysQuery } from '../api/queries';
import { request } from '../api/request';
import type { ApiKey, Role } from '../api/types';
import { Button, IconButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { SelectField, TextField } from '../ui/Field';
import { Empty } from '../ui/States';
import { t } from '../ui/text';
import { ago } from '../ui/time';
import { Confirm } from './Confirm';
import { Cards, Chip, Page } from './Page';
import { Remote } from './Remote';
import { Secret } from './Secret';
import { useSaving } from './useSaving';

const roles: Role[] = ['agent', 'supervisor', 'administrator'];

type Made = { key: ApiKey; secret: string };

function KeyForm({ onClose, onMade }: { onClose: () => void; onMade: (made: Made) => void }) {
  const { save, busy } = useSaving(keysQuery.queryKey);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = Object.fromEntries(new FormData(event.currentTarget));
    const made = await save(() => request<Made>('POST', '/api/keys', { body }));
    if (!made) return;
    onClose();
    onMade(made);
  };
  return (
    <Dialog title={t('keys.add')} onClose={onClose} width="narrow">
      <form className="flex flex-col gap-4 px-5 pt-2 pb-5" onSubmit={(event) => void submit(event)}>
        <TextField label={t('person.name')} name="name" required />
        <SelectField label={t('people.role')} name="role" defaultValue="agent">
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`role.${role}`)}
            </option>
          ))}
        </SelectField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" look="primary" disabled={busy}>
            {t('keys.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

export function Keys() {
  const query = useQuery(keysQuery);
  const { save } = useSaving(keysQuery.queryKey);
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const [leaving, setLeaving] = useState<ApiKey | null>(null);
  const now = Date.now();
  return (
    <Page
      title={t('settings.keys')}
      text={t('keys.text')}
      action={
        <Button look="primary" onClick={() => setAdding(true)}>
          <Plus size={15} /> {t('keys.add')}
        </Button>
      }
    >
      <Remote query={query}>
        {(keys) =>
          keys.length === 0 ? (
            <Empty icon={KeyRound} title={t('keys.none')} />
          ) : (
            <Cards label={t('settings.keys')}>
              {keys.map((key) => (
                <li key={key.id} className="flex items-center gap-3 py-2 pr-2 pl-4">
                  <div className="min-w-0 flex-1">
                    <p className="flex items-center gap-2">
                      <span className="font-medium">{key.name}</span>
                      <Chip>{t(`role.${key.role}`)}</Chip>
                    </p>
                    <p className="text-small text-ink-3">
                      <span className="font-mono">{key.hint}</span> ·{' '}
                      {t('keys.created', { ago: ago(key.created_at, now) })} ·{' '}
                      {key.last_used_at
                        ? t('keys.used', { ago: ago(key.last_used_at, now) })
                        : t('keys.unused')}
                    </p>
                  </div>
                  <IconButton
                    label={t('keys.delete', { name: key.name })}
                    onClick={() => setLeaving(key)}
                  >
                    <Trash2 size={15} />
                  </IconButton>
                </li>
              ))}
            </Cards>
          )
        }
      </Remote>
      {adding && <KeyForm onClose={() => setAdding(false)} onMade={setMade} />}
      {made && (
        <Secret
          title={t('keys.secret', { name: made.key.name })}
          text={t('keys.secretText')}
          value={made.secret}
          onClose={() => setMade(null)}
        />
      )}
      {leaving && (
        <Confirm
          title={t('keys.delete', { name: leaving.name })}
          text={t('keys.deleteText')}
          onClose={() => setLeaving(null)}
          onConfirm={() => void save(() => request('DELETE', `/api/keys/${leaving.id}`))}
        />
      )}
    </Page>
  );
}
