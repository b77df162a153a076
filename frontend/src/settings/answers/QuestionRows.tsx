import { Plus, Trash2 } from 'lucide-react';
import { useId, useRef } from 'react';
import { Button, IconButton } from '../../ui/Button';
import { fieldClass } from '../../ui/Field';
import { t } from '../../ui/text';
import type { Faults } from './answer';
import { most } from './answer';

type QuestionRowsProps = {
  questions: string[];
  faults: Pick<Faults, 'question' | 'questions'>;
  onChange: (questions: string[]) => void;
};

/** What is asked, each in a field of its own, since a question may have several lines. */
export function QuestionRows({ questions, faults, onChange }: QuestionRowsProps) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const put = (at: number, text: string) =>
    onChange(questions.map((one, index) => (index === at ? text : one)));
  // the row must be there first
  const focus = (at: number) =>
    setTimeout(() => list.current?.querySelectorAll('textarea')[at]?.focus());
  const add = () => {
    onChange([...questions, '']);
    focus(questions.length);
  };
  const remove = (at: number) => {
    const left = questions.filter((_, index) => index !== at);
    onChange(left.length > 0 ? left : ['']);
    focus(Math.min(at, Math.max(left.length - 1, 0)));
  };
  return (
    <fieldset className="flex min-w-0 flex-col" aria-describedby={`${id}-hint`}>
      <legend className="text-small font-medium">{t('answers.questions')}</legend>
      <p id={`${id}-hint`} className="text-meta text-ink-3">
        {t('answers.questionsHint')}
      </p>
      <ul ref={list} className="mt-2 flex flex-col gap-2">
        {questions.map((question, at) => {
          const fault = faults.question[at] ?? (at === 0 ? faults.questions : undefined);
          return (
            // rows have nothing of their own to be known by, and only their fields have a state
            <li key={at}>
              <div className="flex items-start gap-1">
                <textarea
                  aria-label={t('answers.question', { number: at + 1 })}
                  aria-invalid={fault ? true : undefined}
                  aria-describedby={fault ? `${id}-${at}` : undefined}
                  rows={1}
                  value={question}
                  onChange={(event) => put(at, event.target.value)}
                  className={`${fieldClass} field-sizing-content max-h-40 min-h-9 min-w-0 resize-y py-1.5 break-words max-tablet:text-write`}
                />
                <IconButton
                  label={t('answers.removeQuestion', { number: at + 1 })}
                  className="mt-0.5"
                  onClick={() => remove(at)}
                >
                  <Trash2 size={15} />
                </IconButton>
              </div>
              {fault && (
                <p id={`${id}-${at}`} className="mt-1 text-meta text-bad">
                  {fault}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <Button
        size="small"
        className="mt-2 self-start"
        disabled={questions.length >= most.questions}
        onClick={add}
      >
        <Plus size={14} /> {t('answers.addQuestion')}
      </Button>
    </fieldset>
  );
}
