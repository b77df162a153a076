import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import type { AnswerChange, ApprovedAnswer } from '../../api/answers';
import { addAnswer, approvedQuery, changeAnswer } from '../../api/answers';
import { Button } from '../../ui/Button';
import { AreaField, TextField } from '../../ui/Field';
import { Slotted } from '../../ui/Slotted';
import { slotsIn } from '../../ui/slots';
import { t } from '../../ui/text';
import { useUnsaved } from '../../ui/unsaved';
import { card } from '../Page';
import { useSaving } from '../useSaving';
import { AccountBoxes } from './AccountBoxes';
import { bodyOf, faultsOf, isChanged, isRight, most } from './answer';
import { QuestionRows } from './QuestionRows';

/** An open place as it is written. */
const example = '{{order}}';

type AnswerFormProps = {
  /** Null for one to be. */
  answer: ApprovedAnswer | null;
  /** What stands in the fields at first. */
  start: AnswerChange;
  onDone: () => void;
};

/** Writes an answer that may be offered as it is, or rewrites it. */
export function AnswerForm({ answer, start: given, onDone }: AnswerFormProps) {
  // what is common is asked for again by the list
  const { save, busy } = useSaving(approvedQuery.queryKey);
  const [start] = useState(given);
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const letGo = useUnsaved(isChanged(draft, start));
  const set = (change: Partial<AnswerChange>) => setDraft((now) => ({ ...now, ...change }));
  const faults = tried ? faultsOf(draft) : { question: {} };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isRight(faultsOf(draft))) {
      setTimeout(() => element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    const body = bodyOf(draft);
    const done = await save(
      () => (answer ? changeAnswer(answer.id, body) : addAnswer(body)),
      answer ? t('ui.saved') : t('answers.approved', { title: body.title }),
    );
    if (!done) return;
    letGo();
    onDone();
  };

  return (
    <form
      ref={element}
      noValidate
      aria-label={t(answer ? 'answers.editTitle' : 'answers.add')}
      className="flex flex-col gap-4"
      onSubmit={(event) => void submit(event)}
    >
      <section className={card}>
        <TextField
          label={t('answers.title')}
          hint={t('answers.titleHint')}
          error={faults.title}
          value={draft.title}
          maxLength={most.title}
          autoComplete="off"
          onChange={(event) => set({ title: event.target.value })}
        />
        <AreaField
          label={t('answers.reply')}
          hint={t('answers.replyHint', { example })}
          error={faults.text}
          aria-invalid={faults.text ? true : undefined}
          rows={9}
          value={draft.text}
          className="max-tablet:text-write"
          onChange={(event) => set({ text: event.target.value })}
        />
        {slotsIn(draft.text).length > 0 && (
          <section aria-label={t('macros.preview')}>
            <p className="mb-1 text-small font-medium">{t('macros.preview')}</p>
            <p
              dir="auto"
              className="rounded-md bg-sunk px-3 py-2.5 break-words whitespace-pre-wrap"
            >
              <Slotted text={draft.text} />
            </p>
          </section>
        )}
      </section>
      <section className={card}>
        <QuestionRows
          questions={draft.questions}
          faults={faults}
          onChange={(questions) => set({ questions })}
        />
      </section>
      <section className={card}>
        <AccountBoxes chosen={draft.accounts} onChange={(accounts) => set({ accounts })} />
        <div className="max-w-72">
          <TextField
            label={t('answers.review')}
            hint={t('answers.reviewHint')}
            type="date"
            value={draft.review_on ?? ''}
            onChange={(event) => set({ review_on: event.target.value || null })}
          />
        </div>
      </section>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
        <Button type="submit" look="primary" disabled={busy}>
          {t(busy ? 'ui.saving' : answer ? 'ui.save' : 'answers.approve')}
        </Button>
      </div>
    </form>
  );
}
