import { TextField } from './Field';
import { t } from './text';

const shortest = 8;

type PasswordFieldProps = { label: string; name: string; autoFocus?: boolean };

/** A password to be: the same rule wherever one is chosen. */
export const NewPasswordField = (props: PasswordFieldProps) => (
  <TextField
    hint={t('person.passwordHint', { n: shortest })}
    type="password"
    autoComplete="new-password"
    minLength={shortest}
    required
    {...props}
  />
);
