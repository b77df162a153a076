import type { ReactNode } from 'react';
import { ratio } from '../figures/format';
import { Number } from '../figures/Number';
import { useNow } from '../live/clock';
import { Bar } from '../ui/States';
import { t } from '../ui/text';
import { alarmOf, limits } from './clear';
import { Durations } from './Durations';
import type { TileProps } from './Tile';
import { Beside, large, line, nameOf, TileCard, TileNumber } from './Tile';
import { TimeToClear } from './TimeToClear';

type PlainProps = TileProps & {
  its: string;
  /** With which span its figure is compared. */
  span?: 'hourAgo' | 'hourBefore' | 'yesterday';
  className?: string;
  children?: ReactNode;
};

/** The figure it is compared with: told along with it, or else read. */
const beforeOf = ({ board, earlier }: TileProps, its: string) =>
  board.tiles[its]?.before ?? earlier[its];

/** What it was in the span before, in words. */
function Compared(props: TileProps & { its: string; span: NonNullable<PlainProps['span']> }) {
  const { board, open, its, span } = props;
  const tile = board.tiles[its];
  const before = beforeOf(props, its);
  if (!tile || !before) return null;
  return (
    <span className="flex flex-wrap items-center gap-x-1">
      <Beside
        tile={tile}
        before={before}
        label={`${nameOf(its)}, ${t(`board.${span}`)}`}
        open={open}
      />
      <span>{t(`board.${span}`)}</span>
    </span>
  );
}

function Plain(props: PlainProps) {
  const { board, open, its, span = 'hourAgo', className = '', children } = props;
  return (
    <TileCard
      title={nameOf(its)}
      asOf={board.asOf}
      className={className}
      foot={
        <>
          {children}
          <Compared {...props} span={span} />
        </>
      }
    >
      <TileNumber tile={board.tiles[its]} label={nameOf(its)} open={open} />
    </TileCard>
  );
}

function LongestWait(props: TileProps) {
  const { board, open } = props;
  const now = useNow(1000);
  const tile = board.tiles.longest_wait;
  const since = board.waitingSince;
  const seconds = since ? Math.max(0, (now - Date.parse(since)) / 1000) : null;
  const alarm = alarmOf(seconds, limits.longest_wait);
  const title = nameOf('longest_wait');
  return (
    <TileCard
      title={title}
      asOf={board.asOf}
      alarm={alarm}
      alarmText={t(`board.alarm.wait.${alarm ?? 'warn'}`)}
      foot={
        <>
          {tile && !since && <span className={line}>{t('board.nobodyWaits')}</span>}
          <Compared {...props} its="longest_wait" span="hourAgo" />
        </>
      }
    >
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
    </TileCard>
  );
}

function Overdue(props: TileProps) {
  const { board, open } = props;
  const tile = board.tiles.overdue;
  const alarm = alarmOf(tile?.figure.value ?? null, limits.overdue);
  return (
    <TileCard
      title={nameOf('overdue')}
      asOf={board.asOf}
      alarm={alarm}
      alarmText={t(`board.alarm.overdue.${alarm ?? 'warn'}`)}
      foot={<Compared {...props} its="overdue" span="hourAgo" />}
    >
      <TileNumber tile={tile} label={nameOf('overdue')} open={open} />
    </TileCard>
  );
}

function Csat(props: TileProps) {
  const { board, open } = props;
  const tile = board.tiles.csat_today;
  const figure = tile?.figure;
  const interval = figure?.interval;
  return (
    <Plain {...props} its="csat_today" span="yesterday" className="col-span-2">
      {figure &&
        (figure.n > 0 ? (
          <span className={line}>
            <TileNumber
              tile={tile}
              label={`${nameOf('csat_today')}, ${t('figures.n')}`}
              open={open}
              text={t('board.answers', { count: figure.n })}
              className=""
            />
            {interval && (
              <span>
                {t('board.between', { low: ratio(interval.low), high: ratio(interval.high) })}
              </span>
            )}
          </span>
        ) : (
          <span className={line}>{t('board.noAnswers')}</span>
        ))}
    </Plain>
  );
}

/** The numbers of the board; not a live region, or a screen reader would never be still. */
export function Tiles(props: TileProps) {
  const { board, open } = props;
  const all = board.tiles.open;
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(176px,1fr))] gap-3 max-tablet:grid-cols-2 max-tablet:gap-2">
      <Plain {...props} its="waiting">
        {all && (
          <span className={line}>
            <span>{t('board.of')}</span>
            <TileNumber tile={all} label={nameOf('open')} open={open} className="" />
            <span>{t('board.openOnes')}</span>
          </span>
        )}
      </Plain>
      <LongestWait {...props} />
      <Plain {...props} its="unassigned" />
      <Overdue {...props} />
      <Plain {...props} its="inflow" span="hourBefore" />
      <TimeToClear {...props} />
      <Durations board={board} open={open} its="first_response" />
      <Durations board={board} open={open} its="response" />
      <Csat {...props} />
    </div>
  );
}
