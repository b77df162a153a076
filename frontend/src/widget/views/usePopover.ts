import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export type Popover = {
  isOpen: boolean;
  box: RefObject<HTMLDivElement | null>;
  button: RefObject<HTMLButtonElement | null>;
  toggle: () => void;
  /** The focus goes back to the button that opened it. */
  close: () => void;
};

/** Something small that opens beside its button and closes by Escape, a click elsewhere, or the focus leaving. */
export function usePopover(): Popover {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useLayoutEffect(() => {
    if (!isOpen) return;
    box.current?.querySelector<HTMLElement>('button, input')?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // only this closes, not the whole chat
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    };
    const onPointer = ({ target }: Event) => {
      const isInside = [box, button].some(({ current }) => current?.contains(target as Node));
      if (!isInside) setOpen(false);
    };
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('pointerdown', onPointer);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('pointerdown', onPointer);
    };
  }, [isOpen]);
  return { isOpen, box, button, toggle: () => setOpen(!isOpen), close };
}
