import { useQuery } from '@tanstack/react-query';
import { Tag } from 'lucide-react';
import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import { labelsQuery } from '../api/queries';
import { request } from '../api/request';
import type { Label } from '../api/types';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Empty } from '../ui/States';
import { t } from '../ui/text';
import { Confirm } from './Confirm';
import { Cards, Page, Row } from './Page';
import { Remote } from './Remote';
import { useSaving } from './useSaving';

const firstColour = '#0369a1';

export function Labels() {
  const query = useQuery(labelsQuery);
  const { save, busy } = useSaving(labelsQuery.queryKey);
  const [leaving, setLeaving] = useState<Label | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = Object.fromEntries(new FormData(event.currentTarget));
    if (await save(() => request<Label>('POST', '/api/labels', { body }))) form.current?.reset();
  };
  return (
    <Page title={t('settings.labels')} text={t('labels.text')}>
      <form
        ref={form}
        onSubmit={(event) => void add(event)}
        className="mb-4 flex items-end gap-3 rounded-lg border border-line bg-panel p-4"
      >
        <div className="flex-1">
          <TextField label={t('labels.add')} name="name" required maxLength={40} />
        </div>
        <TextField
          label={t('labels.color')}
          name="color"
          type="color"
          defaultValue={firstColour}
          className="w-14! p-1!"
        />
        <Button type="submit" look="primary" className="h-9!" disabled={busy}>
          {t('ui.add')}
        </Button>
      </form>
      <Remote query={query}>
        {(labels) =>
          labels.length === 0 ? (
            <Empty icon={Tag} title={t('labels.none')} />
          ) : (
            <Cards label={t('settings.labels')}>
              {labels.map((label) => (
                <Row
                  key={label.name}
                  remove={{
                    label: t('labels.delete', { name: label.name }),
                    do: () => setLeaving(label),
                  }}
                >
                  <span className="size-3 rounded-full" style={{ backgroundColor: label.color }} />
                  <span className="flex-1 font-medium">{label.name}</span>
                </Row>
              ))}
            </Cards>
          )
        }
      </Remote>
      {leaving && (
        <Confirm
          title={t('labels.delete', { name: leaving.name })}
          text={t('labels.deleteText')}
          onClose={() => setLeaving(null)}
          onConfirm={() =>
            void save(() => request('DELETE', `/api/labels/${encodeURIComponent(leaving.name)}`))
          }
        />
      )}
    </Page>
  );
}
