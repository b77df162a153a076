import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Problem, request } from '../api/request';
import { t } from '../ui/text';
import { client } from './client';

/** Comes in by a link: sends the form, then begins afresh as whoever the link made of its reader. */
export function useEntering(path: string, more: Record<string, string> = {}) {
  const navigate = useNavigate();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const enter = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = { ...more, ...Object.fromEntries(new FormData(event.currentTarget)) };
    setBusy(true);
    setFailure(null);
    try {
      await request('POST', path, { body });
      client.clear();
      await navigate({ to: '/' });
    } catch (problem) {
      setFailure(problem instanceof Problem ? problem.message : t('signIn.unreachable'));
    } finally {
      setBusy(false);
    }
  };
  return { enter, busy, failure };
}
