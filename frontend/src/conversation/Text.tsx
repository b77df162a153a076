import type { ReactNode } from 'react';
import { Fragment } from 'react';
import type { Piece } from '../ui/markup';
import { blocks } from '../ui/markup';

const address = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'])|([\w.+-]+@[\w-]+\.[\w.-]*\w)/g;

function linked(text: string) {
  const pieces: (string | { href: string; label: string })[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    pieces.push(text.slice(from, match.index));
    pieces.push({ href: match[1] ?? `mailto:${match[2]}`, label: match[0] });
    from = match.index + match[0].length;
  }
  return [...pieces, text.slice(from)];
}

function Linked({ text }: { text: string }) {
  return linked(text).map((piece, index) =>
    typeof piece === 'string' ? (
      <Fragment key={index}>{piece}</Fragment>
    ) : (
      <Away key={index} href={piece.href}>
        {piece.label}
      </Away>
    ),
  );
}

function Away({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-brand underline decoration-brand-line underline-offset-2 hover:decoration-brand"
    >
      {children}
    </a>
  );
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map((piece, index) => {
    if (typeof piece === 'string') return <Linked key={index} text={piece} />;
    const inside = <Pieces pieces={piece.pieces} />;
    if (piece.tag === 'a') {
      return (
        <Away key={index} href={piece.href}>
          {inside}
        </Away>
      );
    }
    return <piece.tag key={index}>{inside}</piece.tag>;
  });
}

/** What an agent wrote with light formatting, as the visitor's panel shows it. */
export function Marked({ text }: { text: string }) {
  return (
    <div dir="auto" className="flex flex-col gap-2 break-words">
      {blocks(text).map(({ tag: Tag, lines }, index) =>
        Tag === 'ul' || Tag === 'ol' ? (
          <Tag key={index} className={`ps-5 ${Tag === 'ul' ? 'list-disc' : 'list-decimal'}`}>
            {lines.map((line, at) => (
              <li key={at}>
                <Pieces pieces={line} />
              </li>
            ))}
          </Tag>
        ) : (
          <Tag
            key={index}
            className={Tag === 'blockquote' ? 'border-s-2 border-line-strong ps-3 text-ink-2' : ''}
          >
            {lines.map((line, at) => (
              <Fragment key={at}>
                {at > 0 && <br />}
                <Pieces pieces={line} />
              </Fragment>
            ))}
          </Tag>
        ),
      )}
    </div>
  );
}

/** Text as it was written: lines are kept, addresses can be followed. */
export function Text({ text, className = '' }: { text: string; className?: string }) {
  return (
    <div dir="auto" className={`break-words whitespace-pre-wrap ${className}`}>
      <Linked text={text} />
    </div>
  );
}
