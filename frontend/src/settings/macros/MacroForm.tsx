import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import { addMacro, changeMacro, macrosQuery } from '../../api/macros';
import type { Macro } from '../../api/types';
import { Button } from '../../ui/Button';
import { Switch, TextField } from '../../ui/Field';
import { t } from '../../ui/text';
import { useUnsaved } from '../../ui/unsaved';
import { card } from '../Page';
import { useSaving } from '../useSaving';
import { draftOf, emptyMacro, isChanged, thenOf } from './macro';
import { MacroText } from './MacroText';
import { ThenFields } from './ThenFields';

type MacroFormProps = {
  macro: Macro | null;
  /** Whether macros of everybody may be made. */
  mayShare: boolean;
  onDone: () => void;
};

/** Writes a macro, or rewrites it. */
export function MacroForm({ macro, mayShare, onDone }: MacroFormProps) {
  const { save, busy } = useSaving(macrosQuery.queryKey);
  const [start] = useState(() => (macro ? draftOf(macro) : { ...emptyMacro, shared: mayShare }));
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const letGo = useUnsaved(isChanged(draft, start));
  const set = (change: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...change }));

  const nothing = !draft.text.trim() && Object.keys(thenOf(draft.then)).length === 0;
  const nameError = tried && !draft.name.trim() ? t('fieldError.missing') : undefined;
  const textError = tried && nothing ? t('macros.empty') : undefined;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!draft.name.trim() || nothing) {
      setTimeout(() => element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    const body = { ...draft, name: draft.name.trim(), then: thenOf(draft.then) };
    const done = await save(
      () => (macro ? changeMacro(macro.id, body) : addMacro(body)),
      t('ui.saved'),
    );
    if (!done) return;
    letGo();
    onDone();
  };

  return (
    <form
      ref={element}
      noValidate
      aria-label={t(macro ? 'macros.editTitle' : 'macros.add')}
      className="flex flex-col gap-4"
      onSubmit={(event) => void submit(event)}
    >
      <section className={card}>
        <TextField
          label={t('person.name')}
          hint={t('macros.nameHint')}
          error={nameError}
          value={draft.name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => set({ name: event.target.value })}
        />
        <MacroText text={draft.text} error={textError} onChange={(text) => set({ text })} />
      </section>
      <section className={card} aria-labelledby="macro-then">
        <div>
          <h2 id="macro-then" className="text-title font-semibold">
            {t('macros.then')}
          </h2>
          <p className="text-small text-ink-3">{t('macros.thenText')}</p>
        </div>
        <ThenFields then={draft.then} onChange={(then) => set({ then })} />
      </section>
      {mayShare && (
        <section className={card}>
          <Switch
            label={t('macros.shared')}
            hint={t('macros.sharedHint')}
            checked={draft.shared}
            onChange={(shared) => set({ shared })}
          />
        </section>
      )}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
        <Button type="submit" look="primary" disabled={busy}>
          {t(busy ? 'ui.saving' : 'ui.save')}
        </Button>
      </div>
    </form>
  );
}
