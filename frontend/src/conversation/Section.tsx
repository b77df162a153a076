import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';

const place = 'firth.folded';

function folded(): string[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as string[];
  } catch {
    return [];
  }
}

type SectionProps = {
  name: string;
  title: string;
  /** Folded until it is asked for the first time. */
  initiallyFolded?: boolean;
  children: ReactNode;
};

/** A part of the context panel; this browser remembers which are folded. */
export function Section({ name, title, initiallyFolded = false, children }: SectionProps) {
  const mark = initiallyFolded ? `+${name}` : name;
  const [open, setOpen] = useState(() => folded().includes(mark) === initiallyFolded);
  const toggle = () => {
    const others = folded().filter((other) => other !== mark);
    const marked = open !== initiallyFolded;
    localStorage.setItem(place, JSON.stringify(marked ? [...others, mark] : others));
    setOpen(!open);
  };
  return (
    <section className="border-t border-line">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          onClick={toggle}
          className="flex h-10 w-full items-center gap-1.5 px-4 text-small font-semibold hover:bg-hover"
        >
          {open ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
          {title}
        </button>
      </h3>
      {open && <div className="px-4 pb-4">{children}</div>}
    </section>
  );
}

export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="flex gap-3 py-0.5 text-small">
    <dt className="w-24 shrink-0 text-ink-3">{name}</dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </div>
);
