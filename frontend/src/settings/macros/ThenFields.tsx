import type { Label, MacroThen, Priority } from '../../api/types';
import { SelectField } from '../../ui/Field';
import { t } from '../../ui/text';
import { useNames } from './useNames';

type Named = { id: string; name: string };

type ChoiceProps = {
  label: string;
  value: string | undefined;
  options: Named[];
  onChange: (id: string) => void;
};

const Choice = ({ label, value, options, onChange }: ChoiceProps) => (
  <SelectField label={label} value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
    <option value="">{t('macros.unchanged')}</option>
    {options.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))}
  </SelectField>
);

type LabelsProps = {
  title: string;
  labels: Label[];
  chosen: string[];
  onChange: (names: string[]) => void;
};

function LabelBoxes({ title, labels, chosen, onChange }: LabelsProps) {
  if (labels.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 text-small font-medium">{title}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {labels.map(({ name, color }) => (
          <label key={name} className="flex min-h-7 items-center gap-2">
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...chosen, name] : chosen.filter((one) => one !== name),
                )
              }
              className="size-4 accent-brand"
            />
            <span className="size-2.5 rounded-full" style={{ backgroundColor: color }} />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const priorities: Priority[] = ['low', 'normal', 'high', 'urgent'];

type ThenFieldsProps = { then: MacroThen; onChange: (then: MacroThen) => void };

/** What happens to the conversation when the macro's words are sent. */
export function ThenFields({ then, onChange }: ThenFieldsProps) {
  const { statuses, people, teams, labels } = useNames();
  // snoozing asks until when, which a macro cannot know
  const settable = statuses.filter(({ category }) => category !== 'snoozed');
  const set = (change: MacroThen) => onChange({ ...then, ...change });
  return (
    <>
      <div className="grid gap-4 tablet:grid-cols-2">
        <Choice
          label={t('conversation.status')}
          value={then.status}
          options={settable}
          onChange={(status) => set({ status })}
        />
        <Choice
          label={t('conversation.priority')}
          value={then.priority}
          options={priorities.map((id) => ({ id, name: t(`priority.${id}`) }))}
          onChange={(priority) => set({ priority: priority as Priority })}
        />
        <Choice
          label={t('conversation.assignTo')}
          value={then.assignee}
          options={people.filter(({ active }) => active)}
          onChange={(assignee) => set({ assignee })}
        />
        <Choice
          label={t('conversation.team')}
          value={then.team}
          options={teams}
          onChange={(team) => set({ team })}
        />
      </div>
      <LabelBoxes
        title={t('macros.addLabels')}
        labels={labels}
        chosen={then.add_labels ?? []}
        onChange={(names) =>
          set({
            add_labels: names,
            remove_labels: (then.remove_labels ?? []).filter((name) => !names.includes(name)),
          })
        }
      />
      <LabelBoxes
        title={t('macros.removeLabels')}
        labels={labels}
        chosen={then.remove_labels ?? []}
        onChange={(names) =>
          set({
            remove_labels: names,
            add_labels: (then.add_labels ?? []).filter((name) => !names.includes(name)),
          })
        }
      />
    </>
  );
}
