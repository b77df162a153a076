import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Unit } from '../api/reports';
import { Hint } from '../ui/Hint';
import { t } from '../ui/text';
import { amount } from './format';
import { meaningText, useMeanings } from './meanings';

/** Its background lights up for a moment when the text is another one; not at first. */
function Flashing({ text }: { text: string }) {
  const [seen, setSeen] = useState({ text, times: 0 });
  if (seen.text !== text) setSeen({ text, times: seen.times + 1 });
  return (
    <span key={seen.times} className={`rounded-sm ${seen.times > 0 ? 'animate-flash' : ''}`}>
      {text}
    </span>
  );
}

type NumberProps = {
  /** What it is called where it stands, for those who do not see where. */
  label: string;
  metric: string;
  unit: Unit;
  value: number | null | undefined;
  onOpen: () => void;
  /** In place of the number. */
  text?: string;
  /** What it means, where it is made of others. */
  meaning?: string;
  /** A text that changes every second is not worth a flash. */
  ticking?: boolean;
  className?: string;
  children?: ReactNode;
};

/** A figure that says what it means and opens what is behind it. */
export function Number({ label, metric, unit, value, onOpen, ticking, ...rest }: NumberProps) {
  const its = useMeanings()[metric];
  const text = rest.text ?? amount(unit, value);
  const isMissing = value === null || value === undefined;
  const words = isMissing ? t('figures.noValue') : text;
  return (
    <Hint text={rest.meaning ?? meaningText(its, isMissing)}>
      <button
        type="button"
        onClick={onOpen}
        aria-label={`${label}: ${rest.text ?? words}`}
        className={`figures -mx-1 inline-flex min-h-6 min-w-6 items-center rounded-sm px-1 text-start whitespace-nowrap decoration-line-strong underline-offset-4 hover:underline ${rest.className ?? ''}`}
      >
        {ticking ? text : <Flashing text={text} />}
        {rest.children}
      </button>
    </Hint>
  );
}
