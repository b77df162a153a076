import type { BoardAsked } from '../live/board';

const minute = 60;

/** The ages by which those who wait are told apart, as the server counts them. */
export const ages = ['under5', 'under15', 'under60', 'over60'] as const;

const edges = [5 * minute, 15 * minute, 60 * minute];

/** What is asked for when the n-th of a team's ages is opened. */
export function agedAsked(team: string | null, n: number): BoardAsked {
  const from = edges[n - 1];
  const to = edges[n];
  return {
    span: 'now',
    team: team ?? '',
    ...(from === undefined ? {} : { age_from: String(from) }),
    ...(to === undefined ? {} : { age_to: String(to) }),
  };
}
