import { Users } from 'lucide-react';
import { useState } from 'react';
import type { Conversation } from '../api/types';
import type { People } from '../live/drafts';
import { t } from '../ui/text';
import { allOf, everyone, usualPeople } from './people';
import { RecipientsField } from './RecipientsField';
import type { Composing } from './useComposer';

const lists = ['to', 'cc', 'bcc'] as const;

/** To, Cc and Bcc, as chips; Cc and Bcc come when they are asked for. */
export function PeopleFields({
  channel,
  people,
  onChange,
  autoFocus,
}: {
  channel: string;
  people: People;
  onChange: (people: People) => void;
  autoFocus?: boolean;
}) {
  const [asked, setAsked] = useState<'cc' | 'bcc' | null>(null);
  const shown = lists.filter(
    (list) => list === 'to' || people[list].length > 0 || asked === 'bcc' || asked === list,
  );
  const missing = lists.filter((list) => !shown.includes(list));
  return (
    <div className="relative">
      {shown.map((list) => (
        <RecipientsField
          key={list}
          className={list === 'to' && missing.length > 0 ? 'pe-16' : ''}
          label={t(`composer.${list}`)}
          channel={channel}
          people={people[list]}
          onChange={(next) => onChange({ ...people, [list]: next })}
          autoFocus={list === asked || (autoFocus === true && list === 'to')}
        />
      ))}
      {missing.length > 0 && (
        <span className="absolute top-1 inset-e-2 flex gap-0.5">
          {missing
            .filter((list): list is 'cc' | 'bcc' => list !== 'to')
            .map((list) => (
              <button
                key={list}
                type="button"
                onClick={() => setAsked(list)}
                className="h-6 rounded-sm px-1.5 text-meta text-ink-3 hover:bg-hover hover:text-ink"
              >
                {t(`composer.${list}`)}
              </button>
            ))}
        </span>
      )}
    </div>
  );
}

/** The unfolded lists, and one press for everybody who got the customer's mail. */
export function ToFields({ its, composing }: { its: Conversation; composing: Composing }) {
  const { draft, account } = composing;
  const people = draft.people ?? usualPeople(its);
  const all = everyone(its, account);
  const more = allOf(all).filter(
    ({ value }) => !allOf(people).some((known) => known.value === value),
  ).length;
  return (
    <div className="mt-1 border-t border-line">
      <PeopleFields
        channel={its.channel}
        people={people}
        onChange={composing.setPeople}
        autoFocus={draft.forward !== undefined}
      />
      {more > 0 && draft.forward === undefined && (
        <button
          type="button"
          onClick={() => composing.setPeople(all)}
          className="flex h-7 items-center gap-1.5 px-3.5 text-meta text-brand hover:underline"
        >
          <Users size={13} aria-hidden="true" /> {t('composer.everyone', { count: more })}
        </button>
      )}
    </div>
  );
}
