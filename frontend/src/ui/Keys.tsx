import { keyName } from './shortcuts';

/** A shortcut, one cap a key. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="inline-flex shrink-0 gap-0.5" aria-hidden="true">
      {keys.split(' ').map((key) => (
        <kbd
          key={key}
          className="min-w-5 rounded-sm border border-line-strong bg-sunk px-1 text-center font-sans text-[11px]/4.5 text-ink-2"
        >
          {keyName(key)}
        </kbd>
      ))}
    </span>
  );
}
