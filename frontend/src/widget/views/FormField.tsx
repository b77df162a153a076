/** @jsxImportSource preact */
import { useId } from 'preact/hooks';
import type { AskedField } from '../config';
import { kindOf } from '../fields';
import type { Key } from '../languages';
import { t } from '../languages';

type FormFieldProps = {
  field: AskedField;
  value: string;
  complaint: Key | undefined;
  hint?: string;
  onChange: (value: string) => void;
};

const completes: Record<string, string> = {
  name: 'name',
  email: 'email',
  tel: 'tel',
  phone: 'tel',
};

export function FormField({ field, value, complaint, hint, onChange }: FormFieldProps) {
  const id = useId();
  const kind = kindOf(field);
  const described = [hint && `${id}-hint`, complaint && `${id}-bad`].filter(Boolean).join(' ');
  const shared = {
    id,
    name: field.name,
    value,
    required: field.required,
    'aria-invalid': Boolean(complaint),
    ...(described ? { 'aria-describedby': described } : {}),
  };
  if (kind === 'flag') {
    return (
      <div class="field flag">
        <input
          {...shared}
          type="checkbox"
          value="true"
          checked={value === 'true'}
          onChange={(event) => onChange(event.currentTarget.checked ? 'true' : '')}
        />
        <label for={id} dir="auto">
          {field.label}
        </label>
        <Below id={id} complaint={complaint} />
      </div>
    );
  }
  return (
    <div class="field">
      <label for={id} dir="auto">
        {field.label}
        {!field.required && <span class="quiet"> ({t('optional')})</span>}
      </label>
      {kind === 'multiline' && (
        <textarea {...shared} rows={3} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      {kind === 'choice' && (
        <select {...shared} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{t('choose')}</option>
          {(field.choices ?? []).map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      )}
      {kind !== 'multiline' && kind !== 'choice' && (
        <input
          {...shared}
          type={(kind === 'number' ? 'text' : kind) as 'text'}
          {...(kind === 'number' ? { inputMode: 'decimal' as const } : {})}
          {...(completes[field.name] ? { autocomplete: completes[field.name] } : {})}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {hint && (
        <p id={`${id}-hint`} class="quiet">
          {hint}
        </p>
      )}
      <Below id={id} complaint={complaint} />
    </div>
  );
}

function Below({ id, complaint }: { id: string; complaint: Key | undefined }) {
  if (!complaint) return null;
  return (
    <p id={`${id}-bad`} class="problem" role="alert">
      {t(complaint)}
    </p>
  );
}
