import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { Button, IconButton } from '../../ui/Button';
import { AreaField } from '../../ui/Field';

/** A setting that is a text with several lines. */
export type LinesProps = {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  value: string;
  onChange: (text: string) => void;
};

type SeveralProps<T> = LinesProps & {
  /** Null where the text was written in a way that rows cannot show. */
  read: (text: string) => T[] | null;
  write: (items: T[]) => string;
  none: string;
  add: string;
  remove: (number: number) => string;
  fresh: T;
  children: (item: T, change: (item: T) => void, number: number) => ReactNode;
};

/** Several of the same, each in a row of its own; as text where that cannot be shown so. */
export function Several<T>(props: SeveralProps<T>) {
  const { label, hint, error, value, read, write, fresh, children } = props;
  const id = useId();
  const [items, setItems] = useState(() => read(value));
  if (!items) {
    return (
      <AreaField
        label={label}
        hint={hint}
        error={error}
        rows={3}
        value={value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    );
  }
  const set = (changed: T[]) => {
    setItems(changed);
    props.onChange(write(changed));
  };
  const put = (at: number, item: T) => set(items.map((one, index) => (index === at ? item : one)));
  return (
    <fieldset
      aria-describedby={error ? `${id}-about` : undefined}
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
              onClick={() => set(items.filter((_, index) => index !== at))}
            >
              <Trash2 size={15} />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button size="small" className="mt-2" onClick={() => set([...items, fresh])}>
        <Plus size={14} /> {props.add}
      </Button>
      {error && (
        <p id={`${id}-about`} className="mt-1 text-meta text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}
