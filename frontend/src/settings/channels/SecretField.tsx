import { KeyRound } from 'lucide-react';
import { useId } from 'react';
import { Button } from '../../ui/Button';
import { Copy } from '../../ui/Copy';
import { fieldClass } from '../../ui/Field';
import { t } from '../../ui/text';
import { newSecret } from './form';

type SecretFieldProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Whether the server has one already. */
  kept: boolean;
  /** What takes its place; undefined while nothing does, blank to take it away. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  /** Ours to make up, and the other side's to be given. */
  ours: boolean;
  required: boolean;
};

/** Something that is given once and never shown again. */
export function SecretField(props: SecretFieldProps) {
  const { label, hint, error, kept, value, onChange, ours, required } = props;
  const id = useId();
  const about = error ?? (ours && value ? t('secret.copyNow') : hint);
  const describedBy = about ? { 'aria-describedby': `${id}-about` } : {};
  // one that is refused has to be typed again, so there is something to type it into
  const isUntouched = kept && value === undefined && !error;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-small font-medium">
        {label}
      </label>
      {isUntouched ? (
        <div className="flex items-center gap-2">
          <input
            id={id}
            disabled
            value={t('secret.kept')}
            {...describedBy}
            className={`${fieldClass} h-9 text-ink-3`}
          />
          <Button
            className="h-9!"
            aria-label={t('secret.replaceOf', { what: label })}
            onClick={() => onChange(ours ? newSecret() : '')}
          >
            {t('secret.replace')}
          </Button>
          {!required && (
            <Button
              look="quiet"
              className="h-9!"
              aria-label={t('secret.removeOf', { what: label })}
              onClick={() => onChange('')}
            >
              {t('secret.remove')}
            </Button>
          )}
        </div>
      ) : ours && value ? (
        <Copy label={label} value={value} />
      ) : (
        <div className="flex items-center gap-2">
          <input
            id={id}
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={value ?? ''}
            aria-invalid={error ? true : undefined}
            {...describedBy}
            onChange={(event) => onChange(event.target.value)}
            className={`${fieldClass} h-9 max-tablet:text-write`}
          />
          {ours && (
            <Button
              className="h-9!"
              aria-label={t('secret.makeOf', { what: label })}
              onClick={() => onChange(newSecret())}
            >
              <KeyRound size={15} /> {t('secret.make')}
            </Button>
          )}
        </div>
      )}
      {about && (
        <p id={`${id}-about`} className={`text-meta ${error ? 'text-bad' : 'text-ink-3'}`}>
          {about}
        </p>
      )}
      {kept && value !== undefined && (
        <p className="flex items-center gap-2 text-meta text-ink-3">
          {t(value ? 'secret.willReplace' : 'secret.willGo')}
          <button
            type="button"
            className="font-medium text-brand hover:underline"
            onClick={() => onChange(undefined)}
          >
            {t('secret.keep')}
          </button>
        </p>
      )}
    </div>
  );
}
