import { t } from '../ui/text';
import type { TileProps } from './Tile';
import { Beside, nameOf, TileCard, TileNumber } from './Tile';

const spans = ['today', 'hour'] as const;

/** A duration today and in the last hour: the middle, the slow end, and beside it the span before. */
export function Durations({ board, open, its }: Omit<TileProps, 'earlier'> & { its: string }) {
  const label = (span: string, part: string) =>
    `${nameOf(its)}, ${t(`board.span.${span}`)}, ${t(`board.part.${part}`)}`;
  return (
    <TileCard title={nameOf(its)} asOf={board.asOf} className="col-span-2">
      <table className="figures w-full text-start">
        <thead className="text-meta text-ink-2">
          <tr>
            <td />
            {['median', 'p90', 'before'].map((part) => (
              <th key={part} scope="col" className="py-0.5 pe-2 text-start font-normal">
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
                  className="pe-2 text-start text-small font-normal whitespace-nowrap text-ink-2"
                >
                  {t(`board.span.${span}`)}
                </th>
                <td className="pe-2">
                  <TileNumber
                    tile={tile}
                    label={label(span, 'median')}
                    open={open}
                    className="text-title/7 font-semibold tracking-tight tablet:text-[18px]/7"
                  />
                </td>
                <td className="pe-2">
                  <TileNumber
                    tile={tile}
                    label={label(span, 'p90')}
                    open={open}
                    value={({ p90 }) => p90 ?? null}
                    className="text-small tablet:text-body"
                  />
                </td>
                <td className="text-small text-ink-2">
                  <span className="flex flex-wrap items-center gap-x-1">
                    <Beside
                      tile={tile}
                      before={tile?.before}
                      label={label(span, 'before')}
                      open={open}
                    />
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TileCard>
  );
}
