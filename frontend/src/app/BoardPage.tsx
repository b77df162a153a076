import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Board } from '../board/Board';
import { t, speakOf } from '../ui/text';
import texts from './en.figures.json';
import { Back, toConversation } from './figureLinks';

speakOf(texts);

export function BoardPage() {
  const { team = null, wall = false, rotate = false } = useSearch({ from: '/app/board' });
  const navigate = useNavigate();
  useEffect(() => {
    document.title = `${t('board.title')} · Firth`;
  }, []);
  const show = (next: { team: string | null; wall: boolean; rotate?: boolean }) =>
    void navigate({
      to: '/board',
      search: {
        ...(next.team ? { team: next.team } : {}),
        ...(next.wall ? { wall: true } : {}),
        ...(next.wall && next.rotate ? { rotate: true } : {}),
      },
      replace: true,
    });
  return (
    <Board
      team={team}
      onTeam={(next) => show({ team: next, wall })}
      wall={wall}
      onWall={(on) => show({ team, wall: on })}
      rotate={rotate}
      onRotate={(on) => show({ team, wall, rotate: on })}
      to={toConversation}
      toChannel={(id, content) => (
        <Link to="/settings/$section/$item" params={{ section: 'channels', item: id }}>
          {content}
        </Link>
      )}
      back={<Back to="/" />}
    />
  );
}
