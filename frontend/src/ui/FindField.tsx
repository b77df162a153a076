import type { InputHTMLAttributes } from 'react';

type FindFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & {
  label: string;
  value: string;
  onText: (text: string) => void;
  small?: boolean;
};

/** The line at the head of a list that is narrowed by typing. */
export function FindField({ label, onText, small = false, ...rest }: FindFieldProps) {
  return (
    <input
      {...rest}
      aria-label={label}
      placeholder={label}
      onChange={(event) => onText(event.target.value)}
      className={`w-full shrink-0 border-b border-line bg-transparent outline-none ${small ? 'h-9 px-3 text-body' : 'h-13 px-4 text-write'}`}
    />
  );
}
