import { fieldClass } from '../../ui/Field';
import { t } from '../../ui/text';
import type { Day, Shift } from './hours';
import { readHours, week, writeHours } from './hours';
import type { LinesProps } from './Several';
import { Several } from './Several';

const fresh: Shift = { days: week.slice(0, 5), from: '09:00', until: '17:00' };

function Days({ days, onChange }: { days: Day[]; onChange: (days: Day[]) => void }) {
  return (
    <span className="flex flex-wrap gap-1">
      {week.map((day) => (
        <label
          key={day}
          className={`flex h-8 min-w-9 items-center justify-center rounded-md border px-1.5 text-small has-focus-visible:outline-2 has-focus-visible:outline-brand ${days.includes(day) ? 'border-brand bg-brand text-on-brand' : 'border-control text-ink-2'}`}
        >
          <input
            type="checkbox"
            className="sr-only"
            checked={days.includes(day)}
            onChange={({ target }) =>
              onChange(target.checked ? [...days, day] : days.filter((one) => one !== day))
            }
          />
          {t(`hours.day.${day}`)}
        </label>
      ))}
    </span>
  );
}

/** The hours of a week, by days and times. */
export function HoursField(props: LinesProps) {
  const time = `${fieldClass} h-8 w-34!`;
  return (
    <Several
      {...props}
      read={readHours}
      write={writeHours}
      none={t('hours.always')}
      add={t('hours.add')}
      remove={(number) => t('hours.remove', { number })}
      fresh={fresh}
    >
      {(shift, change, number) => (
        <>
          <Days days={shift.days} onChange={(days) => change({ ...shift, days })} />
          <input
            type="time"
            aria-label={t('hours.from', { number })}
            value={shift.from}
            onChange={(event) => change({ ...shift, from: event.target.value })}
            className={time}
          />
          <span aria-hidden="true">–</span>
          <input
            type="time"
            aria-label={t('hours.until', { number })}
            value={shift.until}
            onChange={(event) => change({ ...shift, until: event.target.value })}
            className={time}
          />
        </>
      )}
    </Several>
  );
}
