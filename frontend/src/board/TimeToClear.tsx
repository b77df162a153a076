import { duration, nothing } from '../figures/format';
import { Number } from '../figures/Number';
import { useMeanings } from '../figures/meanings';
import { Bar } from '../ui/States';
import { t } from '../ui/text';
import type { Clearing } from './clear';
import { timeToClear } from './clear';
import type { TileProps } from './Tile';
import { large, line, nameOf, TileCard, TileNumber } from './Tile';

const textOf = (clearing: Clearing): string =>
  clearing.kind === 'growing'
    ? t('board.notClearing')
    : clearing.kind === 'in'
      ? duration(clearing.seconds)
      : nothing;

/** How long until nobody waits any more; made of three figures, of which it opens the first and names the versions. */
export function TimeToClear({ board, earlier, open }: TileProps) {
  const meanings = useMeanings();
  const { waiting, resolved_hour: resolved, inflow } = board.tiles;
  const clearing = timeToClear(waiting?.figure.value, resolved?.figure.value, inflow?.figure.value);
  const before = timeToClear(
    earlier.waiting?.value,
    resolved?.before?.value,
    inflow?.before?.value,
  );
  const title = t('board.clear.title');
  const parts = [waiting, resolved, inflow].flatMap((tile) =>
    tile
      ? [
          t('board.clear.part', {
            name: meanings[tile.metric]?.name ?? tile.metric,
            version: tile.version,
          }),
        ]
      : [],
  );
  const state = clearing.kind === 'clear' ? t('board.nobodyWaits') : textOf(clearing);
  return (
    <TileCard
      title={title}
      asOf={board.asOf}
      foot={
        <>
          {clearing.kind === 'clear' && <span className={line}>{t('board.nobodyWaits')}</span>}
          <span className={line}>
            <TileNumber
              tile={resolved}
              label={nameOf('resolved_hour')}
              open={open}
              className="font-medium"
            />
            <span>{t('board.clear.pace')}</span>
          </span>
          {before.kind !== 'unknown' && (
            <span>
              {t('board.clear.before', {
                was: before.kind === 'clear' ? t('board.clear.none') : textOf(before),
              })}
            </span>
          )}
        </>
      }
    >
      {waiting ? (
        <Number
          label={`${title}, ${state}`}
          metric={waiting.metric}
          unit="count"
          value={waiting.figure.value}
          text={textOf(clearing)}
          meaning={t('board.clear.words', { parts: parts.join(', ') })}
          onOpen={() => open(waiting, `${title}: ${nameOf('waiting')}`)}
          className={clearing.kind === 'growing' ? 'text-title/9 font-semibold text-warn' : large}
        />
      ) : (
        <Bar className="my-1.5 h-6 w-16" />
      )}
    </TileCard>
  );
}
