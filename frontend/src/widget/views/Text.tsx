/** @jsxImportSource preact */
import { linked } from '../links';

/** Text as it was written: lines are kept, addresses can be followed, nothing is ever markup. */
export function Text({ text }: { text: string }) {
  return (
    <p class="text" dir="auto">
      {linked(text).map((piece) =>
        typeof piece === 'string' ? piece : <Away href={piece.href}>{piece.label}</Away>,
      )}
    </p>
  );
}

export function Away({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
