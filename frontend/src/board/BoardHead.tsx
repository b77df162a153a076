import { Expand, Minimize, MonitorUp, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Team } from '../api/types';
import type { BoardState } from '../live/board';
import { useNow } from '../live/clock';
import { useSocketStatus } from '../live/Live';
import { IconButton } from '../ui/Button';
import { fieldClass } from '../ui/Field';
import { t } from '../ui/text';
import { clockSeconds, lasting } from '../ui/time';
import type { Rotation } from './useRotation';

/** The server tells it every five seconds, even when nothing happens. */
const oldMs = 15_000;

/** How old the figures are, and whether new ones can come. */
function Age({ asOf }: { asOf: string | null }) {
  const { phase } = useSocketStatus();
  const now = useNow(1000);
  const ageMs = asOf ? Math.max(0, now - Date.parse(asOf)) : null;
  const isWell = phase === 'live' && ageMs !== null && ageMs < oldMs;
  const state = t(phase === 'live' ? 'connection.isLive' : `connection.${phase}`);
  return (
    <p className="figures flex items-center gap-2 text-small text-ink-2">
      <span
        className={`size-2 shrink-0 rounded-full ${isWell ? 'bg-good' : 'bg-warn'}`}
        aria-hidden="true"
      />
      <span className={isWell ? '' : 'font-medium text-warn'}>
        {state}
        {asOf && ageMs !== null && (
          <>
            {' · '}
            <time dateTime={asOf} title={t('board.asOf', { at: clockSeconds(asOf) })}>
              {t('board.age', { age: lasting(Math.round(ageMs / 1000) * 1000) })}
            </time>
          </>
        )}
      </span>
    </p>
  );
}

const switchFullScreen = () =>
  void (document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen());

type BoardHeadProps = {
  board: BoardState;
  team: string | null;
  teams: Team[];
  onTeam: (team: string | null) => void;
  wall: boolean;
  onWall: ((on: boolean) => void) | null;
  rotate: boolean;
  onRotate: (on: boolean) => void;
  rotation: Rotation;
  back: ReactNode;
};

/** Which of the boards is shown; each of them can be gone to. */
function Dots({ teams, rotation }: Pick<BoardHeadProps, 'teams' | 'rotation'>) {
  const names = [t('board.allTeams'), ...teams.map(({ name }) => name)];
  return (
    <ol className={`flex flex-wrap ${rotation.isHeld ? 'opacity-60' : ''}`}>
      {names.map((name, at) => {
        const isShown = at === rotation.at;
        return (
          <li key={teams[at - 1]?.id ?? ''}>
            <button
              type="button"
              aria-label={t('board.rotating', { name, n: at + 1, of: names.length })}
              aria-current={isShown}
              onClick={() => rotation.show(at)}
              className="flex size-6 items-center justify-center rounded-sm"
            >
              <span
                className={`size-2.5 rounded-full border ${isShown ? 'border-brand bg-brand' : 'border-control'}`}
              />
            </button>
          </li>
        );
      })}
    </ol>
  );
}

export function BoardHead(props: BoardHeadProps) {
  const { board, team, teams, onTeam, wall, onWall, rotate, onRotate, rotation, back } = props;
  return (
    <header
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 px-6 max-tablet:px-3 max-tablet:py-2 ${wall ? 'py-2' : 'py-4'}`}
    >
      {back}
      <h1 className="text-page font-semibold tracking-tight">
        {wall
          ? (teams.find(({ id }) => id === team)?.name ?? t('board.allTeams'))
          : t('board.title')}
      </h1>
      {!wall && (
        <select
          aria-label={t('board.team')}
          value={team ?? ''}
          onChange={(event) => onTeam(event.target.value || null)}
          className={`${fieldClass} h-8 w-auto! max-w-48`}
        >
          <option value="">{t('board.allTeams')}</option>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      {wall && rotate && <Dots teams={teams} rotation={rotation} />}
      <span className="flex-1" />
      <Age asOf={board.asOf} />
      {wall ? (
        <span className="flex opacity-60 transition-opacity focus-within:opacity-100 hover:opacity-100">
          <IconButton label={t('board.rotate')} pressed={rotate} onClick={() => onRotate(!rotate)}>
            <RefreshCw size={16} />
          </IconButton>
          <IconButton label={t('board.fullScreen')} onClick={switchFullScreen}>
            <Expand size={16} />
          </IconButton>
          {onWall && (
            <IconButton label={t('board.leaveWall')} onClick={() => onWall(false)}>
              <Minimize size={16} />
            </IconButton>
          )}
        </span>
      ) : (
        <IconButton
          label={t('board.wall')}
          className="max-tablet:hidden"
          onClick={() => onWall?.(true)}
        >
          <MonitorUp size={16} />
        </IconButton>
      )}
    </header>
  );
}
