import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { keysQuery } from '../api/queries';
import { request } from '../api/request';
import type { ApiKey } from '../api/types';
import { Button } from '../ui/Button';
import { SelectField, TextField } from '../ui/Field';
import { Empty } from '../ui/States';
import { t } from '../ui/text';
import { ago } from '../ui/time';
import { Confirm } from './Confirm';
import { FormDialog } from './FormDialog';
import { Cards, Chip, Page, Row } from './Page';
import { Remote } from './Remote';
import { Secret } from './Secret';
import { useSaving } from './useSaving';

const roles = ['agent', 'supervisor', 'administrator', 'wall'] as const satisfies ApiKey['role'][];

/** What is handed on: of a wall the link that is opened at it once. */
const handedOn = ({ key, secret }: Made): string =>
  key.role === 'wall' ? `${location.origin}/wall?rotate=true#${secret}` : secret;

type Made = { key: ApiKey; secret: string };

function KeyForm({ onClose, onMade }: { onClose: () => void; onMade: (made: Made) => void }) {
  const { save, busy } = useSaving(keysQuery.queryKey);
  const submit = async (form: FormData) => {
    const body = Object.fromEntries(form);
    const made = await save(() => request<Made>('POST', '/api/keys', { body }));
    if (made) onMade(made);
    return made;
  };
  return (
    <FormDialog
      title={t('keys.add')}
      action={t('keys.add')}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t('person.name')} name="name" required />
      <SelectField label={t('people.role')} name="role" defaultValue="agent">
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </SelectField>
    </FormDialog>
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
                <Row
                  key={key.id}
                  remove={{
                    label: t('keys.delete', { name: key.name }),
                    do: () => setLeaving(key),
                  }}
                >
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
                </Row>
              ))}
            </Cards>
          )
        }
      </Remote>
      {adding && <KeyForm onClose={() => setAdding(false)} onMade={setMade} />}
      {made && (
        <Secret
          title={t('keys.secret', { name: made.key.name })}
          text={t(made.key.role === 'wall' ? 'keys.wallText' : 'keys.secretText')}
          value={handedOn(made)}
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
