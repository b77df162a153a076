import { useQuery } from '@tanstack/react-query';
import { Gauge } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { siteQuery } from '../api/queries';
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
import { Queue } from './Queue';
import { Tiles } from './Tiles';

/** Opens what is behind a number. */
export type Open = (tile: Pick<Tile, 'metric' | 'unit' | 'asked'>, title: string) => void;

type BoardProps = {
  team: string | null;
  onTeam: (team: string | null) => void;
  /** For a screen that many see: dark, large and without anybody's name. */
  wall: boolean;
  onWall: (on: boolean) => void;
  to: ToConversation;
  toChannel: (id: string, content: ReactNode) => ReactNode;
  back: ReactNode;
};

export function Board({ team, onTeam, wall, onWall, to, toChannel, back }: BoardProps) {
  const board = useBoard(team);
  const { data: site } = useQuery(siteQuery);
  const [opened, setOpened] = useState<Opened | null>(null);
  const open: Open = ({ metric, unit, asked }, title) => {
    // what is behind a figure is about people: a screen on the wall opens nothing
    if (wall) return;
    setOpened({ asked: factsAsked(metric, asked, serverNow(), site?.zone ?? 'UTC'), unit, title });
  };
  if (board.refused) {
    return <Empty icon={Gauge} title={t('board.refused')} text={t('board.refusedText')} />;
  }
  return (
    <div
      className={`h-full overflow-y-auto bg-canvas text-ink ${wall ? '[zoom:1.5] [color-scheme:dark]' : ''}`}
    >
      <BoardHead
        board={board}
        team={team}
        onTeam={onTeam}
        wall={wall}
        onWall={onWall}
        back={back}
      />
      <div className="flex flex-col gap-4 px-6 pb-8 max-tablet:px-3">
        <Tiles board={board} open={open} />
        <Queue board={board} open={open} />
        {!wall && <Agents board={board} open={open} />}
        <Channels link={wall ? (_id, content) => content : toChannel} />
      </div>
      {opened && <FactsDrawer opened={opened} to={to} onClose={() => setOpened(null)} />}
    </div>
  );
}
