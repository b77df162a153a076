import type { FormEvent } from 'react';
import { useState } from 'react';
import type { AccountPolicy, Policies, Policy } from '../../api/surveys';
import { decidePolicy, items, moments, policiesQuery, scales } from '../../api/surveys';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { SelectField, Switch, TextField } from '../../ui/Field';
import { t } from '../../ui/text';
import { useSaving } from '../useSaving';
import { SurveyPreview } from './SurveyPreview';
import { delayInWords, languageName } from './words';

/** As the server takes them; the choices cover what anybody has asked for, and what is set already. */
const delays = [0, 30, 60, 240, 1440, 4320];

type Of = { policy: Policy; onChange: (change: Partial<Policy>) => void };

function When({ policy, onChange, mail }: Of & { mail: boolean }) {
  const choices = [...new Set([...delays, policy.delay_minutes])].sort((one, other) => one - other);
  return (
    <div className="grid grid-cols-2 gap-4 max-tablet:grid-cols-1">
      <SelectField
        label={t('surveys.when')}
        value={policy.moment}
        onChange={(event) => onChange({ moment: event.target.value as Policy['moment'] })}
      >
        {moments.map((moment) => (
          <option key={moment} value={moment}>
            {t(`surveys.moment.${moment}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('surveys.delay')}
        hint={t('surveys.delayHint')}
        value={policy.delay_minutes}
        onChange={(event) => onChange({ delay_minutes: Number(event.target.value) })}
      >
        {choices.map((minutes) => (
          <option key={minutes} value={minutes}>
            {delayInWords(minutes)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('surveys.quiet')}
        hint={t('surveys.quietHint')}
        type="number"
        min={0}
        max={365}
        required
        value={policy.quiet_days}
        onChange={(event) => onChange({ quiet_days: event.target.valueAsNumber })}
      />
      <TextField
        label={t('surveys.valid')}
        type="number"
        min={1}
        max={365}
        required
        value={policy.valid_days}
        onChange={(event) => onChange({ valid_days: event.target.valueAsNumber })}
      />
      {mail && (
        <TextField
          label={t('surveys.reminder')}
          hint={t('surveys.reminderHint')}
          type="number"
          min={1}
          max={60}
          value={policy.reminder_days ?? ''}
          onChange={(event) =>
            onChange({ reminder_days: event.target.value ? event.target.valueAsNumber : null })
          }
        />
      )}
    </div>
  );
}

function What({ policy, onChange, policies }: Of & { policies: Policies }) {
  return (
    <>
      <div className="grid grid-cols-2 gap-4 max-tablet:grid-cols-1">
        <SelectField
          label={t('surveys.how')}
          value={policy.scale}
          onChange={(event) => onChange({ scale: event.target.value as Policy['scale'] })}
        >
          {scales.map((scale) => (
            <option key={scale} value={scale}>
              {t(`surveys.scale.${scale}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('surveys.language')}
          hint={t('surveys.languageHint')}
          value={policy.language ?? ''}
          onChange={(event) => onChange({ language: event.target.value || null })}
        >
          <option value="">
            {t('surveys.languageOfAll', { name: languageName(policies.language) })}
          </option>
          {policies.languages.map((language) => (
            <option key={language} value={language}>
              {languageName(language)}
            </option>
          ))}
        </SelectField>
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-small font-medium">{t('surveys.items')}</legend>
        {items.map((item) => (
          <label key={item} className="flex min-h-6 items-center gap-2.5">
            <input
              type="checkbox"
              className="size-4 accent-brand"
              checked={policy.items.includes(item)}
              onChange={(event) =>
                onChange({
                  items: items.filter((one) =>
                    one === item ? event.target.checked : policy.items.includes(one),
                  ),
                })
              }
            />
            {t(`surveys.item.${item}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** Without what only says whose it is. */
const policyOf = (its: AccountPolicy): Policy => ({
  asks: its.asks,
  scale: its.scale,
  moment: its.moment,
  delay_minutes: its.delay_minutes,
  reminder_days: its.reminder_days,
  quiet_days: its.quiet_days,
  valid_days: its.valid_days,
  language: its.language,
  items: its.items,
});

type PolicyDialogProps = { account: AccountPolicy; policies: Policies; onClose: () => void };

/** How one account asks its customers, beside what they are shown. */
export function PolicyDialog({ account, policies, onClose }: PolicyDialogProps) {
  const [policy, setPolicy] = useState(() => policyOf(account));
  const { save, busy } = useSaving(policiesQuery.queryKey);
  const change = (its: Partial<Policy>) => setPolicy((now) => ({ ...now, ...its }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await save(() => decidePolicy(account.account, policy), t('surveys.saved'))) onClose();
  };
  return (
    <Dialog title={t('surveys.edit', { name: account.name })} onClose={onClose} width="normal">
      <form
        className="flex min-h-0 flex-col gap-5 overflow-y-auto px-5 pt-2 pb-5"
        onSubmit={(event) => void submit(event)}
      >
        <Switch
          label={t('surveys.ask')}
          hint={t('surveys.askHint')}
          checked={policy.asks}
          onChange={(asks) => change({ asks })}
        />
        <When policy={policy} onChange={change} mail={account.channel === 'email'} />
        <What policy={policy} onChange={change} policies={policies} />
        <SurveyPreview
          account={account}
          policy={policy}
          language={policy.language ?? policies.language}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" look="primary" disabled={busy}>
            {t('ui.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
