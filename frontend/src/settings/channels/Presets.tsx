import { SelectField } from '../../ui/Field';
import { t } from '../../ui/text';
import { presetOf, presets, settingsOf } from './presets';
import type { useChannelForm } from './useChannelForm';

type PresetsProps = { form: Pick<ReturnType<typeof useChannelForm>, 'draft' | 'setSettings'> };

/** Fills in the servers of a provider, above the fields that it fills. */
export function Presets({ form }: PresetsProps) {
  const chosen = presetOf(form.draft.settings);
  return (
    <SelectField
      label={t('presets.label')}
      hint={
        chosen?.appPassword ? t('presets.appPassword', { name: chosen.name }) : t('presets.hint')
      }
      value={chosen?.name ?? ''}
      onChange={(event) => {
        const preset = presets.find(({ name }) => name === event.target.value);
        if (preset) form.setSettings(settingsOf(preset));
      }}
    >
      <option value="">{t('presets.own')}</option>
      {presets.map(({ name }) => (
        <option key={name}>{name}</option>
      ))}
    </SelectField>
  );
}
