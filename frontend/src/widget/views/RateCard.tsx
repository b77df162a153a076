/** @jsxImportSource preact */
import { useId, useState } from 'preact/hooks';
import type { Key } from '../languages';
import { currentLocale, t } from '../languages';
import type { Chat } from '../live/chat';
import type { Extras, SurveyPart } from '../live/frames';
import type { Memory } from '../live/memory';
import type { ChatState } from '../live/state';
import { RateExtras } from './RateExtras';

type Choice = { score: number; sign: string; label: Key };

const labels: Key[] = ['rate1', 'rate2', 'rate3', 'rate4', 'rate5'];
const faces = ['😞', '🙁', '😐', '🙂', '😀'];
const choices: Record<SurveyPart['scale'], Choice[]> = {
  numbers: labels.map((label, at) => ({ score: at + 1, sign: String(at + 1), label })),
  faces: labels.map((label, at) => ({ score: at + 1, sign: faces[at] ?? '', label })),
  thumbs: [
    { score: 0, sign: '👎', label: 'rateDown' },
    { score: 1, sign: '👍', label: 'rateUp' },
  ],
};

const skippedKey = (id: string) => `skipped.${id}`;

type RateCardProps = {
  chat: Chat;
  state: ChatState;
  memory: Memory;
  question: SurveyPart;
  seq: number;
  now: number;
};

/**
 * A question in the thread: first how it was, which is kept at once, then what may be said beside. What was answered is the
 * server's to know; that somebody would rather not is this browser's.
 */
export function RateCard({ chat, state, memory, question, seq, now }: RateCardProps) {
  const title = useId();
  const answer = state.thread.answers.get(question.id);
  const [isSkipped, setSkipped] = useState(memory.get(skippedKey(question.id)) !== undefined);
  const [extras, setExtras] = useState<Extras>({});
  const [step, setStep] = useState<'score' | 'extras' | 'done'>('score');
  const isOver = Date.parse(question.until) <= now;
  const isLive = state.phase === 'live';

  const rate = (score: number, more: Extras = extras): boolean =>
    chat.rate(question.id, score, currentLocale(), more);
  const skip = (on: boolean) => {
    memory.set(skippedKey(question.id), on ? '1' : null);
    setSkipped(on);
  };

  if (isOver && !answer) return null;
  if (isSkipped && !answer) {
    return (
      <p class="rate-later" data-seq={seq}>
        <button type="button" class="link" onClick={() => skip(false)}>
          {t('rateQuestion')}
        </button>
      </p>
    );
  }
  return (
    <section class="rate" aria-labelledby={title} data-seq={seq}>
      <h2 id={title}>{t('rateQuestion')}</h2>
      <div class={`scores ${question.scale}`} role="group" aria-labelledby={title}>
        {choices[question.scale].map(({ score, sign, label }) => (
          <button
            key={score}
            type="button"
            aria-pressed={answer?.score === score}
            disabled={!isLive || isOver}
            onClick={() => {
              if (rate(score)) setStep(step === 'done' ? 'done' : 'extras');
            }}
          >
            <span class="sign" aria-hidden="true">
              {sign}
            </span>
            <span class="label">{t(label)}</span>
          </button>
        ))}
      </div>
      {state.refusedAnswer === question.id && (
        <p class="problem" role="alert">
          {t('transcriptFailed')}
        </p>
      )}
      {answer && step === 'extras' && (
        <RateExtras
          items={question.items}
          isLive={isLive}
          onSend={(said) => {
            if (!rate(answer.score, said)) return;
            setExtras(said);
            setStep('done');
          }}
        />
      )}
      {answer && step !== 'extras' && (
        <p class="rate-thanks" role="status">
          {t('rateThanks')}
        </p>
      )}
      {answer?.unsolved && !state.conversation.open && (
        <>
          <p>{t('rateUnsolved')}</p>
          <button
            type="button"
            class="primary"
            disabled={!isLive}
            onClick={() => chat.reopen(question.id)}
          >
            {t('rateReopen')}
          </button>
        </>
      )}
      {!answer && (
        <button type="button" class="link" onClick={() => skip(true)}>
          {t('skip')}
        </button>
      )}
    </section>
  );
}
