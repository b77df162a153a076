import type { Unit } from '../api/reports';
import { headline } from '../figures/format';
import { Number } from '../figures/Number';
import type { AgentRow, BoardAsked, BoardState } from '../live/board';
import { Avatar } from '../ui/Avatar';
import { t } from '../ui/text';
import type { Open } from './Board';
import { Card } from './Card';

type Column = { key: string; metric: string; unit: Unit; span: BoardAsked['span'] };

const columns: Column[] = [
  { key: 'open', metric: 'backlog_open', unit: 'count', span: 'now' },
  { key: 'waiting', metric: 'backlog_waiting', unit: 'count', span: 'now' },
  { key: 'oldest', metric: 'oldest_wait', unit: 'seconds', span: 'now' },
  { key: 'replies_hour', metric: 'response_time', unit: 'count', span: 'hour' },
  { key: 'first_response_today', metric: 'first_response_time', unit: 'seconds', span: 'today' },
  { key: 'response_today', metric: 'response_time', unit: 'seconds', span: 'today' },
  { key: 'csat_today', metric: 'csat', unit: 'ratio', span: 'today' },
];

/** Of replies it is how many there were that is asked, not how long they took. */
function valueOf({ figures }: AgentRow, { key, metric }: Column): number | null {
  const figure = figures[key];
  if (!figure) return null;
  return key === 'replies_hour' ? figure.n || null : headline(metric, figure);
}

/** How each agent stands, in the order of their names, which does not change while one reads. */
export function Agents({ board, open }: { board: BoardState; open: Open }) {
  const team = board.tiles.waiting?.asked.team;
  return (
    <Card title={t('board.agents')}>
      {board.agents.length === 0 ? (
        <p className="text-ink-2">{t(board.asOf ? 'board.noAgents' : 'ui.loading')}</p>
      ) : (
        <div className="overflow-x-auto" role="region" aria-label={t('board.agents')} tabIndex={0}>
          <table className="figures w-full min-w-[720px]">
            <thead className="text-meta text-ink-2">
              <tr>
                <th scope="col" className="py-1 text-start font-normal">
                  {t('board.agent')}
                </th>
                {columns.map(({ key }) => (
                  <th key={key} scope="col" className="py-1 ps-3 text-end font-normal">
                    {t(`board.column.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {board.agents.map((row) => {
                const name = row.name ?? t('board.formerAgent');
                return (
                  <tr key={row.agent} className="border-t border-line">
                    <th scope="row" className="py-1 text-start font-medium">
                      <span className="flex items-center gap-2">
                        <Avatar name={name} size="small" />
                        <span className="truncate">{name}</span>
                      </span>
                    </th>
                    {columns.map((column) => {
                      const label = `${name}, ${t(`board.column.${column.key}`)}`;
                      const asked = {
                        span: column.span,
                        agent: row.agent,
                        ...(team ? { team } : {}),
                      };
                      // what is listed for a count of replies are the replies, with how long they took
                      const unit = column.metric === 'response_time' ? 'seconds' : column.unit;
                      return (
                        <td key={column.key} className="py-1 ps-3 text-end">
                          <Number
                            label={label}
                            metric={column.metric}
                            unit={column.unit}
                            value={valueOf(row, column)}
                            onOpen={() => open({ metric: column.metric, unit, asked }, label)}
                            className="justify-end"
                          />
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
