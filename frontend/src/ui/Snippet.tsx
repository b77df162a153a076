import { Fragment } from 'react';
import { snippetPieces } from './snippet';

/** Found text with what was looked for marked. Nothing of it is ever taken for markup. */
export const Snippet = ({ text }: { text: string }) =>
  snippetPieces(text).map((piece, index) =>
    piece.hit ? (
      <mark key={index} className="rounded-[3px] bg-note px-px font-semibold text-ink">
        {piece.text}
      </mark>
    ) : (
      <Fragment key={index}>{piece.text}</Fragment>
    ),
  );
