import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const reachable =
  'a[href], button:not([disabled]), input:not([disabled], [hidden]), select, textarea, [tabindex="0"]';

/** While it is on, Tab goes round inside, and Escape goes out. */
export function useTrap(
  box: RefObject<HTMLElement | null>,
  isOn: boolean,
  onEscape: () => void,
): void {
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onEscape();
      if (event.key === 'Tab') goRound(event, box.current);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [box, isOn, onEscape]);
}

function goRound(event: KeyboardEvent, box: HTMLElement | null): void {
  const stops = [...(box?.querySelectorAll<HTMLElement>(reachable) ?? [])].filter(
    (stop) => stop.tabIndex >= 0 && stop.getClientRects().length > 0,
  );
  const [end, start] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  const isOutside = !stops.includes(document.activeElement as HTMLElement);
  if (document.activeElement !== end && !(isOutside && event.shiftKey)) return;
  event.preventDefault();
  start?.focus();
}
