/** @jsxImportSource preact */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { isEmail } from '../fields';
import { t } from '../languages';

type EmailFormProps = {
  initial: string;
  action: string;
  onSubmit: (email: string) => void;
  onCancel: () => void;
};

/** One address, asked for in place. */
export function EmailForm({ initial, action, onSubmit, onCancel }: EmailFormProps) {
  const [email, setEmail] = useState(initial);
  const [isBad, setBad] = useState(false);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="email-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isEmail(email)) onSubmit(email.trim());
        else setBad(true);
      }}
    >
      <label for={id}>{t('email')}</label>
      <input
        ref={field}
        id={id}
        type="email"
        autocomplete="email"
        dir="ltr"
        value={email}
        aria-invalid={isBad}
        aria-describedby={isBad ? `${id}-bad` : undefined}
        onInput={(event) => {
          setEmail(event.currentTarget.value);
          setBad(false);
        }}
      />
      {isBad && (
        <p id={`${id}-bad`} class="problem" role="alert">
          {t('badEmail')}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="primary">
          {action}
        </button>
        <button type="button" class="plain" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
