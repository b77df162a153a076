/** @jsxImportSource preact */
import { t } from '../languages';
import { safeAddress } from '../links';
import type { Part } from '../live/frames';
import { Away } from './Text';

/** What a message holds besides text. An answer that can be chosen is said as if it had been typed. */
export function Parts({ parts, onChoose }: { parts: Part[]; onChoose?: (label: string) => void }) {
  const choices = parts.filter((part) => part.kind === 'choice');
  return (
    <>
      {parts.map((part, at) => part.kind !== 'choice' && <Shown key={at} part={part} />)}
      {choices.length > 0 && (
        <div class="choices">
          {choices.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              class="choice"
              disabled={!onChoose}
              onClick={() => onChoose?.(label)}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function Shown({ part }: { part: Exclude<Part, { kind: 'choice' }> }) {
  switch (part.kind) {
    case 'card': {
      const address = safeAddress(part.url);
      return (
        <div class="card-part" dir="auto">
          <strong>{address ? <Away href={address}>{part.title}</Away> : part.title}</strong>
          {part.text && <p>{part.text}</p>}
        </div>
      );
    }
    case 'location': {
      const { latitude, longitude, name } = part;
      const address = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}&zoom=16`;
      return (
        <p>
          <Away href={address}>{name ?? t('location')}</Away>
        </p>
      );
    }
    case 'quote':
      return (
        <blockquote dir="auto">
          {part.author && <strong>{part.author}: </strong>}
          {part.text}
        </blockquote>
      );
    default:
      return <p class="quiet">{t('cannotShow')}</p>;
  }
}
