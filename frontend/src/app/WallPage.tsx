import { useNavigate, useSearch } from '@tanstack/react-router';
import { MonitorX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { teamsQuery } from '../api/queries';
import { request } from '../api/request';
import { Board } from '../board/Board';
import { LiveProvider } from '../live/Live';
import { Empty } from '../ui/States';
import { speakOf, t } from '../ui/text';
import { client } from './client';
import texts from './en.figures.json';

speakOf(texts);

/** The key stands behind the link's `#`, which no server is told of; the browser keeps it as a cookie from then on. */
async function enter(): Promise<void> {
  const key = location.hash.slice(1);
  if (key) {
    history.replaceState(history.state, '', location.pathname + location.search);
    await request('POST', '/api/wall', { body: { key } });
  }
  await client.fetchQuery(teamsQuery);
}

/** A board on a screen at which nobody is signed in: it opens nothing and names nobody. */
export function WallPage() {
  const { team = null, rotate = false } = useSearch({ from: '/wall' });
  const navigate = useNavigate();
  const [state, setState] = useState<'entering' | 'in' | 'refused'>('entering');
  useEffect(() => {
    document.title = `${t('board.title')} · Firth`;
    enter().then(
      () => setState('in'),
      () => setState('refused'),
    );
  }, []);
  const show = (next: { team: string | null; rotate: boolean }) =>
    void navigate({
      to: '/wall',
      search: {
        ...(next.team ? { team: next.team } : {}),
        ...(next.rotate ? { rotate: true } : {}),
      },
      replace: true,
    });
  if (state === 'refused') {
    return <Empty icon={MonitorX} title={t('board.ended')} text={t('board.endedText')} />;
  }
  if (state === 'entering') return null;
  return (
    <LiveProvider wall>
      <Board
        team={team}
        onTeam={(next) => show({ team: next, rotate })}
        wall
        onWall={null}
        rotate={rotate}
        onRotate={(on) => show({ team, rotate: on })}
        to={(_conversation, _seq, content) => content}
        toChannel={(_id, content) => content}
        back={null}
      />
    </LiveProvider>
  );
}
