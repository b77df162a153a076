import type { ReactNode } from 'react';
import type { Figure } from '../api/reports';
import { change, changeText, headline } from '../figures/format';
import { Number } from '../figures/Number';
import type { BoardState, Tile } from '../live/board';
import { Bar } from '../ui/States';
import { t } from '../ui/text';
import { clockSeconds } from '../ui/time';
import type { Open } from './Board';
import { Card } from './Card';
import type { Alarm } from './clear';
import type { Earlier } from './useEarlier';

export const large = 'text-[28px]/9 font-semibold tracking-tight';
/** A line under the number. */
export const line = 'flex min-h-6 min-w-full flex-wrap items-center gap-x-1';

export type TileProps = { board: BoardState; earlier: Earlier; open: Open };

export const nameOf = (key: string) => t(`board.tile.${key}`);

type TileNumberProps = {
  tile: Tile | undefined;
  label: string;
  open: Open;
  value?: (figure: Figure) => number | null | undefined;
  text?: string;
  className?: string;
};

export function TileNumber({
  tile,
  label,
  open,
  value,
  className = large,
  ...rest
}: TileNumberProps) {
  if (!tile) return <Bar className="my-1.5 h-6 w-16" />;
  return (
    <Number
      label={label}
      metric={tile.metric}
      unit={tile.unit}
      value={value ? value(tile.figure) : headline(tile.metric, tile.figure)}
      onOpen={() => open(tile, label)}
      className={className}
      {...rest}
    />
  );
}

type BesideProps = {
  tile: Tile | undefined;
  before: Figure | undefined;
  label: string;
  open: Open;
};

/** The figure of the span before, and how it has changed since. */
export function Beside({ tile, before, label, open }: BesideProps) {
  if (!tile || !before) return null;
  const { metric, unit, figure } = tile;
  const was = headline(metric, before);
  const by = changeText(unit, change(unit, headline(metric, figure), was));
  return (
    <>
      <Number
        label={label}
        metric={metric}
        unit={unit}
        value={was}
        onOpen={() => open({ metric, unit, asked: { ...tile.asked, before: true } }, label)}
      />
      {by && <span>({by})</span>}
    </>
  );
}

type TileCardProps = {
  title: string;
  asOf: string | null;
  alarm?: Alarm;
  alarmText?: string;
  className?: string;
  /** What stands beside the number, in words. */
  foot?: ReactNode;
  children: ReactNode;
};

/** A tile: its number, what that is compared with, and up to when everything is in it. */
export function TileCard({ asOf, foot, children, ...rest }: TileCardProps) {
  return (
    <Card
      {...rest}
      foot={
        <div className="figures mt-auto flex flex-wrap items-end gap-x-2 text-meta text-ink-2">
          {foot}
          {asOf && (
            <time
              dateTime={asOf}
              title={t('board.asOf', { at: clockSeconds(asOf) })}
              className="ms-auto shrink-0 leading-6 text-ink-3"
            >
              {clockSeconds(asOf)}
            </time>
          )}
        </div>
      }
    >
      <div>{children}</div>
    </Card>
  );
}
