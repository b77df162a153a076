import { useQuery } from '@tanstack/react-query';
import { fillIn } from '../api/macros';
import { meQuery, peopleQuery, statusesQuery, teamsQuery } from '../api/queries';
import type { Item, Macro, Then } from '../api/types';
import { t } from '../ui/text';
import { thenText } from './macroText';

/** What a macro does besides the writing, as small marks. */
export function ThenMarks({ then }: { then: Then | undefined }) {
  const { data: statuses = [] } = useQuery(statusesQuery);
  const { data: people = [] } = useQuery(peopleQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  return thenText(then, { statuses, people, teams }).map((text) => (
    <span key={text} className="rounded-sm bg-sunk px-1.5 text-meta/5 text-ink-2">
      {text}
    </span>
  ));
}

/** A macro as it will stand in the composer. */
export function MacroPreview({ macro, its }: { macro: Macro; its: Item | null }) {
  const { data: me } = useQuery(meQuery);
  const text = fillIn(macro.text, {
    ...(its ? { contact: its.contact, conversation: its } : {}),
    ...(me ? { agent: me } : {}),
  });
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <p className="text-small break-words whitespace-pre-wrap">{text}</p>
      {Object.keys(macro.then).length > 0 && (
        <p className="flex flex-wrap items-center gap-1">
          <span className="text-meta text-ink-3">{t('macro.then')}</span>
          <ThenMarks then={macro.then} />
        </p>
      )}
    </div>
  );
}
