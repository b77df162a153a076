import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Hint } from './Hint';

type Look = 'primary' | 'plain' | 'quiet' | 'danger' | 'note';
type Size = 'small' | 'normal';

const looks: Record<Look, string> = {
  primary: 'bg-brand text-on-brand hover:bg-brand-strong',
  plain: 'bg-panel text-ink border border-line-strong hover:bg-hover active:bg-pressed',
  quiet:
    'text-ink-2 hover:bg-hover hover:text-ink active:bg-pressed data-[state=open]:bg-pressed data-[state=open]:text-ink',
  danger: 'bg-bad text-on-bad hover:opacity-90',
  note: 'bg-note border border-note-line text-note-ink hover:bg-note-line hover:text-ink',
};

const sizes: Record<Size, string> = {
  small: 'h-7 px-2 text-small gap-1.5',
  normal: 'h-8 px-3 text-body gap-2',
};

export const buttonClass = (look: Look = 'plain', size: Size = 'normal') =>
  `inline-flex items-center justify-center rounded-md font-medium whitespace-nowrap select-none transition-colors duration-100 disabled:opacity-50 aria-disabled:opacity-50 ${looks[look]} ${sizes[size]}`;

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: Look;
  size?: Size;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({ look, size, className = '', type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={`${buttonClass(look, size)} ${className}`} {...rest} />;
}

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  label: string;
  keys?: string;
  pressed?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
};

/** A button that shows only an icon: its name is its label and its tooltip. */
export function IconButton({ label, keys, pressed, className = '', ...rest }: IconButtonProps) {
  return (
    <Hint text={label} {...(keys ? { keys } : {})}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        className={`inline-flex size-8 shrink-0 items-center justify-center rounded-md text-ink-2 transition-colors duration-100 hover:bg-hover hover:text-ink active:bg-pressed disabled:opacity-50 aria-pressed:text-brand data-[state=open]:bg-pressed ${className}`}
        {...rest}
      />
    </Hint>
  );
}
