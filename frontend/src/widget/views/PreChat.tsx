/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
import type { AskedField, Config } from '../config';
import { complaint, kindOf, profileOf } from '../fields';
import type { Key } from '../languages';
import { t } from '../languages';
import type { Profile } from '../live/frames';
import { FormField } from './FormField';
import { BackIcon, CloseIcon } from './icons';

type PreChatProps = {
  config: Config;
  fields: AskedField[];
  known: Profile;
  onDone: (profile: Profile) => void;
  onBack: () => void;
  onClose: () => void;
};

/** What is asked before the first message, and never again. */
export function PreChat({ config, fields, known, onDone, onBack, onClose }: PreChatProps) {
  const [values, setValues] = useState<Record<string, string>>({});
  const [complaints, setComplaints] = useState<Record<string, Key>>({});
  const form = useRef<HTMLFormElement>(null);
  const canSkip = fields.every(({ required }) => !required);

  const submit = () => {
    const found = fields.flatMap((field) => {
      const wrong = complaint(field, values[field.name] ?? '');
      return wrong ? [[field.name, wrong] as const] : [];
    });
    setComplaints(Object.fromEntries(found));
    const first = found[0]?.[0];
    if (first === undefined) return onDone(profileOf(values, known));
    const control = form.current?.elements.namedItem(first);
    if (control instanceof HTMLElement) control.focus();
  };

  return (
    <div class="page">
      <header class="bar head">
        <button type="button" class="round" aria-label={t('back')} onClick={onBack}>
          <BackIcon />
        </button>
        <div class="titles">
          <h1 tabIndex={-1}>{t('formTitle')}</h1>
          <p>{t('formHint')}</p>
        </div>
        <button type="button" class="round" aria-label={t('close')} onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <main class="form-body">
        <form
          ref={form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {fields.map((field) => (
            <FormField
              key={field.name}
              field={field}
              value={values[field.name] ?? ''}
              complaint={complaints[field.name]}
              {...(kindOf(field) === 'email' && config.email_continuation
                ? { hint: t('emailHint') }
                : {})}
              onChange={(value) => {
                setValues({ ...values, [field.name]: value });
                const { [field.name]: _, ...rest } = complaints;
                setComplaints(rest);
              }}
            />
          ))}
          <div class="actions">
            <button type="submit" class="primary">
              {t('begin')}
            </button>
            {canSkip && (
              <button type="button" class="plain" onClick={() => onDone(known)}>
                {t('skip')}
              </button>
            )}
          </div>
        </form>
      </main>
    </div>
  );
}
