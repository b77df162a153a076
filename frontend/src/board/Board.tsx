import { useQuery } from '@tanstack/react-query';
import { Gauge } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { siteQuery, teamsQuery } from '../api/queries';
import type { ToConversation } from '../figures/FactsDrawer';
import { FactsDrawer } from '../figures/FactsDrawer';
import type { Opened } from '../figures/FactsDrawer';
import type { Tile } from '../live/board';
import { useBoard } from '../live/board';
import { serverNow } from '../live/clock';
import { Empty } from '../ui/States';
import { t } from '../ui/text';
import { Agents } from './Agents';
import { factsAsked } from './asked';
import { BoardHead } from './BoardHead';
import { Channels } from './Channels';
import type { OpenHour } from './FirstResponses';
import { FirstResponses } from './FirstResponses';
import { Queue } from './Queue';
import { Tiles } from './Tiles';
import { useEarlier } from './useEarlier';
import { useRotation } from './useRotation';
import { useEnlarged } from './wall';

/** Opens what is behind a number. */
export type Open = (tile: Pick<Tile, 'metric' | 'unit' | 'asked'>, title: string) => void;

type BoardProps = {
  team: string | null;
  onTeam: (team: string | null) => void;
  /** For a screen that many see: dark, large and without anybody's name. */
  wall: boolean;
  /** Null where nobody is signed in: such a wall cannot be left, and sees no channels. */
  onWall: ((on: boolean) => void) | null;
  /** Whether the wall shows one team after another. */
  rotate: boolean;
  onRotate: (on: boolean) => void;
  to: ToConversation;
  toChannel: (id: string, content: ReactNode) => ReactNode;
  back: ReactNode;
};

export function Board(props: BoardProps) {
  const { wall, to, toChannel } = props;
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: site } = useQuery(siteQuery);
  const rotation = useRotation(
    [null, ...teams.map(({ id }) => id)],
    props.team,
    wall && props.rotate,
  );
  const { team } = rotation;
  const board = useBoard(team);
  const earlier = useEarlier(team, site?.zone);
  const enlarged = useEnlarged();
  const [opened, setOpened] = useState<Opened | null>(null);
  const open: Open = ({ metric, unit, asked }, title) => {
    // what is behind a figure is about people: a screen on the wall opens nothing
    if (wall) return;
    setOpened({ asked: factsAsked(metric, asked, serverNow(), site?.zone ?? 'UTC'), unit, title });
  };
  const openHour: OpenHour = (metric, hour, title) => {
    if (wall) return;
    const asked = { metric, ...hour, zone: site?.zone ?? 'UTC', ...(team ? { team } : {}) };
    setOpened({ asked, unit: 'seconds', title });
  };
  if (board.refused) {
    return <Empty icon={Gauge} title={t('board.refused')} text={t('board.refusedText')} />;
  }
  return (
    <div
      className={`h-full overflow-y-auto bg-canvas text-ink ${wall ? '[color-scheme:dark]' : ''}`}
      style={wall ? { zoom: enlarged } : {}}
      {...(wall && props.rotate ? rotation.hold : {})}
    >
      <BoardHead {...props} board={board} team={team} teams={teams} rotation={rotation} />
      <div className={`flex flex-col px-6 max-tablet:px-3 ${wall ? 'gap-3 pb-3' : 'gap-4 pb-8'}`}>
        <Tiles board={board} earlier={earlier} open={open} />
        <div className="grid grid-cols-2 gap-4 max-wide:grid-cols-1">
          <Queue board={board} open={open} />
          <FirstResponses team={team} zone={site?.zone} isStill={wall} open={openHour} />
        </div>
        {!wall && <Agents board={board} open={open} />}
        {props.onWall && <Channels link={wall ? null : toChannel} />}
      </div>
      {opened && <FactsDrawer opened={opened} to={to} onClose={() => setOpened(null)} />}
    </div>
  );
}
