import { useQuery } from '@tanstack/react-query';
import type { AccountPolicy, Policy } from '../../api/surveys';
import { surveyPreviewQuery } from '../../api/surveys';
import { Bar } from '../../ui/States';
import { t } from '../../ui/text';

type SurveyPreviewProps = { account: AccountPolicy; policy: Policy; language: string };

/** What customers are shown, in the words they are shown it in. */
export function SurveyPreview({ account, policy, language }: SurveyPreviewProps) {
  const { data } = useQuery(surveyPreviewQuery(language, policy.scale, account.account));
  if (!data) return <Bar className="h-28" />;
  return (
    <figure
      dir={data.right_to_left ? 'rtl' : 'ltr'}
      lang={data.language}
      className="flex flex-col gap-3 rounded-lg border border-line bg-sunk p-4"
      aria-label={t('surveys.preview')}
    >
      <p className="font-medium">{data.question}</p>
      <ul className="flex flex-wrap gap-2">
        {data.answers.map(({ score, sign, label }) => (
          <li
            key={score}
            className="flex min-w-16 flex-1 flex-col items-center gap-1 rounded-md border border-line bg-panel px-1 py-2 text-center"
          >
            <span className="text-title" aria-hidden="true">
              {sign}
            </span>
            <span className="text-meta text-ink-2">{label}</span>
          </li>
        ))}
      </ul>
      {data.items
        .filter(({ item }) => policy.items.includes(item))
        .map(({ item, label }) => (
          <p key={item} className="text-small text-ink-2">
            {label}
          </p>
        ))}
      <p className="rounded-md border border-control bg-panel px-2.5 py-2 text-small text-ink-3">
        {data.comment}
      </p>
    </figure>
  );
}
