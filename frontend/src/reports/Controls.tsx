import { ChevronsUpDown, X } from 'lucide-react';
import { useState } from 'react';
import type { Meaning } from '../api/reports';
import { Button } from '../ui/Button';
import { fieldClass, SelectField, TextField } from '../ui/Field';
import { Picker } from '../ui/Picker';
import { t } from '../ui/text';
import type { Named } from './names';
import { timeName } from './names';
import type { Days, FilterName, ReportSearch, Step } from './question';
import { filters, groupingsOf, presets, steps } from './question';
import { addDays } from '../figures/days';

export const familiesOf = (meanings: Meaning[]): string[] => [
  ...new Set(meanings.map(({ family }) => family)),
];

type MetricPickerProps = {
  meanings: Meaning[];
  metric: string;
  onMetric: (metric: string) => void;
};

/** Every figure there is, by its family, found by name or by what it is made of. */
export function MetricPicker({ meanings, metric, onMetric }: MetricPickerProps) {
  const [open, setOpen] = useState(false);
  const choices = familiesOf(meanings).flatMap((family) =>
    meanings
      .filter((meaning) => meaning.family === family)
      .map(({ id, name, words }) => ({
        id,
        label: name,
        words: `${id} ${words}`,
        chosen: id === metric,
        group: t(`figures.family.${family}`),
      })),
  );
  const name = meanings.find(({ id }) => id === metric)?.name ?? metric;
  return (
    <Picker
      label={t('reports.findMetric')}
      choices={choices}
      onPick={onMetric}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          aria-label={t('reports.metric', { name })}
          className={`${fieldClass} flex h-9 w-64! max-w-full items-center justify-between gap-2 text-start font-medium`}
        >
          <span className="truncate">{name}</span>
          <ChevronsUpDown size={15} className="shrink-0 text-ink-3" aria-hidden="true" />
        </button>
      }
    />
  );
}

type Change = (change: { [K in keyof ReportSearch]: ReportSearch[K] | undefined }) => void;

type ControlsProps = {
  search: ReportSearch;
  metric: string;
  days: Days;
  step: Step | null;
  zone: string;
  choices: Record<FilterName, Named[]>;
  onChange: Change;
};

const optional = (value: string) => (value === '' ? undefined : value);

/** Nobody's, which in an address is an empty word. */
const nobodys = '\u0000';

/** What everything has. */
const always: FilterName[] = ['channel', 'priority', 'kind'];

function Filters({ search, choices, onChange }: ControlsProps) {
  const chosen = filters.filter((name) => search[name] !== undefined);
  return (
    <>
      {filters.map((name) => (
        <SelectField
          key={name}
          label={t(`reports.by.${name}`)}
          value={search[name] === '' ? nobodys : (search[name] ?? '')}
          onChange={({ target: { value } }) =>
            onChange({ [name]: value === nobodys ? '' : optional(value) })
          }
          className="w-36! max-tablet:w-full!"
        >
          <option value="">{t(`reports.any.${name}`)}</option>
          {choices[name].map(({ id, name: word }) => (
            <option key={id} value={id}>
              {word}
            </option>
          ))}
          {!always.includes(name) && <option value={nobodys}>{t(`reports.none.${name}`)}</option>}
        </SelectField>
      ))}
      {chosen.length > 0 && (
        <Button
          look="quiet"
          className="h-9!"
          onClick={() => onChange(Object.fromEntries(chosen.map((name) => [name, undefined])))}
        >
          <X size={15} aria-hidden="true" /> {t('reports.clear')}
        </Button>
      )}
    </>
  );
}

/** Of when, of what and cut how. */
export function Controls(props: ControlsProps) {
  const { search, metric, days, step, zone, onChange } = props;
  const choosable = groupingsOf(metric);
  const preset = search.preset ?? '28d';
  const last = addDays(days.to, -1);
  const narrow = 'w-40! max-tablet:w-full!';
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3 max-tablet:grid max-tablet:grid-cols-2">
        <SelectField
          label={t('reports.period')}
          value={preset}
          onChange={({ target }) => {
            const next = presets.find((one) => one === target.value);
            onChange(
              next === 'custom'
                ? { preset: next, from: days.from, until: last }
                : { preset: next, from: undefined, until: undefined },
            );
          }}
          className={narrow}
        >
          {presets.map((one) => (
            <option key={one} value={one}>
              {t(`reports.preset.${one}`)}
            </option>
          ))}
        </SelectField>
        {preset === 'custom' && (
          <>
            <TextField
              type="date"
              label={t('reports.firstDay')}
              value={days.from}
              max={last}
              onChange={({ target }) => onChange({ from: optional(target.value) })}
              className={narrow}
            />
            <TextField
              type="date"
              label={t('reports.lastDay')}
              value={last}
              min={days.from}
              onChange={({ target }) => onChange({ until: optional(target.value) })}
              className={narrow}
            />
          </>
        )}
        <SelectField
          label={t('reports.cutBy')}
          value={step ?? 'none'}
          onChange={({ target }) =>
            onChange({ by: ([...steps, 'none'] as const).find((one) => one === target.value) })
          }
          className={narrow}
        >
          <option value="none">{t('reports.notByTime')}</option>
          {steps.map((one) => (
            <option key={one} value={one}>
              {t(`reports.by.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('reports.and')}
          value={search.group ?? ''}
          onChange={({ target }) =>
            onChange({ group: choosable.find((one) => one === target.value) })
          }
          className={narrow}
        >
          <option value="">{t('reports.nothingElse')}</option>
          {choosable.map((one) => (
            <option key={one} value={one}>
              {t(`reports.by.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('reports.hours')}
          value={search.hours ?? 'wall'}
          onChange={({ target }) =>
            onChange({ hours: target.value === 'business' ? 'business' : undefined })
          }
          className={narrow}
        >
          <option value="wall">{t('reports.wall')}</option>
          <option value="business">{t('reports.business')}</option>
        </SelectField>
      </div>
      <div className="flex flex-wrap items-end gap-3 max-tablet:grid max-tablet:grid-cols-2">
        <Filters {...props} />
      </div>
      <p className="figures text-meta text-ink-2">
        {t('reports.shownDays', {
          from: timeName('day', days.from, zone, true),
          to: timeName('day', last, zone, true),
          zone: zone.replaceAll('_', ' '),
        })}
      </p>
    </div>
  );
}
