import type {
  InputHTMLAttributes,
  ReactNode,
  Ref,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react';
import { useId } from 'react';

export const fieldClass =
  'w-full rounded-md border border-control bg-panel px-2.5 text-body text-ink outline-none transition-colors focus:border-brand focus:ring-2 focus:ring-brand/25 disabled:opacity-60 aria-invalid:border-bad';

type Around = { label: string; hint?: string | undefined; error?: string | undefined };

type FrameProps = Around & { children: (ids: { id: string; describedBy?: string }) => ReactNode };

function Frame({ label, hint, error, children }: FrameProps) {
  const id = useId();
  const about = error ?? hint;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-small font-medium text-ink">
        {label}
      </label>
      {children({ id, ...(about ? { describedBy: `${id}-about` } : {}) })}
      {about && (
        <p id={`${id}-about`} className={`text-meta ${error ? 'text-bad' : 'text-ink-3'}`}>
          {about}
        </p>
      )}
    </div>
  );
}

type InputProps = Around & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };

export function TextField({ label, hint, error, className = '', ...rest }: InputProps) {
  return (
    <Frame label={label} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <input
          id={id}
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
          className={`${fieldClass} h-9 max-tablet:text-write ${className}`}
          {...rest}
        />
      )}
    </Frame>
  );
}

type SelectProps = Around & SelectHTMLAttributes<HTMLSelectElement>;

export function SelectField({ label, hint, error, className = '', ...rest }: SelectProps) {
  return (
    <Frame label={label} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <select
          id={id}
          aria-describedby={describedBy}
          className={`${fieldClass} h-9 ${className}`}
          {...rest}
        />
      )}
    </Frame>
  );
}

type AreaProps = Around & TextareaHTMLAttributes<HTMLTextAreaElement>;

export function AreaField({ label, hint, error, className = '', ...rest }: AreaProps) {
  return (
    <Frame label={label} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <textarea
          id={id}
          aria-describedby={describedBy}
          className={`${fieldClass} py-2 ${className}`}
          {...rest}
        />
      )}
    </Frame>
  );
}

type SwitchProps = {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
};

export function Switch({ label, hint, checked, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <button
        type="button"
        role="switch"
        aria-checked={checked}
        aria-labelledby={id}
        onClick={() => onChange(!checked)}
        className={`relative mt-px h-6 w-10 shrink-0 rounded-full border transition-colors ${checked ? 'border-brand bg-brand' : 'border-control bg-sunk'}`}
      >
        <span
          className={`absolute top-[3px] inset-s-[3px] size-4 rounded-full transition-transform ${checked ? 'translate-x-4 bg-on-brand rtl:-translate-x-4' : 'bg-control'}`}
        />
      </button>
      <span className="flex flex-col">
        <span id={id} className="font-medium">
          {label}
        </span>
        {hint && <span className="text-small text-ink-3">{hint}</span>}
      </span>
    </div>
  );
}
