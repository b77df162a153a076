/** Hours of a week as the server reads them: lines such as `mon-fri 09:00-17:30`. */

export const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof week)[number];
export type Shift = { days: Day[]; from: string; until: string };

const line = /^([a-z]{3}(?:\s*[-,]\s*[a-z]{3})*)\s+(\d{1,2}:\d{2})\s*-\s*(\d{1,2}:\d{2})$/;

/** The days of "mon-wed,fri", in the order of the week; none where a word is no day. */
function daysOf(words: string): Day[] {
  const days = new Set<Day>();
  for (const part of words.split(',')) {
    const ends = part.split('-').map((word) => week.findIndex((day) => day === word.trim()));
    const [first = -1] = ends;
    const last = ends.at(-1) ?? -1;
    if (first < 0 || last < 0) return [];
    for (let at = first; ; at = (at + 1) % week.length) {
      days.add(week[at] ?? 'mon');
      if (at === last) break;
    }
  }
  return week.filter((day) => days.has(day));
}

// midnight is written in two ways, of which a time field knows one
const timeOf = (text: string) => (text === '24:00' ? '00:00' : text.padStart(5, '0'));

/** Null where a line means something that nobody can read here. */
export function readHours(text: string): Shift[] | null {
  const shifts: Shift[] = [];
  for (const each of text.split('\n').filter((one) => one.trim())) {
    const [, words = '', from = '', until = ''] = line.exec(each.trim().toLowerCase()) ?? [];
    const days = daysOf(words);
    if (days.length === 0) return null;
    shifts.push({ days, from: timeOf(from), until: timeOf(until) });
  }
  return shifts;
}

/** Days after each other as a range, the rest one by one. */
function wordsOf(days: readonly Day[]): string {
  const runs: Day[][] = [];
  for (const day of week.filter((one) => days.includes(one))) {
    const run = runs.at(-1);
    const follows = run && week.indexOf(run.at(-1) ?? 'mon') + 1 === week.indexOf(day);
    if (follows) run.push(day);
    else runs.push([day]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(','))).join(',');
}

/** A shift that is on no day, or lacks a time, is left out. */
export const writeHours = (shifts: readonly Shift[]): string =>
  shifts
    .filter(({ days, from, until }) => days.length > 0 && from && until)
    .map(({ days, from, until }) => `${wordsOf(days)} ${from}-${until}`)
    .join('\n');
