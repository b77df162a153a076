import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApprovedAnswer } from '../../api/answers';
import { approvedQuery, commonKey, removeAnswer } from '../../api/answers';
import { channelsQuery, meQuery } from '../../api/queries';
import { dayIn } from '../../figures/days';
import { serverNow } from '../../live/clock';
import { TextField } from '../../ui/Field';
import { Slotted } from '../../ui/Slotted';
import { t } from '../../ui/text';
import { Confirm } from '../Confirm';
import { Cards, Chip, Row } from '../Page';
import { useSaving } from '../useSaving';
import { dayWords, found, isDue } from './answer';

/** So many are seen at a glance. */
const few = 5;

/** Where it is offered, by the accounts' names. */
function usePlaces() {
  const { data: channels = [] } = useQuery(channelsQuery);
  return ({ accounts }: ApprovedAnswer): string =>
    accounts.length === 0
      ? t('answers.everywhere')
      : accounts
          .map((id) => channels.find((one) => one.id === id)?.name ?? t('answers.goneAccount'))
          .join(', ');
}

type AnswerRowProps = { its: ApprovedAnswer; onEdit: () => void; onRemove: () => void };

function AnswerRow({ its, onEdit, onRemove }: AnswerRowProps) {
  const { data: me } = useQuery(meQuery);
  const places = usePlaces();
  const { title, review_on: on } = its;
  const due = me !== undefined && isDue(its, dayIn(me.zone, serverNow()));
  return (
    <Row
      edit={{ label: t('answers.edit', { title }), do: onEdit }}
      remove={{ label: t('answers.remove', { title }), do: onRemove }}
    >
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">{title}</p>
        <p className="truncate text-small text-ink-2" dir="auto">
          <Slotted text={its.text.replace(/\s+/g, ' ')} />
        </p>
        <p className="figures text-meta/5 text-ink-3">
          {[t('answers.asks', { count: its.questions.length }), places(its)].join(' · ')}
          {on && ' · '}
          {on &&
            (due ? (
              <span className="inline-flex">
                <Chip tone="warn">{t('answers.due', { date: dayWords(on) })}</Chip>
              </span>
            ) : (
              <span className="whitespace-nowrap">
                {t('answers.reviewOn', { date: dayWords(on) })}
              </span>
            ))}
        </p>
      </div>
    </Row>
  );
}

type ApprovedListProps = { all: ApprovedAnswer[]; onEdit: (its: ApprovedAnswer) => void };

/** What is approved, to be found, changed and taken back. */
export function ApprovedList({ all, onEdit }: ApprovedListProps) {
  const [words, setWords] = useState('');
  const [leaving, setLeaving] = useState<ApprovedAnswer | null>(null);
  const { save } = useSaving(approvedQuery.queryKey, commonKey);
  const shown = found(all, words);
  return (
    <>
      {(all.length > few || words) && (
        <div className="mb-3">
          <TextField
            label={t('answers.find')}
            type="search"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      )}
      {shown.length === 0 ? (
        <p role="status" className="rounded-lg border border-line bg-panel px-4 py-3.5 text-ink-2">
          {t(all.length === 0 ? 'answers.none' : 'ui.nothingFound')}
        </p>
      ) : (
        <Cards label={t('answers.list')}>
          {shown.map((its) => (
            <AnswerRow
              key={its.id}
              its={its}
              onEdit={() => onEdit(its)}
              onRemove={() => setLeaving(its)}
            />
          ))}
        </Cards>
      )}
      {leaving && (
        <Confirm
          title={t('answers.remove', { title: leaving.title })}
          text={t('answers.removeText')}
          onClose={() => setLeaving(null)}
          onConfirm={() => void save(() => removeAnswer(leaving.id), t('answers.removed'))}
        />
      )}
    </>
  );
}
