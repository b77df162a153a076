import type { QueryKey, UseQueryResult } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { request } from '../api/request';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { t } from '../ui/text';
import { Confirm } from './Confirm';
import { FormDialog } from './FormDialog';
import { Cards, Page, Row } from './Page';
import { Remote } from './Remote';
import { useSaving } from './useSaving';

type Named = { id: string; name: string };

/** Where the things are kept at the server, and what is fetched again when one of them has changed. */
export type Kept = { path: string; keys: readonly QueryKey[] };

type CollectionProps<T> = {
  kept: Kept;
  query: UseQueryResult<T[]>;
  admin: boolean;
  title: string;
  text: string;
  words: {
    add: string;
    edit: (name: string) => string;
    remove: (name: string) => string;
    removeText: string;
  };
  /** Some come with the product and stay. */
  stays?: (its: T) => boolean;
  row: (its: T) => ReactNode;
  /** `its` is null for one to be. */
  form: (its: T | null, onClose: () => void) => ReactNode;
};

/** Things with names that administrators add, change and remove, each in a row. */
export function Collection<T extends Named>(props: CollectionProps<T>) {
  const { kept, query, admin, title, words, stays } = props;
  const { save } = useSaving(...kept.keys);
  const [editing, setEditing] = useState<T | 'new' | null>(null);
  const [leaving, setLeaving] = useState<T | null>(null);
  return (
    <Page
      title={title}
      text={props.text}
      action={
        admin && (
          <Button look="primary" onClick={() => setEditing('new')}>
            <Plus size={15} /> {words.add}
          </Button>
        )
      }
    >
      <Remote query={query}>
        {(all) => (
          <Cards label={title}>
            {all.map((its) => (
              <Row
                key={its.id}
                edit={admin && { label: words.edit(its.name), do: () => setEditing(its) }}
                remove={
                  admin &&
                  !stays?.(its) && { label: words.remove(its.name), do: () => setLeaving(its) }
                }
              >
                <span className="font-medium">{its.name}</span>
                {props.row(its)}
              </Row>
            ))}
          </Cards>
        )}
      </Remote>
      {editing && props.form(editing === 'new' ? null : editing, () => setEditing(null))}
      {leaving && (
        <Confirm
          title={words.remove(leaving.name)}
          text={words.removeText}
          onClose={() => setLeaving(null)}
          onConfirm={() => void save(() => request('DELETE', `${kept.path}/${leaving.id}`))}
        />
      )}
    </Page>
  );
}

type ThingFormProps = {
  kept: Kept;
  its: Named | null;
  title: string;
  body: (form: FormData) => object;
  onClose: () => void;
  children: ReactNode;
};

/** The dialog of one of them: adds it, or changes the one there is. */
export function ThingForm({ kept, its, title, body, onClose, children }: ThingFormProps) {
  const { save, busy } = useSaving(...kept.keys);
  const submit = (form: FormData) =>
    save(() =>
      its
        ? request<unknown>('PATCH', `${kept.path}/${its.id}`, { body: body(form) })
        : request<unknown>('POST', kept.path, { body: body(form) }),
    );
  return (
    <FormDialog title={title} busy={busy} onSubmit={submit} onClose={onClose}>
      <TextField label={t('person.name')} name="name" required defaultValue={its?.name} />
      {children}
    </FormDialog>
  );
}
