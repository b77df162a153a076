import { ArrowLeft, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/Button';

/** A block of a page. */
export const card = 'flex flex-col gap-4 rounded-lg border border-line bg-panel p-5';

type Act = { label: string; do: () => void };

type PageProps = {
  title: string;
  text?: string;
  /** Where this page belongs to; the phone has a bar of its own for that. */
  back?: Act;
  action?: ReactNode;
  children: ReactNode;
};

/** One section of the settings: what it is for, then what is there. */
export function Page({ title, text, back, action, children }: PageProps) {
  return (
    <div className="mx-auto max-w-[760px] px-6 py-6 max-tablet:px-4">
      {back && (
        <button
          type="button"
          onClick={back.do}
          className="mb-2 -ms-1 flex min-h-6 items-center gap-1.5 rounded-sm px-1 text-small text-ink-2 hover:text-ink max-tablet:hidden"
        >
          <ArrowLeft size={14} aria-hidden="true" /> {back.label}
        </button>
      )}
      <div className="mb-5 flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1">
          <h1 className="text-page font-semibold tracking-tight">{title}</h1>
          {text && <p className="mt-0.5 text-ink-2">{text}</p>}
        </div>
        {action}
      </div>
      {children}
    </div>
  );
}

export const Cards = ({ children, label }: { children: ReactNode; label: string }) => (
  <ul
    aria-label={label}
    className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-panel"
  >
    {children}
  </ul>
);

/** One of the cards: what it is, then what can be done with it. */
export const Row = (props: { edit?: Act | false; remove?: Act | false; children: ReactNode }) => (
  <li className="flex min-h-13 items-center gap-3 py-1.5 pe-2 ps-4">
    {props.children}
    {props.edit && (
      <IconButton label={props.edit.label} onClick={props.edit.do}>
        <Pencil size={15} />
      </IconButton>
    )}
    {props.remove && (
      <IconButton label={props.remove.label} onClick={props.remove.do}>
        <Trash2 size={15} />
      </IconButton>
    )}
  </li>
);

export const Chip = ({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'good' | 'warn' | 'bad';
  children: ReactNode;
}) => {
  const tones = {
    plain: 'bg-sunk text-ink-2',
    good: 'bg-good-soft text-good',
    warn: 'bg-warn-soft text-warn',
    bad: 'bg-bad-soft text-bad',
  };
  return (
    <span className={`shrink-0 rounded-sm px-1.5 text-[11px]/4.5 font-medium ${tones[tone]}`}>
      {children}
    </span>
  );
};
