import { TextField } from '../../ui/Field';
import { t } from '../../ui/text';
import { contrast, inkOn, isColor } from './color';

type ColorFieldProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  onChange: (color: string) => void;
};

const readable = 4.5;

/** A colour to pick or to type; says so when text on it would be hard to read. */
export function ColorField({ label, hint, error, value, onChange }: ColorFieldProps) {
  const isFaint = isColor(value) && contrast(value, inkOn(value)) < readable;
  return (
    <div className="flex items-start gap-2">
      <div className="flex-1">
        <TextField
          label={label}
          hint={isFaint ? t('colorField.faint') : hint}
          error={error ?? (value && !isColor(value) ? t('colorField.unreadable') : undefined)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          spellCheck={false}
          autoComplete="off"
          className="font-mono"
        />
      </div>
      <input
        type="color"
        aria-label={t('colorField.pick', { what: label })}
        value={isColor(value) ? value : '#000000'}
        onChange={(event) => onChange(event.target.value)}
        className="mt-[22px] h-9 w-12 rounded-md border border-control bg-panel p-1"
      />
    </div>
  );
}
