import { ChevronsUpDown } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { fieldClass } from './Field';
import { Picker } from './Picker';
import { t } from './text';

/** How far a zone is from Greenwich now, such as "GMT+2". */
function distance(zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' });
  return parts.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

type ZoneFieldProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  onChange: (zone: string) => void;
};

/** One of the zones that the browser knows, found by typing a part of its name. */
export function ZoneField({ label, hint, error, value, onChange }: ZoneFieldProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const about = error ?? hint;
  const choices = useMemo(
    () =>
      open
        ? [...new Set(['UTC', value, ...Intl.supportedValuesOf('timeZone')])]
            .filter(Boolean)
            .map((zone) => ({
              id: zone,
              label: zone.replaceAll('_', ' '),
              words: zone,
              hint: distance(zone),
              chosen: zone === value,
            }))
        : [],
    [open, value],
  );
  return (
    <div className="flex flex-col gap-1">
      <span id={`${id}-label`} className="text-small font-medium">
        {label}
      </span>
      <Picker
        label={t('ui.findZone')}
        choices={choices}
        onPick={onChange}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <button
            type="button"
            id={id}
            aria-labelledby={`${id}-label ${id}`}
            aria-describedby={about ? `${id}-about` : undefined}
            className={`${fieldClass} flex h-9 items-center justify-between gap-2 text-start`}
          >
            <span className="truncate">{value.replaceAll('_', ' ') || t('ui.choose')}</span>
            <ChevronsUpDown size={15} className="shrink-0 text-ink-3" aria-hidden="true" />
          </button>
        }
      />
      {about && (
        <p id={`${id}-about`} className={`text-meta ${error ? 'text-bad' : 'text-ink-3'}`}>
          {about}
        </p>
      )}
    </div>
  );
}
