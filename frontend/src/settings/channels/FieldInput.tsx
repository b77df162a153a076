import type { ComponentType } from 'react';
import type { ChannelDraft, ChannelField } from '../../api/types';
import { AreaField, SelectField, Switch, TextField } from '../../ui/Field';
import { ZoneField } from '../../ui/ZoneField';
import { ColorField } from './ColorField';
import type { Errors } from './form';
import { HoursField } from './HoursField';
import { QuestionsField } from './QuestionsField';
import { SecretField } from './SecretField';
import { choiceOf, exampleOf, hintOf, labelOf, saidOf } from './words';

/** Secrets that we make up and the other side is given; every other one is the other side's. */
const ours = new Set(['identity_secret', 'identity_secret_2', 'secret', 'secret_2']);

type OwnProps = {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  value: string;
  onChange: (text: string) => void;
};

/** Fields that deserve more than a line to type in, by what they are called on every channel. */
const own: Record<string, ComponentType<OwnProps>> = {
  zone: ZoneField,
  color: ColorField,
  hours: HoursField,
  pre_chat: QuestionsField,
};

type FieldInputProps = {
  channel: string;
  field: ChannelField;
  draft: ChannelDraft;
  kept: readonly string[];
  errors: Errors;
  onSetting: (name: string, value: string) => void;
  onSecret: (name: string, value: string | undefined) => void;
};

/** One field of an account, as its kind wants to be filled in. */
export function FieldInput(props: FieldInputProps) {
  const { channel, field, draft, kept, errors, onSetting, onSecret } = props;
  const { name, kind } = field;
  const value = draft.settings[name] ?? '';
  const around = {
    label: labelOf(channel, field),
    hint: hintOf(channel, field),
    error: saidOf(errors[name]),
  };
  const onText = (event: { target: { value: string } }) => onSetting(name, event.target.value);
  const example = exampleOf(channel, field);
  const more = { value, onChange: onText, ...(example ? { placeholder: example } : {}) };

  if (kind === 'secret') {
    return (
      <SecretField
        {...around}
        kept={kept.includes(name)}
        required={field.required}
        ours={ours.has(name)}
        value={draft.secrets[name]}
        onChange={(secret) => onSecret(name, secret)}
      />
    );
  }
  if (kind === 'flag') {
    return (
      <Switch
        label={around.label}
        {...(around.hint ? { hint: around.hint } : {})}
        checked={value === 'true'}
        onChange={(on) => onSetting(name, String(on))}
      />
    );
  }
  if (kind === 'choice') {
    return (
      <SelectField {...around} value={value} onChange={onText}>
        {field.choices.map((choice) => (
          <option key={choice} value={choice}>
            {choiceOf(channel, field, choice)}
          </option>
        ))}
      </SelectField>
    );
  }
  const Own = own[name];
  if (Own) return <Own {...around} value={value} onChange={(text) => onSetting(name, text)} />;
  if (kind === 'list' || kind === 'multiline') {
    const rows = Math.min(8, Math.max(kind === 'list' ? 2 : 4, value.split('\n').length));
    return <AreaField {...around} {...more} rows={rows} spellCheck={kind === 'multiline'} />;
  }
  return (
    <TextField
      {...around}
      {...more}
      autoComplete="off"
      {...(kind === 'number' ? { inputMode: 'numeric', className: 'max-w-32' } : {})}
    />
  );
}
