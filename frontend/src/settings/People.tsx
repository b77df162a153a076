import { useQuery } from '@tanstack/react-query';
import { Ellipsis, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { peopleQuery, teamsQuery } from '../api/queries';
import { request } from '../api/request';
import type { Person, Role, Team } from '../api/types';
import { Avatar } from '../ui/Avatar';
import { Button, IconButton } from '../ui/Button';
import { SelectField, TextField } from '../ui/Field';
import { Menu, MenuItem, MenuLine } from '../ui/Menu';
import { t } from '../ui/text';
import { ago } from '../ui/time';
import { FormDialog } from './FormDialog';
import { Cards, Chip, Page } from './Page';
import { Remote } from './Remote';
import { Secret } from './Secret';
import type { SectionProps } from './Settings';
import { useSaving } from './useSaving';

const roles: Role[] = ['agent', 'supervisor', 'administrator'];

type Handed = { title: string; email: string; link: string };

function TeamBoxes({ teams, chosen }: { teams: Team[]; chosen: string[] }) {
  if (teams.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 text-small font-medium">{t('people.teams')}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {teams.map((team) => (
          <label key={team.id} className="flex min-h-7 items-center gap-2">
            <input
              type="checkbox"
              name="teams"
              value={team.id}
              defaultChecked={chosen.includes(team.id)}
              className="size-4 accent-brand"
            />
            {team.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type FormProps = {
  person: Person | null;
  onClose: () => void;
  onInvited: (handed: Handed) => void;
};

function PersonForm({ person, onClose, onInvited }: FormProps) {
  const { data: teams = [] } = useQuery(teamsQuery);
  const { save, busy } = useSaving(peopleQuery.queryKey, teamsQuery.queryKey);
  const change = (body: object, { id }: Person) =>
    save(() => request<Person>('PATCH', `/api/people/${id}`, { body }), t('ui.saved'));
  const invite = async (body: object) => {
    const made = await save(() =>
      request<{ person: Person; link: string }>('POST', '/api/people', { body }),
    );
    if (made) {
      const title = t('people.link', { name: made.person.name });
      onInvited({ title, email: made.person.email, link: made.link });
    }
    return made;
  };
  const submit = (form: FormData) => {
    const body = { name: form.get('name'), role: form.get('role'), teams: form.getAll('teams') };
    return person ? change(body, person) : invite({ ...body, email: form.get('email') });
  };
  return (
    <FormDialog
      title={person ? t('people.editTitle', { name: person.name }) : t('people.invite')}
      action={t(person ? 'ui.save' : 'people.inviteDo')}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t('person.name')} name="name" required defaultValue={person?.name} />
      {!person && <TextField label={t('person.email')} name="email" type="email" required />}
      <SelectField label={t('people.role')} name="role" defaultValue={person?.role ?? 'agent'}>
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </SelectField>
      <TeamBoxes teams={teams} chosen={person?.teams ?? []} />
    </FormDialog>
  );
}

export function People({ admin }: SectionProps) {
  const query = useQuery(peopleQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const { save } = useSaving(peopleQuery.queryKey);
  const [editing, setEditing] = useState<Person | 'new' | null>(null);
  const [handed, setHanded] = useState<Handed | null>(null);

  const link = async (person: Person, kind: 'invitation' | 'reset') => {
    const made = await save(() =>
      request<{ link: string }>('POST', `/api/people/${person.id}/${kind}`),
    );
    if (!made) return;
    const title = t(kind === 'reset' ? 'people.resetLink' : 'people.link', { name: person.name });
    setHanded({ title, email: person.email, link: made.link });
  };
  const setActive = (person: Person, active: boolean) =>
    void save(
      () => request('PATCH', `/api/people/${person.id}`, { body: { active } }),
      active ? t('ui.saved') : t('people.deactivated', { name: person.name }),
    );
  const seen = (person: Person) =>
    person.last_seen
      ? t('people.lastSeen', { ago: ago(person.last_seen, Date.now()) })
      : t('people.never');

  return (
    <Page
      title={t('settings.people')}
      text={admin ? t('people.text') : t('settings.onlyAdministrators')}
      action={
        admin && (
          <Button look="primary" onClick={() => setEditing('new')}>
            <UserPlus size={15} /> {t('people.invite')}
          </Button>
        )
      }
    >
      <Remote query={query}>
        {(people) => (
          <Cards label={t('settings.people')}>
            {people.map((person) => (
              <li key={person.id} className="flex items-center gap-3 py-2.5 pe-2 ps-4">
                <Avatar name={person.name} className={person.active ? '' : 'opacity-50'} />
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-center gap-x-2">
                    <span
                      className={`font-medium ${person.active ? '' : 'text-ink-3 line-through'}`}
                    >
                      {person.name}
                    </span>
                    <Chip>{t(`role.${person.role}`)}</Chip>
                    {person.invited && person.active && (
                      <Chip tone="warn">{t('people.invited')}</Chip>
                    )}
                    {!person.active && <Chip tone="bad">{t('people.inactive')}</Chip>}
                  </p>
                  <p className="truncate text-small text-ink-3">
                    {person.email} ·{' '}
                    {person.teams
                      .map((id) => teams.find((team) => team.id === id)?.name)
                      .filter(Boolean)
                      .join(', ') || t('people.noTeams')}
                  </p>
                </div>
                <span className="text-meta text-ink-3 max-tablet:hidden">{seen(person)}</span>
                {admin && (
                  <Menu
                    trigger={
                      <IconButton label={t('people.actions', { name: person.name })}>
                        <Ellipsis size={16} />
                      </IconButton>
                    }
                  >
                    <MenuItem onSelect={() => setEditing(person)}>{t('people.edit')}</MenuItem>
                    {person.invited ? (
                      <MenuItem onSelect={() => void link(person, 'invitation')}>
                        {t('people.again')}
                      </MenuItem>
                    ) : (
                      <MenuItem onSelect={() => void link(person, 'reset')}>
                        {t('people.reset')}
                      </MenuItem>
                    )}
                    <MenuLine />
                    <MenuItem
                      danger={person.active}
                      onSelect={() => setActive(person, !person.active)}
                    >
                      {t(person.active ? 'people.deactivate' : 'people.activate')}
                    </MenuItem>
                  </Menu>
                )}
              </li>
            ))}
          </Cards>
        )}
      </Remote>
      {editing && (
        <PersonForm
          person={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onInvited={setHanded}
        />
      )}
      {handed && (
        <Secret
          title={handed.title}
          text={t('people.linkText', { email: handed.email })}
          value={handed.link}
          onClose={() => setHanded(null)}
        />
      )}
    </Page>
  );
}
