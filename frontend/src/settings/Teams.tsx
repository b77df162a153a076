import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { peopleQuery, teamsQuery } from '../api/queries';
import type { Team } from '../api/types';
import { Avatar } from '../ui/Avatar';
import { Switch } from '../ui/Field';
import { t } from '../ui/text';
import type { Kept } from './Collection';
import { Collection, ThingForm } from './Collection';
import { Chip } from './Page';
import type { SectionProps } from './Settings';

const kept: Kept = { path: '/api/teams', keys: [teamsQuery.queryKey, peopleQuery.queryKey] };

function TeamForm({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const { data: people = [] } = useQuery(peopleQuery);
  const [restricted, setRestricted] = useState(team?.restricted ?? false);
  return (
    <ThingForm
      kept={kept}
      its={team}
      title={team ? t('teams.edit', { name: team.name }) : t('teams.add')}
      body={(form) => ({ name: form.get('name'), restricted, members: form.getAll('members') })}
      onClose={onClose}
    >
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
    </ThingForm>
  );
}

export function Teams({ admin }: SectionProps) {
  return (
    <Collection
      kept={kept}
      query={useQuery(teamsQuery)}
      admin={admin}
      title={t('settings.teams')}
      text={t('teams.text')}
      words={{
        add: t('teams.add'),
        edit: (name) => t('teams.edit', { name }),
        remove: (name) => t('teams.delete', { name }),
        removeText: t('teams.deleteText'),
      }}
      row={(team) => (
        <>
          {team.restricted && (
            <Chip>
              <Lock size={10} className="me-1 inline" aria-hidden="true" />
              {t('teams.restricted')}
            </Chip>
          )}
          <span className="figures flex-1 text-small text-ink-3">
            {t('teams.members', { count: team.members.length })}
          </span>
        </>
      )}
      form={(team, onClose) => <TeamForm team={team} onClose={onClose} />}
    />
  );
}
