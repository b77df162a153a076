import { Fragment } from 'react';
import { slotted, slotWords } from './slots';
import { t } from './text';

/** A text in which what is to be filled in stands out. */
export const Slotted = ({ text }: { text: string }) =>
  slotted(text).map((piece, index) =>
    typeof piece === 'string' ? (
      <Fragment key={index}>{piece}</Fragment>
    ) : (
      <mark
        key={index}
        title={t('suggestion.slot', { name: slotWords(piece) })}
        className="rounded-sm border border-dashed border-brand-line bg-brand-soft px-1 text-brand-strong"
      >
        {slotWords(piece)}
      </mark>
    ),
  );
