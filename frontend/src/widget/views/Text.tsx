/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import type { Piece } from '../../ui/markup';
import { blocks } from '../../ui/markup';
import { linked } from '../links';

/** Text as it was written: lines are kept, addresses can be followed, nothing is markup. */
export function Text({ text }: { text: string }) {
  return (
    <p class="text" dir="auto">
      <Linked text={text} />
    </p>
  );
}

function Linked({ text }: { text: string }) {
  return (
    <>
      {linked(text).map((piece) =>
        typeof piece === 'string' ? piece : <Away href={piece.href}>{piece.label}</Away>,
      )}
    </>
  );
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  return (
    <>
      {pieces.map((piece) => {
        if (typeof piece === 'string') return <Linked text={piece} />;
        const inside = <Pieces pieces={piece.pieces} />;
        return piece.tag === 'a' ? (
          <Away href={piece.href}>{inside}</Away>
        ) : (
          <piece.tag>{inside}</piece.tag>
        );
      })}
    </>
  );
}

/** What an agent wrote: bold, italic, links, lists and quotes by the signs that people write them with. */
export function Marked({ text }: { text: string }) {
  return (
    <div class="text marked" dir="auto">
      {blocks(text).map(({ tag: Tag, lines }) => (
        <Tag>
          {lines.map((line, at) =>
            Tag === 'ul' || Tag === 'ol' ? (
              <li>
                <Pieces pieces={line} />
              </li>
            ) : (
              <>
                {at > 0 && <br />}
                <Pieces pieces={line} />
              </>
            ),
          )}
        </Tag>
      ))}
    </div>
  );
}

export function Away({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
