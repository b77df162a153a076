import { fieldClass } from '../../ui/Field';
import { t } from '../../ui/text';
import type { Question } from './questions';
import { answers, readQuestions, writeQuestions } from './questions';
import type { LinesProps } from './Several';
import { Several } from './Several';

const fresh: Question = { name: '', label: '', kind: 'text', required: false };

/** What visitors are asked. */
export function QuestionsField(props: LinesProps) {
  return (
    <Several
      {...props}
      read={readQuestions}
      write={writeQuestions}
      none={t('questions.none')}
      add={t('questions.add')}
      remove={(number) => t('questions.remove', { number })}
      fresh={fresh}
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
