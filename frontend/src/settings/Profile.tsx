import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import { meQuery } from '../api/queries';
import { request } from '../api/request';
import type { Me } from '../api/types';
import { NoticeSettings } from '../live/NoticeSettings';
import { Button } from '../ui/Button';
import { Switch, TextField } from '../ui/Field';
import { NewPasswordField } from '../ui/PasswordField';
import { prefer, usePreferences } from '../ui/preferences';
import { t } from '../ui/text';
import { clockIn } from '../ui/time';
import { useUnsaved } from '../ui/unsaved';
import { ZoneField } from '../ui/ZoneField';
import { card, Page } from './Page';
import { Remote } from './Remote';
import { useSaving } from './useSaving';

function Choice<T extends string>(props: {
  title: string;
  values: readonly T[];
  text: (value: T) => string;
  value: T;
  onChange: (value: T) => void;
}) {
  return (
    <fieldset>
      <legend className="mb-1 text-small font-medium">{props.title}</legend>
      <div className="inline-flex rounded-md border border-control p-0.5">
        {props.values.map((one) => (
          <label
            key={one}
            className={`flex h-7 items-center rounded-sm px-3 text-small has-focus-visible:outline-2 has-focus-visible:outline-brand ${one === props.value ? 'bg-brand text-on-brand' : 'text-ink-2 hover:text-ink'}`}
          >
            <input
              type="radio"
              name={props.title}
              className="sr-only"
              checked={one === props.value}
              onChange={() => props.onChange(one)}
            />
            {props.text(one)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function About({ me }: { me: Me }) {
  const { save, busy } = useSaving(meQuery.queryKey);
  const [name, setName] = useState(me.name);
  const [zone, setZone] = useState(me.zone);
  useUnsaved(name !== me.name || zone !== me.zone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(() => request('PATCH', '/api/me', { body: { name, zone } }), t('ui.saved'));
  };
  return (
    <form className={card} onSubmit={submit} aria-label={t('profile.you')}>
      <TextField
        label={t('person.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        required
      />
      <TextField label={t('person.email')} value={me.email} disabled readOnly />
      <ZoneField
        label={t('profile.zone')}
        hint={t('profile.zoneHint', { now: clockIn(zone) })}
        value={zone}
        onChange={setZone}
      />
      <Button type="submit" look="primary" className="self-start" disabled={busy}>
        {t(busy ? 'ui.saving' : 'ui.save')}
      </Button>
    </form>
  );
}

function Password() {
  const { save, busy } = useSaving();
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = Object.fromEntries(new FormData(event.currentTarget));
    const done = await save(
      () => request('PATCH', '/api/me', { body: { password } }),
      t('profile.passwordChanged'),
    );
    if (done !== undefined) form.current?.reset();
  };
  return (
    <form ref={form} className={card} onSubmit={(event) => void submit(event)}>
      <h2 className="text-title font-semibold">{t('profile.changePassword')}</h2>
      <TextField
        label={t('profile.currentPassword')}
        name="current"
        type="password"
        autoComplete="current-password"
        required
      />
      <NewPasswordField label={t('person.newPassword')} name="next" />
      <Button type="submit" className="self-start" disabled={busy}>
        {t('profile.changePassword')}
      </Button>
    </form>
  );
}

export function Profile() {
  const query = useQuery(meQuery);
  const { theme, density, direction, letters } = usePreferences();
  return (
    <Page title={t('settings.profile')}>
      <div className="flex flex-col gap-5">
        <Remote query={query}>{(me) => <About key={me.id} me={me} />}</Remote>
        <section className={card}>
          <div>
            <h2 className="text-title font-semibold">{t('profile.display')}</h2>
            <p className="text-small text-ink-3">{t('profile.displayText')}</p>
          </div>
          <Choice
            title={t('theme.title')}
            text={(value) => t(`theme.${value}`)}
            values={['system', 'light', 'dark'] as const}
            value={theme}
            onChange={(value) => prefer({ theme: value })}
          />
          <Choice
            title={t('density.title')}
            text={(value) => t(`density.${value}`)}
            values={['comfortable', 'compact', 'line'] as const}
            value={density}
            onChange={(value) => prefer({ density: value })}
          />
          <Choice
            title={t('direction.title')}
            text={(value) => t(`direction.${value}`)}
            values={['ltr', 'rtl'] as const}
            value={direction}
            onChange={(value) => prefer({ direction: value })}
          />
          <Switch
            label={t('profile.letters')}
            hint={t('profile.lettersHint')}
            checked={letters}
            onChange={(on) => prefer({ letters: on })}
          />
        </section>
        <section className={card}>
          <h2 className="text-title font-semibold">{t('notice.title')}</h2>
          <NoticeSettings />
        </section>
        <Password />
      </div>
    </Page>
  );
}
