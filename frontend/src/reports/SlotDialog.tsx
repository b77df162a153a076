import { TrendingDown, TrendingUp } from 'lucide-react';
import { useRef } from 'react';
import type { Report } from '../api/reports';
import { hourName } from '../figures/days';
import { headline } from '../figures/format';
import { Number } from '../figures/Number';
import { Dialog } from '../ui/Dialog';
import { t } from '../ui/text';
import type { HeatSlot, Hour } from './heat';
import { slotName } from './HeatGrid';

type SlotDialogProps = {
  slot: HeatSlot;
  report: Report;
  title: string;
  onOpen: (hour: string) => void;
  onClose: () => void;
};

const Spike = ({ spike }: { spike: NonNullable<Hour['spike']> }) => (
  <span className="flex items-center gap-1 text-meta font-medium text-warn">
    {spike === 'above' ? (
      <TrendingUp size={14} aria-hidden="true" />
    ) : (
      <TrendingDown size={14} aria-hidden="true" />
    )}
    {t(`heat.${spike}`)}
  </span>
);

/** The hours a slot is made of, each with its own figure and what is behind it. */
export function SlotDialog({ slot, report, title, onOpen, onClose }: SlotDialogProps) {
  const { metric, unit, zone } = report;
  const focus = useRef<HTMLElement>(null);
  return (
    <Dialog
      title={`${title}: ${slotName(slot)}`}
      description={t('heat.hoursOf')}
      onClose={onClose}
      place="side"
      focus={focus}
    >
      <ul className="min-h-0 flex-1 divide-y divide-line overflow-y-auto border-t border-line">
        {slot.hours.map(({ key, figure, spike }) => {
          const name = hourName(key, zone, true);
          return (
            <li key={key} className="flex items-center gap-3 px-5 py-2">
              <span className="figures min-w-0 flex-1">{name}</span>
              {spike && <Spike spike={spike} />}
              <Number
                label={name}
                metric={metric}
                unit={unit}
                value={figure ? headline(metric, figure) : null}
                onOpen={() => onOpen(key)}
                className="justify-end font-semibold"
              />
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
