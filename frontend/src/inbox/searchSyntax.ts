/** The words that a search understands besides plain ones. A colon at the end asks for a value. */
export const chips = [
  'from:',
  'tag:',
  'inbox:',
  'before:',
  'after:',
  'assignee:me',
  'has:file',
  'is:open',
] as const;

/** The text with a chip in it: one that is there already goes away, else it comes at the end. */
export function withChip(text: string, chip: string): string {
  const words = text.split(/\s+/).filter(Boolean);
  if (!chip.endsWith(':') && words.includes(chip)) {
    return words.filter((word) => word !== chip).join(' ');
  }
  return [...words, chip].join(' ') + (chip.endsWith(':') ? '' : ' ');
}

export const hasChip = (text: string, chip: string): boolean =>
  text.split(/\s+/).some((word) => (chip.endsWith(':') ? word.startsWith(chip) : word === chip));

const place = 'firth.searches';
const mostKept = 8;

export function recentSearches(): string[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as string[];
  } catch {
    return [];
  }
}

export function rememberSearch(text: string): void {
  const its = text.trim().replace(/\s+/g, ' ');
  if (its === '') return;
  try {
    const others = recentSearches().filter((one) => one !== its);
    localStorage.setItem(place, JSON.stringify([its, ...others].slice(0, mostKept)));
  } catch {
    // then the next visit begins with none
  }
}

export function forgetSearches(): void {
  localStorage.removeItem(place);
}
