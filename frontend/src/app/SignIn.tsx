import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { siteQuery } from '../api/queries';
import { Problem, request } from '../api/request';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { t } from '../ui/text';
import { client } from './client';
import { Gate, Notice } from './Gate';

const fallbackWaitS = 30;

/** Counts down to zero, once a second. */
function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}

export function SignIn() {
  const { data: site } = useQuery(siteQuery);
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [wait, setWait] = useCountdown();
  const password = useRef<HTMLInputElement>(null);

  const signIn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      await request('POST', '/api/session', {
        body: { email: form.get('email'), password: form.get('password') },
      });
      client.clear();
      await navigate({ href: to ?? '/' });
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 429) {
        setWait(Math.ceil(Number(problem.members.retry_after ?? fallbackWaitS)));
      } else if (problem instanceof Problem && problem.status === 401) {
        setFailure(t('signIn.wrong'));
        password.current?.select();
      } else {
        setFailure(problem instanceof Problem ? problem.message : t('signIn.unreachable'));
      }
    } finally {
      setBusy(false);
    }
  };

  return (
    <Gate title={t('signIn.title')} text={site ? t('signIn.text', { name: site.name }) : undefined}>
      <form className="mt-5 flex flex-col gap-4" onSubmit={(event) => void signIn(event)}>
        {site?.setup_needed && <Notice tone="warn">{t('signIn.setUp')}</Notice>}
        <TextField
          label={t('person.email')}
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus
        />
        <TextField
          label={t('person.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          ref={password}
        />
        {failure && <Notice tone="bad">{failure}</Notice>}
        {wait > 0 && <Notice tone="warn">{t('signIn.throttled', { seconds: wait })}</Notice>}
        <Button type="submit" look="primary" className="h-9!" disabled={busy || wait > 0}>
          {t('signIn.do')}
        </Button>
        <p className="text-meta text-ink-3">{t('signIn.forgotten')}</p>
      </form>
    </Gate>
  );
}
