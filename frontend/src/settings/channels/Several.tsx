import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { Button, IconButton } from '../../ui/Button';

type SeveralProps<T> = {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  none: string;
  add: string;
  remove: (number: number) => string;
  items: readonly T[];
  fresh: T;
  onChange: (items: T[]) => void;
  children: (item: T, change: (item: T) => void, number: number) => ReactNode;
};

/** Several of the same, each in a row of its own. */
export function Several<T>(props: SeveralProps<T>) {
  const { label, hint, error, items, fresh, onChange, children } = props;
  const id = useId();
  const about = error ?? hint;
  const put = (at: number, item: T) =>
    onChange(items.map((one, index) => (index === at ? item : one)));
  return (
    <fieldset
      aria-describedby={about ? `${id}-about` : undefined}
      {...(error ? { 'data-invalid': true, tabIndex: -1 } : {})}
    >
      <legend className="text-small font-medium">{label}</legend>
      {items.length === 0 && <p className="text-small text-ink-3">{props.none}</p>}
      <ul className="mt-1 flex flex-col gap-2">
        {items.map((item, at) => (
          // rows have nothing of their own to be known by, and only their fields have a state
          <li key={at} className="flex items-start gap-2 rounded-md border border-line p-2">
            <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
              {children(item, (changed) => put(at, changed), at + 1)}
            </div>
            <IconButton
              label={props.remove(at + 1)}
              onClick={() => onChange(items.filter((_, index) => index !== at))}
            >
              <Trash2 size={15} />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button size="small" className="mt-2" onClick={() => onChange([...items, fresh])}>
        <Plus size={14} /> {props.add}
      </Button>
      {about && (
        <p id={`${id}-about`} className={`mt-1 text-meta ${error ? 'text-bad' : 'text-ink-3'}`}>
          {about}
        </p>
      )}
    </fieldset>
  );
}
