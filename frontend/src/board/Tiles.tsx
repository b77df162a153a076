import type { ReactNode } from 'react';
import type { Figure } from '../api/reports';
import { change, changeText, count, duration, headline, nothing, ratio } from '../figures/format';
import { Number } from '../figures/Number';
import type { BoardState, Tile } from '../live/board';
import { useNow } from '../live/clock';
import { Hint } from '../ui/Hint';
import { Bar } from '../ui/States';
import { t } from '../ui/text';
import type { Open } from './Board';
import { Card } from './Card';
import { alarmOf, limits, timeToClear } from './clear';

const large = 'text-[28px]/9 font-semibold tracking-tight';
const foot = 'figures flex min-h-4 flex-wrap items-center gap-x-1 text-meta text-ink-2';

type TileProps = { board: BoardState; open: Open };

const nameOf = (key: string) => t(`board.tile.${key}`);

/** How a figure stands beside the one of the span before. */
function beside({ metric, unit, figure, before }: Tile): string {
  if (!before) return '';
  return changeText(unit, change(unit, headline(metric, figure), headline(metric, before))) ?? '';
}

type TileNumberProps = {
  tile: Tile | undefined;
  label: string;
  open: Open;
  value?: (figure: Figure) => number | null | undefined;
  className?: string;
};

function TileNumber({ tile, label, open, value, className = large }: TileNumberProps) {
  if (!tile) return <Bar className="my-1.5 h-6 w-16" />;
  return (
    <Number
      label={label}
      metric={tile.metric}
      unit={tile.unit}
      value={value ? value(tile.figure) : headline(tile.metric, tile.figure)}
      onOpen={() => open(tile, label)}
      className={className}
    />
  );
}

/** What came in, and how much it was in the hour before. */
function Inflow({ board, open }: TileProps) {
  const tile = board.tiles.inflow;
  const by = tile && beside(tile);
  return (
    <Plain board={board} open={open} its="inflow">
      {tile?.before &&
        t('board.hourBefore', { n: count(tile.before.value), by: by ? ` (${by})` : '' })}
    </Plain>
  );
}

function Plain(props: TileProps & { its: string; className?: string; children?: ReactNode }) {
  const { board, open, its, className = '', children } = props;
  const tile = board.tiles[its];
  return (
    <Card title={nameOf(its)} className={className}>
      <div>
        <TileNumber tile={tile} label={nameOf(its)} open={open} />
      </div>
      <p className={foot}>{children}</p>
    </Card>
  );
}

function LongestWait({ board, open }: TileProps) {
  const now = useNow(1000);
  const tile = board.tiles.longest_wait;
  const since = board.waitingSince;
  const seconds = since ? Math.max(0, (now - Date.parse(since)) / 1000) : null;
  const alarm = alarmOf(seconds, limits.longest_wait);
  const title = nameOf('longest_wait');
  return (
    <Card title={title} alarm={alarm} alarmText={t(`board.alarm.wait.${alarm ?? 'warn'}`)}>
      <div>
        {tile ? (
          <Number
            label={title}
            metric={tile.metric}
            unit="seconds"
            value={seconds === null ? null : Math.floor(seconds)}
            ticking
            onOpen={() => open(tile, title)}
            className={large}
          />
        ) : (
          <Bar className="my-1.5 h-6 w-16" />
        )}
      </div>
      {!alarm && <p className={foot}>{tile && !since && t('board.nobodyWaits')}</p>}
    </Card>
  );
}

function Overdue({ board, open }: TileProps) {
  const tile = board.tiles.overdue;
  const alarm = alarmOf(tile?.figure.value ?? null, limits.overdue);
  return (
    <Card
      title={nameOf('overdue')}
      alarm={alarm}
      alarmText={t(`board.alarm.overdue.${alarm ?? 'warn'}`)}
    >
      <div>
        <TileNumber tile={tile} label={nameOf('overdue')} open={open} />
      </div>
    </Card>
  );
}

function TimeToClear({ board, open }: TileProps) {
  const { waiting, resolved_hour: resolved, inflow } = board.tiles;
  const clearing = timeToClear(waiting?.figure.value, resolved?.figure.value, inflow?.figure.value);
  const text = {
    unknown: nothing,
    clear: nothing,
    growing: t('board.notClearing'),
    in: clearing.kind === 'in' ? duration(clearing.seconds) : nothing,
  }[clearing.kind];
  return (
    <Card title={t('board.clear.title')}>
      <div>
        <Hint text={t('board.clear.words')}>
          <span
            tabIndex={0}
            role="note"
            aria-label={`${t('board.clear.title')}: ${clearing.kind === 'clear' ? t('board.nobodyWaits') : text}. ${t('board.clear.words')}`}
            className={`figures rounded-sm ${clearing.kind === 'growing' ? 'text-title/9 font-semibold text-warn' : large}`}
          >
            {text}
          </span>
        </Hint>
      </div>
      <p className={foot}>
        {clearing.kind === 'clear' && <span>{t('board.nobodyWaits')} ·</span>}
        <TileNumber
          tile={resolved}
          label={nameOf('resolved_hour')}
          open={open}
          className="min-h-4! font-medium"
        />
        <span>{t('board.clear.pace')}</span>
      </p>
    </Card>
  );
}

const spans = ['today', 'hour'] as const;

/** A duration today and in the last hour: the middle, the slow end, and beside it the span before. */
function Durations({ board, open, its }: TileProps & { its: string }) {
  const label = (span: string, part: string) =>
    `${nameOf(its)}, ${t(`board.span.${span}`)}, ${t(`board.part.${part}`)}`;
  return (
    <Card title={nameOf(its)} className="col-span-2">
      <table className="figures w-full text-start">
        <thead className="text-meta text-ink-2">
          <tr>
            <td />
            {['median', 'p90', 'change'].map((part) => (
              <th key={part} scope="col" className="py-0.5 pe-3 text-start font-normal">
                {t(`board.part.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spans.map((span) => {
            const tile = board.tiles[`${its}_${span}`];
            return (
              <tr key={span}>
                <th
                  scope="row"
                  className="pe-3 text-start text-small font-normal whitespace-nowrap text-ink-2"
                >
                  {t(`board.span.${span}`)}
                </th>
                <td className="pe-3">
                  <TileNumber
                    tile={tile}
                    label={label(span, 'median')}
                    open={open}
                    className="text-page font-semibold tracking-tight"
                  />
                </td>
                <td className="pe-3">
                  <TileNumber
                    tile={tile}
                    label={label(span, 'p90')}
                    open={open}
                    value={({ p90 }) => p90 ?? null}
                    className="text-title"
                  />
                </td>
                <td className="text-small whitespace-nowrap text-ink-2">
                  {(tile && beside(tile)) || nothing}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}

function Csat({ board, open }: TileProps) {
  const figure = board.tiles.csat_today?.figure;
  const interval = figure?.interval;
  return (
    <Plain board={board} open={open} its="csat_today" className="col-span-2">
      {figure &&
        (figure.n > 0
          ? t('board.answers', { count: figure.n }) +
            (interval
              ? t('board.between', { low: ratio(interval.low), high: ratio(interval.high) })
              : '')
          : t('board.noAnswers'))}
    </Plain>
  );
}

/** The numbers of the board; not a live region, or a screen reader would never be still. */
export function Tiles({ board, open }: TileProps) {
  const all = board.tiles.open;
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(168px,1fr))] gap-3 max-tablet:grid-cols-2 max-tablet:gap-2">
      <Plain board={board} open={open} its="waiting">
        {all && (
          <>
            <span>{t('board.of')}</span>
            <TileNumber tile={all} label={nameOf('open')} open={open} className="min-h-4!" />
            <span>{t('board.openOnes')}</span>
          </>
        )}
      </Plain>
      <LongestWait board={board} open={open} />
      <Plain board={board} open={open} its="unassigned" />
      <Overdue board={board} open={open} />
      <Inflow board={board} open={open} />
      <TimeToClear board={board} open={open} />
      <Durations board={board} open={open} its="first_response" />
      <Durations board={board} open={open} its="response" />
      <Csat board={board} open={open} />
    </div>
  );
}
