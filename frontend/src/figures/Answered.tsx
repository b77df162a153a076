import type { Answer } from '../api/reports';
import { t } from '../ui/text';

/** The best score of each scale. */
const most: Record<string, number> = { '1-5': 5, '0-10': 10, '1-3': 3 };

function scoreOf({ scale, score }: Answer): string {
  if (scale === 'thumbs')
    return t(score > 0 ? 'figures.answer.thumbsUp' : 'figures.answer.thumbsDown');
  return t('figures.answer.score', { score, most: most[scale] ?? 5 });
}

const said = (word: boolean | null, yes: string, no: string): string[] =>
  word === null ? [] : [t(`figures.answer.${word ? yes : no}`)];

/** What a customer said, in one line, and in their own words. */
export function Answered({ answer }: { answer: Answer }) {
  const words = [
    scoreOf(answer),
    ...said(answer.solved, 'solved', 'notSolved'),
    ...said(answer.helpful, 'helpful', 'notHelpful'),
    ...said(answer.comes_back, 'comesBack', 'comesNotBack'),
  ];
  return (
    <>
      <p className="figures text-small text-ink-2">{words.join(' · ')}</p>
      {answer.comment && (
        <p dir="auto" className="border-s-2 border-line ps-2.5 text-small whitespace-pre-line">
          {answer.comment}
        </p>
      )}
    </>
  );
}
