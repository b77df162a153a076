import { useCallback, useEffect, useState } from 'react';
import type { Figure, Unit } from '../api/reports';
import type { DataFrame } from './frames';
import { useFrames, useSocket } from './Live';

/** Over what a tile looks, and at whose. An empty word is what is nobody's. */
export type BoardAsked = {
  span: 'now' | 'today' | 'hour';
  team?: string;
  agent?: string;
  /** The span before; of what stands, how it stood an hour ago. */
  before?: true;
  /** Of what stands: from how many seconds of age on, and up to but without how many. */
  age_from?: string;
  age_to?: string;
};

/** One number of a board, and how to open it. */
export type Tile = {
  key: string;
  metric: string;
  version: number;
  unit: Unit;
  asked: BoardAsked;
  figure: Figure;
  before?: Figure;
};

/** How many customers wait for a team: under 5 minutes, 15, 60, and longer. */
export type Aged = { team: string | null; name: string | null; counts: number[] };

export type AgentRow = { agent: string; name: string | null; figures: Record<string, Figure> };

export type BoardState = {
  tiles: Record<string, Tile>;
  queue: Aged[];
  agents: AgentRow[];
  /** Since when the customer who waits longest does; null where nobody waits. */
  waitingSince: string | null;
  /** Up to when everything that has happened is in it; null before the first figures. */
  asOf: string | null;
  /** Whether the server does not show it to this person. */
  refused: boolean;
};

export const emptyBoard: BoardState = {
  tiles: {},
  queue: [],
  agents: [],
  waitingSince: null,
  asOf: null,
  refused: false,
};

/** The board after one more frame; frames of other streams change nothing. */
export function foldBoard(board: BoardState, stream: string, frame: DataFrame): BoardState {
  if (frame.stream !== stream) return board;
  if (frame.op === 'gap') return { ...board, refused: board.asOf === null };
  if (frame.op !== 'state') return board;
  return Object.entries(frame.value as Record<string, unknown>).reduce(withFigure, board);
}

function withFigure(board: BoardState, [key, value]: [string, unknown]): BoardState {
  switch (key) {
    case 'queue':
      return { ...board, queue: value as Aged[] };
    case 'agents':
      return { ...board, agents: value as AgentRow[] };
    case 'waiting_since':
      return { ...board, waitingSince: value === 'null' ? null : (value as string | null) };
    case 'as_of':
      return { ...board, asOf: value as string, refused: false };
    default:
      return { ...board, tiles: { ...board.tiles, [key]: value as Tile } };
  }
}

/** The live board of a team, or of all. */
export function useBoard(team: string | null): BoardState {
  const socket = useSocket();
  const stream = `board:${team ?? 'all'}`;
  const [shown, setShown] = useState({ stream, board: emptyBoard });
  const hear = useCallback(
    (frame: DataFrame) => {
      if (frame.stream !== stream) return;
      setShown((before) => ({
        stream,
        board: foldBoard(before.stream === stream ? before.board : emptyBoard, stream, frame),
      }));
    },
    [stream],
  );
  useFrames(hear);
  useEffect(() => socket.subscribe(stream), [socket, stream]);
  return shown.stream === stream ? shown.board : emptyBoard;
}
