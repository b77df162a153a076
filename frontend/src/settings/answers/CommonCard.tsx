import { useId } from 'react';
import type { CommonQuestion } from '../../api/answers';
import { serverNow } from '../../live/clock';
import { Button } from '../../ui/Button';
import { Slotted } from '../../ui/Slotted';
import { t } from '../../ui/text';
import { exact, shortDate } from '../../ui/time';
import { titleOf } from './answer';

const fewQuestions = 3;

type CommonCardProps = {
  its: CommonQuestion;
  busy: boolean;
  onApprove: () => void;
  onEdit: () => void;
  onNumber: (number: number) => void;
};

/** A question that is asked again and again, and what was replied. */
export function CommonCard({ its, busy, onApprove, onEdit, onNumber }: CommonCardProps) {
  const id = useId();
  const { times, customers, last_at: last } = its;
  const title = titleOf(its.questions[0] ?? its.text);
  return (
    <li className="flex flex-col gap-2.5 px-4 py-3.5" aria-labelledby={id}>
      <p id={id} className="figures text-small text-ink-2">
        <span className="font-semibold text-ink">{t('answers.times', { times })}</span>{' '}
        {t('answers.customers', { customers })} ·{' '}
        <time dateTime={last} title={exact(last)} className="whitespace-nowrap">
          {t('suggestion.last', { date: shortDate(last, serverNow()) })}
        </time>
      </p>
      <ul aria-label={t('answers.questions')} className="flex flex-col gap-1">
        {its.questions.slice(0, fewQuestions).map((question) => (
          <li
            key={question}
            dir="auto"
            className="line-clamp-2 border-s-2 border-line-strong ps-2.5 break-words"
          >
            <Slotted text={question} />
          </li>
        ))}
      </ul>
      <p
        dir="auto"
        role="group"
        tabIndex={0}
        aria-label={t('answers.reply')}
        className="max-h-72 overflow-y-auto rounded-md bg-sunk px-3 py-2.5 break-words whitespace-pre-line"
      >
        <Slotted text={its.text} />
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="figures min-w-0 flex-1 basis-40 text-meta text-ink-3">
          {its.conversations.length > 0 && t('suggestion.sources')}
          {its.conversations.map((number) => (
            <button
              key={number}
              type="button"
              aria-label={t('suggestion.source', { number })}
              onClick={() => onNumber(number)}
              className="ms-0.5 min-h-6 rounded-sm px-0.5 font-medium text-brand hover:underline"
            >
              #{number}
            </button>
          ))}
        </p>
        <div className="ms-auto flex gap-2">
          <Button
            size="small"
            aria-label={t('answers.editAndApproveOf', { title })}
            onClick={onEdit}
          >
            {t('answers.editAndApprove')}
          </Button>
          <Button
            size="small"
            look="primary"
            disabled={busy}
            aria-label={t('answers.approveOf', { title })}
            onClick={onApprove}
          >
            {t('answers.approve')}
          </Button>
        </div>
      </div>
    </li>
  );
}
