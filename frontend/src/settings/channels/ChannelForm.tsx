import type { FormEvent, ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import type { Channel, ChannelKind } from '../../api/types';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { knows, t } from '../../ui/text';
import { card } from '../Page';
import { ChatPreview } from './ChatPreview';
import { FieldInput } from './FieldInput';
import { Presets } from './Presets';
import { Trials } from './Trials';
import { useChannelForm } from './useChannelForm';
import type { Group } from './words';
import { groupsOf, saidOf } from './words';

type Form = ReturnType<typeof useChannelForm>;

/** Fields of one row stand beside each other where there is room. */
const columns: Record<number, string> = {
  2: 'grid items-start gap-4 tablet:grid-cols-2',
  3: 'grid items-start gap-4 tablet:grid-cols-[1fr_6rem_11rem]',
};

type GroupCardProps = {
  channel: string;
  group: Group;
  form: Form;
  /** Stands above the fields. */
  children?: ReactNode;
};

function GroupCard({ channel, group, form, children }: GroupCardProps) {
  const id = useId();
  const about = `fieldGroup.${channel}.${group.name}`;
  const rows = group.rows.map((row) => (
    <div key={row[0]?.name} className={columns[row.length] ?? ''}>
      {row.map((field) => (
        <FieldInput
          key={field.name}
          channel={channel}
          field={field}
          draft={form.draft}
          kept={form.kept}
          errors={form.errors}
          onSetting={form.setSetting}
          onSecret={form.setSecret}
        />
      ))}
    </div>
  ));
  // what rarely matters is folded, unless something in it is wrong
  if (group.name === 'more') {
    const isWrong = group.rows.flat().some(({ name }) => form.errors[name]);
    return (
      <details
        className="rounded-lg border border-line bg-panel"
        {...(isWrong ? { open: true } : {})}
      >
        <summary className="px-5 py-3 font-semibold">{t('channels.more')}</summary>
        <div className="flex flex-col gap-4 px-5 pt-1 pb-5">{rows}</div>
      </details>
    );
  }
  const title = `${about}.title`;
  return (
    <section className={card} aria-labelledby={id}>
      <div>
        <h2 id={id} className="text-title font-semibold">
          {t(knows(title) ? title : 'channels.settings')}
        </h2>
        {knows(`${about}.text`) && <p className="text-small text-ink-3">{t(`${about}.text`)}</p>}
      </div>
      {children}
      {rows}
    </section>
  );
}

type ChannelFormProps = {
  kind: ChannelKind;
  account?: Channel;
  onSaved: (account: Channel) => void;
  onCancel: () => void;
};

/** Adds or changes an account: the channel says what it needs, the catalogue how that is called. */
export function ChannelForm({ kind, account, onSaved, onCancel }: ChannelFormProps) {
  const form = useChannelForm(kind, account, onSaved);
  const { draft, errors, refusal, busy, dirty } = form;
  const element = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    const first = element.current?.querySelector<HTMLElement>(
      '[aria-invalid=true], [data-invalid]',
    );
    first?.focus();
    // only when errors come up, not while they are mended
  }, [errors]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.save();
  };
  return (
    <form
      ref={element}
      noValidate
      className="flex flex-col gap-4"
      aria-label={t('channels.form', { channel: t(`channel.${kind.channel}`) })}
      onSubmit={submit}
    >
      {groupsOf(kind.channel, kind.fields).map((group, at) => (
        <GroupCard key={group.name} channel={kind.channel} group={group} form={form}>
          {at === 0 && (
            <TextField
              label={t('channels.name')}
              hint={t('channels.nameHint')}
              error={saidOf(errors.name)}
              value={draft.name}
              onChange={(event) => form.setName(event.target.value)}
              maxLength={100}
              autoComplete="off"
            />
          )}
          {group.name === 'look' && <ChatPreview settings={draft.settings} name={draft.name} />}
          {group.name === 'receiving' && <Presets form={form} />}
        </GroupCard>
      ))}
      <Trials trials={form.trials} busy={busy === 'testing'} />
      {refusal && (
        <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad">
          {refusal}
        </p>
      )}
      <div className="sticky bottom-0 -mx-6 flex flex-wrap items-center gap-2 border-t border-line bg-canvas px-6 py-3 max-tablet:-mx-4 max-tablet:px-4">
        <Button disabled={busy !== null} onClick={() => void form.test()}>
          {t(busy === 'testing' ? 'trial.running' : 'trial.do')}
        </Button>
        <span className="flex-1 text-end text-small text-ink-3">
          <span className="max-tablet:sr-only">{dirty && t('unsaved.yes')}</span>
        </span>
        <Button look="quiet" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
        <Button type="submit" look="primary" disabled={busy !== null || (!dirty && !!account)}>
          {t(busy === 'saving' ? 'ui.saving' : account ? 'ui.save' : 'channels.addDo')}
        </Button>
      </div>
    </form>
  );
}
