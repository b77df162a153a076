import { useQuery } from '@tanstack/react-query';
import { Lock, Plus } from 'lucide-react';
import { useState } from 'react';
import { peopleQuery, teamsQuery } from '../api/queries';
import { request } from '../api/request';
import type { Team } from '../api/types';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { Switch, TextField } from '../ui/Field';
import { t } from '../ui/text';
import { Confirm } from './Confirm';
import { FormDialog } from './FormDialog';
import { Cards, Chip, Page, Row } from './Page';
import { Remote } from './Remote';
import type { SectionProps } from './Settings';
import { useSaving } from './useSaving';

function TeamForm({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const { data: people = [] } = useQuery(peopleQuery);
  const { save, busy } = useSaving(teamsQuery.queryKey, peopleQuery.queryKey);
  const [restricted, setRestricted] = useState(team?.restricted ?? false);
  const submit = (form: FormData) => {
    const body = { name: form.get('name'), restricted, members: form.getAll('members') };
    return save(() =>
      team
        ? request<Team>('PATCH', `/api/teams/${team.id}`, { body })
        : request<Team>('POST', '/api/teams', { body }),
    );
  };
  return (
    <FormDialog
      title={team ? t('teams.edit', { name: team.name }) : t('teams.add')}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t('person.name')} name="name" required defaultValue={team?.name} />
      <fieldset>
        <legend className="mb-1 text-small font-medium">{t('teams.membersTitle')}</legend>
        {people
          .filter(({ active }) => active)
          .map((person) => (
            <label key={person.id} className="flex min-h-8 items-center gap-2.5">
              <input
                type="checkbox"
                name="members"
                value={person.id}
                defaultChecked={team?.members.includes(person.id)}
                className="size-4 accent-brand"
              />
              <Avatar name={person.name} size="small" />
              {person.name}
            </label>
          ))}
      </fieldset>
      <Switch
        label={t('teams.restricted')}
        hint={t('teams.restrictedHint')}
        checked={restricted}
        onChange={setRestricted}
      />
    </FormDialog>
  );
}

export function Teams({ admin }: SectionProps) {
  const query = useQuery(teamsQuery);
  const { save } = useSaving(teamsQuery.queryKey, peopleQuery.queryKey);
  const [editing, setEditing] = useState<Team | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Team | null>(null);
  return (
    <Page
      title={t('settings.teams')}
      text={t('teams.text')}
      action={
        admin && (
          <Button look="primary" onClick={() => setEditing('new')}>
            <Plus size={15} /> {t('teams.add')}
          </Button>
        )
      }
    >
      <Remote query={query}>
        {(teams) => (
          <Cards label={t('settings.teams')}>
            {teams.map((team) => (
              <Row
                key={team.id}
                edit={
                  admin && {
                    label: t('teams.edit', { name: team.name }),
                    do: () => setEditing(team),
                  }
                }
                remove={
                  admin && {
                    label: t('teams.delete', { name: team.name }),
                    do: () => setLeaving(team),
                  }
                }
              >
                <span className="font-medium">{team.name}</span>
                {team.restricted && (
                  <Chip>
                    <Lock size={10} className="mr-1 inline" aria-hidden="true" />
                    {t('teams.restricted')}
                  </Chip>
                )}
                <span className="figures flex-1 text-small text-ink-3">
                  {t('teams.members', { count: team.members.length })}
                </span>
              </Row>
            ))}
          </Cards>
        )}
      </Remote>
      {editing && (
        <TeamForm team={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      {leaving && (
        <Confirm
          title={t('teams.delete', { name: leaving.name })}
          text={t('teams.deleteText')}
          onClose={() => setLeaving(null)}
          onConfirm={() => void save(() => request('DELETE', `/api/teams/${leaving.id}`))}
        />
      )}
    </Page>
  );
}
