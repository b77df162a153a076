import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { Alarm } from './clear';

const tones = {
  bad: 'border-bad bg-bad-soft',
  warn: 'border-warn bg-warn-soft',
  none: 'border-line bg-panel',
};

type CardProps = {
  title: string;
  alarm?: Alarm;
  /** Why it is alarming, in words. */
  alarmText?: string;
  className?: string;
  foot?: ReactNode;
  children: ReactNode;
};

/** A part of the board. An alarm is a colour, an icon and a text. */
export function Card(props: CardProps) {
  const { title, alarm = null, alarmText, className = '', foot, children } = props;
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={`flex min-w-0 flex-col gap-1 rounded-lg border p-4 ${tones[alarm ?? 'none']} ${className}`}
    >
      <h2 id={id} className="text-small font-medium text-ink-2">
        {title}
      </h2>
      {children}
      {alarm && (
        <p
          className={`flex items-center gap-1.5 text-meta font-medium ${alarm === 'bad' ? 'text-bad' : 'text-warn'}`}
        >
          <TriangleAlert size={13} className="shrink-0" aria-hidden="true" /> {alarmText}
        </p>
      )}
      {foot}
    </section>
  );
}
