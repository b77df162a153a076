import { Fragment } from 'react';

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

/** Text as it was written: lines are kept, addresses can be followed. */
export function Text({ text, className = '' }: { text: string; className?: string }) {
  return (
    <div className={`break-words whitespace-pre-wrap ${className}`}>
      {linked(text).map((piece, index) =>
        typeof piece === 'string' ? (
          <Fragment key={index}>{piece}</Fragment>
        ) : (
          <a
            key={index}
            href={piece.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="text-brand underline decoration-brand-line underline-offset-2 hover:decoration-brand"
          >
            {piece.label}
          </a>
        ),
      )}
    </div>
  );
}
