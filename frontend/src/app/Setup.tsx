import { useNavigate, useSearch } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Problem, request } from '../api/request';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { t } from '../ui/text';
import { client } from './client';
import { Gate, Notice } from './Gate';

export const shortestPassword = 8;

/** The first administrator, by the link that the first start prints. */
export function Setup() {
  const { token } = useSearch({ from: '/setup' });
  const navigate = useNavigate();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const setUp = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      const body = { token, ...Object.fromEntries(form) };
      await request('POST', '/api/setup', { body });
      client.clear();
      await navigate({ to: '/' });
    } catch (problem) {
      setFailure(problem instanceof Problem ? problem.message : t('signIn.unreachable'));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Gate title={t('setup.title')} text={t('setup.text')}>
      <form className="mt-5 flex flex-col gap-4" onSubmit={(event) => void setUp(event)}>
        {token === '' && <Notice tone="warn">{t('setup.noToken')}</Notice>}
        <TextField label={t('person.name')} name="name" autoComplete="name" required autoFocus />
        <TextField
          label={t('person.email')}
          name="email"
          type="email"
          autoComplete="username"
          required
        />
        <TextField
          label={t('person.password')}
          hint={t('person.passwordHint', { n: shortestPassword })}
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={shortestPassword}
          required
        />
        {failure && <Notice tone="bad">{failure}</Notice>}
        <Button type="submit" look="primary" className="h-9!" disabled={busy || token === ''}>
          {t('setup.do')}
        </Button>
      </form>
    </Gate>
  );
}
