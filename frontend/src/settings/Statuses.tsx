import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { statusesQuery } from '../api/queries';
import { request } from '../api/request';
import type { Category, Status } from '../api/types';
import { Button } from '../ui/Button';
import { SelectField, TextField } from '../ui/Field';
import { t } from '../ui/text';
import { Confirm } from './Confirm';
import { FormDialog } from './FormDialog';
import { Cards, Chip, Page, Row } from './Page';
import { Remote } from './Remote';
import type { SectionProps } from './Settings';
import { useSaving } from './useSaving';

const categories: Category[] = ['open', 'pending', 'snoozed', 'resolved', 'spam'];

const isBuiltIn = ({ id }: Status) => (categories as string[]).includes(id);

function StatusForm({ status, onClose }: { status: Status | null; onClose: () => void }) {
  const { save, busy } = useSaving(statusesQuery.queryKey);
  const submit = (form: FormData) => {
    const body = Object.fromEntries(form);
    return save(() =>
      status
        ? request<Status>('PATCH', `/api/statuses/${status.id}`, { body })
        : request<Status>('POST', '/api/statuses', { body }),
    );
  };
  return (
    <FormDialog
      title={status ? t('statuses.edit', { name: status.name }) : t('statuses.add')}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
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
    </FormDialog>
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
              <Row
                key={status.id}
                edit={
                  admin && {
                    label: t('statuses.edit', { name: status.name }),
                    do: () => setEditing(status),
                  }
                }
                remove={
                  admin &&
                  !isBuiltIn(status) && {
                    label: t('statuses.delete', { name: status.name }),
                    do: () => setLeaving(status),
                  }
                }
              >
                <span className="font-medium">{status.name}</span>
                <span className="flex-1 text-small text-ink-3">
                  {t(`category.${status.category}`)}
                </span>
                {isBuiltIn(status) && <Chip>{t('statuses.builtIn')}</Chip>}
              </Row>
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
