/** Moments to come, in the agent's zone. */

const hour = 3_600_000;
const day = 24 * hour;

type Wall = { year: number; month: number; day: number; hour: number; minute: number };

function wallOf(at: number, zone: string): Wall & { weekday: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at);
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const [year, month, date] = [number('year'), number('month'), number('day')];
  return {
    year,
    month,
    day: date,
    hour: number('hour'),
    minute: number('minute'),
    weekday: new Date(Date.UTC(year, month - 1, date)).getUTCDay(),
  };
}

const asUtc = (wall: Wall) => Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);

/** The moment at which the clock on the wall of a zone shows this; days may run over the month's end. */
export function atWall(wall: Wall, zone: string): number {
  const wanted = asUtc(wall);
  // the offset may differ on either side of a change of clocks: two rounds find the right one
  const first = wanted - (asUtc(wallOf(wanted, zone)) - wanted);
  return wanted - (asUtc(wallOf(first, zone)) - first);
}

export type SnoozeChoice = { id: 'hour' | 'hours' | 'tomorrow' | 'monday' | 'week'; at: string };

export function snoozeChoices(nowMs: number, zone: string): SnoozeChoice[] {
  const today = wallOf(nowMs, zone);
  const nine = (days: number) =>
    new Date(atWall({ ...today, day: today.day + days, hour: 9, minute: 0 }, zone)).toISOString();
  const toMonday = (8 - today.weekday) % 7 || 7;
  const choices: SnoozeChoice[] = [
    { id: 'hour', at: new Date(nowMs + hour).toISOString() },
    { id: 'hours', at: new Date(nowMs + 3 * hour).toISOString() },
    { id: 'tomorrow', at: nine(1) },
    { id: 'monday', at: nine(toMonday) },
    { id: 'week', at: nine(7) },
  ];
  // on Sundays tomorrow is Monday, on Mondays Monday is in a week
  return choices.filter(
    (choice, index) => choices.findIndex((other) => other.at === choice.at) === index,
  );
}

/** What a `datetime-local` field holds, read in the agent's zone; null if it is not in the future. */
export function custom(value: string, zone: string, nowMs: number): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(value);
  if (!match) return null;
  const [year, month, date, hours, minutes] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const at = atWall({ year, month, day: date, hour: hours, minute: minutes }, zone);
  return at > nowMs ? new Date(at).toISOString() : null;
}

/** A moment as a `datetime-local` field wants it. */
export function fieldValue(atMs: number, zone: string): string {
  const wall = wallOf(atMs, zone);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${wall.year}-${two(wall.month)}-${two(wall.day)}T${two(wall.hour)}:${two(wall.minute)}`;
}

export const tomorrowAtNine = (nowMs: number, zone: string): number => {
  const wall = wallOf(nowMs + day, zone);
  return atWall({ ...wall, hour: 9, minute: 0 }, zone);
};
