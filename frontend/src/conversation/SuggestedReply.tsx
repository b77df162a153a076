import type { RefObject } from 'react';
import { lazy, Suspense } from 'react';
import type { Conversation } from '../api/types';
import { useCommands } from '../ui/shortcuts';
import { t } from '../ui/text';
import type { Composing } from './useComposer';
import { useSuggestions } from './useSuggestions';

const SuggestionCard = lazy(() =>
  import('./SuggestionCard').then((its) => ({ default: its.SuggestionCard })),
);

type SuggestedReplyProps = {
  its: Conversation;
  composing: Composing;
  field: RefObject<HTMLTextAreaElement | null>;
  onOpen: (id: string) => void;
};

/** What may be answered, over the composer. Where nothing is likely, nothing is there. */
export function SuggestedReply({ its, composing, field, onOpen }: SuggestedReplyProps) {
  const suggested = useSuggestions(its, composing, field);
  const { item, at, count } = suggested;
  useCommands([
    {
      id: 'suggestion',
      keys: ['Mod+j'],
      label: t('command.suggestion'),
      group: t('group.conversation'),
      inFields: true,
      hidden: !suggested.canInsert,
      run: suggested.insert,
    },
  ]);
  return (
    <>
      <p role="status" className="sr-only">
        {item && t('suggestion.announce', { n: at + 1, count })}
      </p>
      {item && (
        <Suspense>
          <SuggestionCard
            item={item}
            suggested={suggested}
            small={composing.text.trim() !== ''}
            onOpen={onOpen}
          />
        </Suspense>
      )}
    </>
  );
}
