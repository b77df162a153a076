import type { Aged, BoardAsked, BoardState } from '../live/board';
import { Number } from '../figures/Number';
import { t } from '../ui/text';
import { agedAsked, ages } from './ages';
import type { Open } from './Board';
import { Card } from './Card';

const tones = ['bg-brand', 'bg-brand', 'bg-warn', 'bg-bad'];

const sum = (counts: number[]) => counts.reduce((all, one) => all + one, 0);

const nameOf = ({ team, name }: Aged) => name ?? t(team ? 'board.formerTeam' : 'board.noTeam');

/** A stable order: by name, and last what is no team's. */
const byName = (one: Aged, other: Aged) =>
  asNumber(one.team === null) - asNumber(other.team === null) ||
  nameOf(one).localeCompare(nameOf(other));

const asNumber = (is: boolean) => (is ? 1 : 0);

type WaitingProps = {
  label: string;
  value: number;
  asked: BoardAsked;
  open: Open;
  className?: string;
};

/** How many wait; opens which ones. */
const Waiting = ({ label, value, asked, open, className = '' }: WaitingProps) => (
  <Number
    label={label}
    metric="backlog_waiting"
    unit="count"
    value={value}
    onOpen={() => open({ metric: 'backlog_waiting', unit: 'count', asked }, label)}
    className={`justify-end ${className}`}
  />
);

/** Who waits, by team and by how long. */
export function Queue({ board, open }: { board: BoardState; open: Open }) {
  const rows = [...board.queue].sort(byName);
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  return (
    <Card title={t('board.queue')}>
      {rows.length === 0 ? (
        <p className="text-ink-2">{board.asOf ? t('board.nobodyWaits') : t('ui.loading')}</p>
      ) : (
        <table className="figures w-full table-fixed">
          <thead className="text-meta text-ink-2">
            <tr>
              <th scope="col" className="w-[26%] py-1 text-start font-normal">
                {t('board.team')}
              </th>
              {ages.map((age) => (
                <th key={age} scope="col" className="py-1 ps-2 text-start font-normal">
                  {t(`board.waits.${age}`)}
                </th>
              ))}
              <th scope="col" className="w-14 py-1 text-end font-normal">
                {t('board.all')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.team ?? ''} className="border-t border-line">
                <th scope="row" className="truncate py-1.5 text-start font-medium">
                  {nameOf(row)}
                </th>
                {row.counts.map((waiting, at) => (
                  <td key={ages[at]} className="py-1 ps-2">
                    <span className="flex items-center gap-2">
                      <Waiting
                        label={t('board.waitForSince', {
                          team: nameOf(row),
                          age: t(`board.waits.${ages[at] ?? ''}`),
                        })}
                        value={waiting}
                        asked={agedAsked(row.team, at)}
                        open={open}
                        className={`min-w-8! ${waiting ? '' : 'text-ink-3'}`}
                      />
                      <span className="h-3 min-w-0 flex-1" aria-hidden="true">
                        {waiting > 0 && (
                          <span
                            className={`block h-3 rounded-sm ${tones[at] ?? ''}`}
                            style={{ width: `${Math.max(4, (waiting / most) * 100)}%` }}
                          />
                        )}
                      </span>
                    </span>
                  </td>
                ))}
                <td className="py-1 text-end">
                  <Waiting
                    label={t('board.waitFor', { team: nameOf(row) })}
                    value={sum(row.counts)}
                    asked={{ span: 'now', team: row.team ?? '' }}
                    open={open}
                    className="font-semibold"
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
