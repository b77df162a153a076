import { useState } from 'react';
import { AreaField, fieldClass } from '../../ui/Field';
import { t } from '../../ui/text';
import type { Question } from './questions';
import { answers, readQuestions, writeQuestions } from './questions';
import { Several } from './Several';

const fresh: Question = { name: '', label: '', kind: 'text', required: false };

type QuestionsFieldProps = {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  value: string;
  onChange: (text: string) => void;
};

/** What visitors are asked; as text where it was written in a way that cannot be shown by fields. */
export function QuestionsField({ label, hint, error, value, onChange }: QuestionsFieldProps) {
  const [questions, setQuestions] = useState(() => readQuestions(value));
  if (!questions) {
    return (
      <AreaField
        label={label}
        hint={hint}
        error={error}
        rows={3}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  const set = (changed: Question[]) => {
    setQuestions(changed);
    onChange(writeQuestions(changed));
  };
  return (
    <Several
      label={label}
      hint={undefined}
      error={error}
      none={t('questions.none')}
      add={t('questions.add')}
      remove={(number) => t('questions.remove', { number })}
      items={questions}
      fresh={fresh}
      onChange={set}
    >
      {(question, change, number) => (
        <>
          <input
            aria-label={t('questions.words', { number })}
            placeholder={t('questions.example')}
            value={question.label}
            onChange={(event) => change({ ...question, label: event.target.value })}
            className={`${fieldClass} h-8 min-w-40 flex-1`}
          />
          <select
            aria-label={t('questions.kind', { number })}
            value={question.kind}
            onChange={({ target }) =>
              change({
                ...question,
                kind: answers.find((one) => one === target.value) ?? 'text',
              })
            }
            className={`${fieldClass} h-8 w-36!`}
          >
            {answers.map((kind) => (
              <option key={kind} value={kind}>
                {t(`questions.answer.${kind}`)}
              </option>
            ))}
          </select>
          <label className="flex h-8 items-center gap-2 text-small">
            <input
              type="checkbox"
              checked={question.required}
              onChange={({ target }) => change({ ...question, required: target.checked })}
              className="size-4 accent-brand"
            />
            {t('questions.required')}
          </label>
        </>
      )}
    </Several>
  );
}
