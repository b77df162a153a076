import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { statusesQuery } from '../api/queries';
import { request } from '../api/request';
import type { Category, Status } from '../api/types';
import { Button, IconButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { SelectField, TextField } from '../ui/Field';
import { t } from '../ui/text';
import { Confirm } from './Confirm';
import { Cards, Chip, Page } from './Page';
import { Remote } from './Remote';
import type { SectionProps } from './Settings';
import { useSaving } from './useSaving';

const categories: Category[] = ['open', 'pending', 'snoozed', 'resolved', 'spam'];

const isBuiltIn = ({ id }: Status) => (categories as string[]).includes(id);

function StatusForm({ status, onClose }: { status: Status | null; onClose: () => void }) {
  const { save, busy } = useSaving(statusesQuery.queryKey);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = Object.fromEntries(new FormData(event.currentTarget));
    const done = await save(() =>
      status
        ? request<Status>('PATCH', `/api/statuses/${status.id}`, { body })
        : request<Status>('POST', '/api/statuses', { body }),
    );
    if (done) onClose();
  };
  return (
    <Dialog
      title={status ? t('statuses.edit', { name: status.name }) : t('statuses.add')}
      onClose={onClose}
      width="narrow"
    >
      <form className="flex flex-col gap-4 px-5 pt-2 pb-5" onSubmit={(event) => void submit(event)}>
        <TextField label={t('person.name')} name="name" required defaultValue={status?.name} />
        {!status && (
          <SelectField label={t('statuses.category')} name="category" defaultValue="pending">
            {categories.map((category) => (
              <option key={category} value={category}>
                {t(`category.${category}`)}
              </option>
            ))}
          </SelectField>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" look="primary" disabled={busy}>
            {t('ui.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

export function Statuses({ admin }: SectionProps) {
  const query = useQuery(statusesQuery);
  const { save } = useSaving(statusesQuery.queryKey);
  const [editing, setEditing] = useState<Status | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Status | null>(null);
  return (
    <Page
      title={t('settings.statuses')}
      text={t('statuses.text')}
      action={
        admin && (
          <Button look="primary" onClick={() => setEditing('new')}>
            <Plus size={15} /> {t('statuses.add')}
          </Button>
        )
      }
    >
      <Remote query={query}>
        {(statuses) => (
          <Cards label={t('settings.statuses')}>
            {statuses.map((status) => (
              <li key={status.id} className="flex min-h-12 items-center gap-3 py-1 pr-2 pl-4">
                <span className="font-medium">{status.name}</span>
                <span className="flex-1 text-small text-ink-3">
                  {t(`category.${status.category}`)}
                </span>
                {isBuiltIn(status) && <Chip>{t('statuses.builtIn')}</Chip>}
                {admin && (
                  <IconButton
                    label={t('statuses.edit', { name: status.name })}
                    onClick={() => setEditing(status)}
                  >
                    <Pencil size={15} />
                  </IconButton>
                )}
                {admin && !isBuiltIn(status) && (
                  <IconButton
                    label={t('statuses.delete', { name: status.name })}
                    onClick={() => setLeaving(status)}
                  >
                    <Trash2 size={15} />
                  </IconButton>
                )}
              </li>
            ))}
          </Cards>
        )}
      </Remote>
      {editing && (
        <StatusForm status={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      {leaving && (
        <Confirm
          title={t('statuses.delete', { name: leaving.name })}
          text={t('statuses.deleteText')}
          onClose={() => setLeaving(null)}
          onConfirm={() => void save(() => request('DELETE', `/api/statuses/${leaving.id}`))}
        />
      )}
    </Page>
  );
}
