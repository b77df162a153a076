import { useEffect, useRef, useSyncExternalStore } from 'react';
import { preferences } from './preferences';

/** Something an agent can do: by key, from the palette, and listed on the sheet. */
export type Command = {
  id: string;
  /** The first one is shown. `Mod` is ⌘ or Ctrl; `g m` is two keys after each other. */
  keys: string[];
  label: string;
  group: string;
  run: () => void;
  /** Its combinations work while a text field has the focus; single keys never do. */
  inFields?: boolean;
  /** Not offered in the palette. */
  hidden?: boolean;
};

type Layer = { current: Command[]; rank: number };

const layers: Layer[] = [];
const listeners = new Set<() => void>();
let snapshot: Command[] = [];

function changed() {
  const byId = new Map<string, Command>();
  for (const layer of layers) for (const command of layer.current) byId.set(command.id, command);
  snapshot = [...byId.values()];
  for (const listener of listeners) listener();
}

/**
 * Offers commands while the component is there. Of two with the same key the one of higher rank gets it, else
 * the later one.
 */
export function useCommands(commands: Command[], rank = 0): void {
  const layer = useRef<Layer>({ current: commands, rank });
  const names = commands.map(({ id, label, hidden }) => `${id}=${label}${hidden ?? false}`).join();

  useEffect(() => {
    const mine = layer.current;
    layers.push(mine);
    layers.sort((a, b) => a.rank - b.rank);
    changed();
    return () => {
      layers.splice(layers.indexOf(mine), 1);
      changed();
    };
  }, []);

  useEffect(() => {
    layer.current.current = commands;
  });

  useEffect(changed, [names]);
}

const watch = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useAllCommands = (): Command[] => useSyncExternalStore(watch, () => snapshot);

/** Runs what a command's id stands for now; the palette's list may be older than the command. */
export function run(id: string): void {
  for (let index = layers.length - 1; index >= 0; index--) {
    const found = layers[index]?.current.find((command) => command.id === id);
    if (found) return found.run();
  }
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How a key is written on this machine. */
export function keyName(key: string): string {
  return key
    .split('+')
    .map((part) => {
      if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
      if (part === 'Shift') return isMac ? '⇧' : 'Shift';
      if (part === 'ArrowDown') return '↓';
      if (part === 'ArrowUp') return '↑';
      if (part === 'Escape') return 'Esc';
      return part.length === 1 ? part.toUpperCase() : part;
    })
    .join(isMac ? '' : '+');
}

function pressed(event: KeyboardEvent): string {
  const letter = /^[a-z]$/i.test(event.key);
  const key = letter ? event.key.toLowerCase() : event.key;
  const parts = [
    event.metaKey || event.ctrlKey ? 'Mod' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && (letter || key.length > 1) ? 'Shift' : '',
    key,
  ];
  return parts.filter(Boolean).join('+');
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** In a menu or a dialog the keys are its own. */
const isElsewhere = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('[role=menu],[role=dialog],[role=alertdialog]') !== null;

const isSingle = (key: string) => /^(Shift\+)?.( .)?$/.test(key);

let prefix = '';
let prefixEnds: ReturnType<typeof setTimeout> | undefined;

function find(key: string, inField: boolean): Command | undefined {
  for (let index = layers.length - 1; index >= 0; index--) {
    const found = layers[index]?.current.find(
      (command) =>
        command.keys.includes(key) &&
        (!inField || (command.inFields && !isSingle(key))) &&
        (!isSingle(key) || preferences().letters),
    );
    if (found) return found;
  }
  return undefined;
}

function onKey(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || isElsewhere(event.target)) return;
  const inField = isField(event.target);
  const key = pressed(event);
  const command = find(prefix ? `${prefix} ${key}` : key, inField);
  clearTimeout(prefixEnds);
  prefix = '';
  if (command) {
    event.preventDefault();
    command.run();
  } else if (!inField && key === 'g') {
    prefix = key;
    prefixEnds = setTimeout(() => (prefix = ''), 1200);
  }
}

/** One listener for the page. */
export function listenForKeys(): () => void {
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
