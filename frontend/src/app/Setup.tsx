import { useSearch } from '@tanstack/react-router';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { NewPasswordField } from '../ui/PasswordField';
import { t } from '../ui/text';
import { Gate, Notice } from './Gate';
import { useEntering } from './useEntering';

/** The first administrator, by the link that the first start prints. */
export function Setup() {
  const { token } = useSearch({ from: '/setup' });
  const { enter, busy, failure } = useEntering('/api/setup', { token });
  return (
    <Gate title={t('setup.title')} text={t('setup.text')}>
      <form className="mt-5 flex flex-col gap-4" onSubmit={(event) => void enter(event)}>
        {token === '' && <Notice tone="warn">{t('setup.noToken')}</Notice>}
        <TextField label={t('person.name')} name="name" autoComplete="name" required autoFocus />
        <TextField
          label={t('person.email')}
          name="email"
          type="email"
          autoComplete="username"
          required
        />
        <NewPasswordField label={t('person.password')} name="password" />
        {failure && <Notice tone="bad">{failure}</Notice>}
        <Button type="submit" look="primary" className="h-9!" disabled={busy || token === ''}>
          {t('setup.do')}
        </Button>
      </form>
    </Gate>
  );
}
