import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { request } from '../api/request';
import type { InvitationInfo } from '../api/types';
import { Button, buttonClass } from '../ui/Button';
import { TextField } from '../ui/Field';
import { NewPasswordField } from '../ui/PasswordField';
import { Bar } from '../ui/States';
import { t } from '../ui/text';
import { Gate, Notice } from './Gate';
import { useEntering } from './useEntering';

/** A colleague's first visit, or a new password: both by a link that works once. */
export function Invitation() {
  const { token } = useSearch({ from: '/invitation' });
  const path = `/api/invitations/${encodeURIComponent(token)}`;
  const { enter, busy, failure } = useEntering(path);
  const { data, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => request<InvitationInfo>('GET', path),
    staleTime: Infinity,
    gcTime: 0,
  });

  if (error) {
    return (
      <Gate title={t('invitation.over')} text={t('invitation.overText')}>
        <Link to="/sign-in" className={`${buttonClass('plain')} mt-5 w-full`}>
          {t('signIn.title')}
        </Link>
      </Gate>
    );
  }
  if (!data) {
    return (
      <Gate title={t('invitation.loading')}>
        <Bar className="mt-5 h-9 animate-pulse" />
      </Gate>
    );
  }
  const reset = data.kind === 'reset';
  return (
    <Gate
      title={t(reset ? 'invitation.reset' : 'invitation.title')}
      text={t(reset ? 'invitation.resetText' : 'invitation.text', { email: data.email })}
    >
      <form className="mt-5 flex flex-col gap-4" onSubmit={(event) => void enter(event)}>
        <input type="hidden" autoComplete="username" value={data.email} readOnly />
        {!reset && (
          <TextField
            label={t('person.name')}
            name="name"
            autoComplete="name"
            defaultValue={data.name}
            required
          />
        )}
        <NewPasswordField label={t('person.newPassword')} name="password" autoFocus />
        {failure && <Notice tone="bad">{failure}</Notice>}
        <Button type="submit" look="primary" className="h-9!" disabled={busy}>
          {t(reset ? 'invitation.setPassword' : 'invitation.do')}
        </Button>
      </form>
    </Gate>
  );
}
