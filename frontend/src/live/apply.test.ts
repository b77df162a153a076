import { describe, expect, it } from 'vitest';
import type { Interaction } from '../api/types';
import { apply } from './apply';
import { catchUp } from './fold';
import type { DataFrame } from './frames';
import { cache, conversation, event, item, list, message, OPEN, row } from './sample';

const ids = (state: ReturnType<typeof cache>) => state.lists[0]?.list.items.map(({ id }) => id);
const shown = (items = [item('b', 2), item('a', 1)], change = {}) =>
  cache({ lists: [{ filter: OPEN, list: list(items, change) }] });

describe('a feed', () => {
  it('puts a new conversation where it belongs', () => {
    const state = apply(shown(), row(item('c', 3), 'c', 3));
    expect(ids(state)).toEqual(['c', 'b', 'a']);
  });

  it('moves a row that got newer activity, and keeps how far it was read', () => {
    const read = [item('b', 2), item('a', 1, { read_seq: 1 })];
    const state = apply(shown(read), row(item('a', 5, { read_seq: undefined }), 'a', 5));
    expect(ids(state)).toEqual(['a', 'b']);
    expect(state.lists[0]?.list.items[0]?.read_seq).toBe(1);
  });

  it('ignores a frame that is older than the row', () => {
    const state = shown([item('a', 5, { subject: 'new' })]);
    expect(apply(state, row(item('a', 4, { subject: 'old' }), 'a', 4))).toBe(state);
  });

  it('ignores a repeated frame', () => {
    const frame = row(item('c', 3), 'c', 3);
    const once = apply(shown(), frame);
    expect(apply(once, frame)).toBe(once);
  });

  it('ignores a row that was not in the page when it was fetched later', () => {
    const state = shown([item('a', 9)]);
    expect(apply(state, row(item('z', 8), 'z', 8))).toBe(state);
  });

  it('removes a row that left the view', () => {
    expect(ids(apply(shown(), row(null, 'b', 3)))).toEqual(['a']);
  });

  it('does not bring a row back by a late frame', () => {
    const gone = apply(shown(), row(null, 'b', 9));
    expect(ids(apply(gone, row(item('b', 8), 'b', 8)))).toEqual(['a']);
    expect(ids(apply(gone, row(item('b', 10), 'b', 10)))).toEqual(['b', 'a']);
  });

  it('removes a row whose status is of another tab, and takes it again', () => {
    const done = item('b', 3, { status: 'resolved', status_category: 'resolved' });
    const state = apply(shown(), row(done, 'b', 3));
    expect(ids(state)).toEqual(['a']);
    expect(ids(apply(state, row(item('b', 4), 'b', 4)))).toEqual(['b', 'a']);
  });

  it('leaves out what stands below the last page fetched so far', () => {
    const state = apply(
      shown([item('c', 5), item('b', 4)], { next: 'more', position: 0 }),
      row(item('old', 1), 'old', 1),
    );
    expect(ids(state)).toEqual(['c', 'b']);
  });

  it('knows nothing of other views', () => {
    const state = shown();
    expect(apply(state, row(item('c', 3), 'c', 3, 'mine'))).toBe(state);
  });

  it('shows the same whatever the order in which frames come', () => {
    const frames: DataFrame[] = [
      row(item('c', 3), 'c', 3),
      row(item('a', 4), 'a', 4),
      row(null, 'b', 5),
      row(item('d', 6, { labels: ['x'] }), 'd', 6),
      row(item('c', 7), 'c', 7),
    ];
    const wanted = frames.reduce(apply, shown());
    for (let round = 0; round < 40; round++) {
      const shuffled = [...frames, ...frames].sort(() => Math.random() - 0.5);
      const got = shuffled.reduce(apply, shown());
      expect(got.lists[0]?.list.items).toEqual(wanted.lists[0]?.list.items);
    }
  });

  it('tells the open conversation what its header says', () => {
    const open = conversation('a', [message(1, 1)]);
    const state = apply(
      cache({ conversations: { a: open } }),
      row(item('a', 4, { priority: 'urgent' }), 'a', 4),
    );
    expect(state.conversations.a?.priority).toBe('urgent');
    expect(state.conversations.a?.interactions).toHaveLength(1);
  });
});

describe('a conversation', () => {
  const open = () => cache({ conversations: { a: conversation('a', [message(1, 1)]) } });
  const seqs = (state: ReturnType<typeof cache>) =>
    state.conversations.a?.interactions.map(({ seq }) => seq);

  it('takes the next interaction', () => {
    const state = apply(open(), event('a', message(2, 5)));
    expect(seqs(state)).toEqual([1, 2]);
    expect(state.conversations.a).toMatchObject({ last_public_seq: 2, last_customer_seq: 2 });
  });

  it('ignores one it has', () => {
    const state = open();
    expect(apply(state, event('a', message(1, 1)))).toBe(state);
  });

  it('does not guess over a hole, but asks for what is missing', () => {
    const state = apply(open(), event('a', message(3, 9)));
    expect(seqs(state)).toEqual([1]);
    expect(state.stale).toEqual(['conversation:a']);
  });

  it('keeps what it knows from a later position', () => {
    const known = {
      ...conversation('a', [message(1, 1)]),
      priority: 'urgent' as const,
      position: 9,
    };
    const late: Interaction = { ...bare(2, 5), type: 'prioritised', priority: 'low' };
    const state = apply(cache({ conversations: { a: known } }), event('a', late));
    expect(seqs(state)).toEqual([1, 2]);
    expect(state.conversations.a?.priority).toBe('urgent');
  });

  it('shows a delivery at its message', () => {
    const sent = message(2, 2, { direction: 'out', delivery: { state: 'pending', detail: null } });
    const report: Interaction = {
      ...bare(3, 3),
      type: 'delivery',
      message: 2,
      state: 'failed',
      detail: '550',
    };
    const state = [event('a', sent), event('a', report)].reduce(apply, open());
    const shownAt = state.conversations.a?.interactions[1];
    expect(shownAt?.type === 'message' && shownAt.delivery).toEqual({
      state: 'failed',
      detail: '550',
    });
  });

  it('ends waiting by our answer and begins it by the customer', () => {
    const ours = message(2, 2, {
      direction: 'out',
      actor: { kind: 'agent', id: 'bo', name: 'Bo' },
    });
    const answered = apply(open(), event('a', ours));
    expect(answered.conversations.a?.waiting_since).toBeNull();
    const again = apply(answered, event('a', message(3, 3)));
    expect(again.conversations.a?.waiting_since).toBe(message(3, 3).at);
  });

  it('begins waiting by a picture without words, not by what a machine sent', () => {
    const calm = (its: Interaction) =>
      apply(
        cache({
          conversations: { a: { ...conversation('a', [message(1, 1)]), waiting_since: null } },
        }),
        event('a', its),
      ).conversations.a?.waiting_since;
    const photo = {
      n: 1,
      name: 'a.jpg',
      media_type: 'image/jpeg',
      size: 9,
      url: '',
      inline: false,
    };
    expect(calm(message(2, 2, { text: '', attachments: [photo] }))).not.toBeNull();
    expect(calm(message(2, 2, { text: '' }))).toBeNull();
    expect(calm(message(2, 2, { origin: 'auto_reply' }))).toBeNull();
  });

  it('follows status, assignee, labels and priority', () => {
    const changes: Interaction[] = [
      { ...bare(2, 2), type: 'status', status: 'parts', category: 'pending', until: null },
      { ...bare(3, 3), type: 'assigned', agent: { id: 'bo', name: 'Bo' }, team: null },
      { ...bare(4, 4), type: 'labelled', added: ['refund', 'bug'], removed: [] },
      { ...bare(5, 5), type: 'labelled', added: [], removed: ['bug'] },
    ];
    const state = changes.map((its) => event('a', its)).reduce(apply, open());
    expect(state.conversations.a).toMatchObject({
      status: 'parts',
      status_category: 'pending',
      assignee: { id: 'bo' },
      ownership: 'agent',
      labels: ['refund'],
      seq: 5,
      last_activity_at: bare(5, 5).at,
    });
  });

  it('joins what was fetched with what came meanwhile', () => {
    const cached = conversation('a', [message(1, 1), message(2, 2), message(3, 3)]);
    const fetched = conversation('a', [message(1, 1), message(2, 2)]);
    expect(catchUp(fetched, cached).interactions.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(catchUp(cached, fetched)).toBe(cached);
  });

  it('is fetched again after a gap', () => {
    const frame = { op: 'gap', stream: 'conversation:a', position: 9 } as const;
    expect(apply(open(), frame).stale).toEqual(['conversation:a']);
  });
});

describe('what channels tell of later', () => {
  const open = () =>
    cache({ conversations: { a: conversation('a', [message(1, 1), message(2, 2)]) } });
  const words = { text: 'Other words', quoted: null, html: null, attachments: [] };

  it('joins the conversation without counting as a message', () => {
    const later: Interaction[] = [
      { ...bare(3, 3), type: 'edited', message: 1, ...words },
      {
        ...bare(4, 4),
        type: 'reacted',
        message: 2,
        by: { kind: 'chat', value: 'ada', name: 'Ada' },
        emoji: '👍',
        on: true,
      },
      { ...bare(5, 5), type: 'removed', message: 2 },
    ];
    const state = later.map((its) => event('a', its)).reduce(apply, open());
    expect(state.conversations.a).toMatchObject({ seq: 5, last_public_seq: 1 });
    expect(state.conversations.a?.interactions).toHaveLength(5);
    expect(state.conversations.a?.interactions[0]).toMatchObject({ text: 'Message 1' });
  });

  it('says where a merged conversation goes on, until that is taken back', () => {
    const merged = apply(
      open(),
      event('a', { ...bare(3, 3), type: 'merged_into', into: 'b', number: 7 }),
    );
    expect(merged.conversations.a?.merged_into).toEqual({ id: 'b', number: 7 });
    const apart = apply(merged, event('a', { ...bare(4, 4), type: 'separated', from: 'a' }));
    expect(apart.conversations.a?.merged_into).toBeNull();
  });
});

describe('what is the agent’s own', () => {
  const me = (key: string, value: unknown): DataFrame => ({
    op: 'state',
    stream: 'me',
    key,
    value,
    position: 9,
  });

  it('reads in every list and in the open conversation', () => {
    const state = apply(
      { ...shown(), conversations: { a: conversation('a', [message(1, 1)]) } },
      me('read:a', { seq: 1 }),
    );
    expect(state.lists[0]?.list.items.find(({ id }) => id === 'a')?.read_seq).toBe(1);
    expect(state.conversations.a?.read_seq).toBe(1);
  });

  it('counts', () => {
    const counts = { mine: 1, unassigned: 2, all: 3, teams: {} };
    expect(apply(cache(), me('counts', counts)).counts).toEqual(counts);
  });

  it('fetches a draft that was written elsewhere', () => {
    expect(apply(cache(), me('draft:a', { saved_at: '' })).stale).toEqual(['draft:a']);
  });

  it('loads anew when rights change', () => {
    expect(apply(cache(), me('access', null)).stale).toEqual(['me']);
  });
});

describe('presence', () => {
  const bo = { agent: 'bo', name: 'Bo', state: 'viewing', since: '' } as const;
  const here = (value: unknown): DataFrame => ({
    op: 'state',
    stream: 'presence',
    key: 'a',
    value,
    position: 0,
  });

  it('says who is where, and forgets who left', () => {
    const state = apply(cache(), here([bo]));
    expect(state.presence).toEqual({ a: [bo] });
    expect(apply(state, here([])).presence).toEqual({});
  });

  it('begins anew with each subscription', () => {
    const snapshot: DataFrame = { op: 'snapshot', stream: 'presence', position: 0 };
    expect(apply(apply(cache(), here([bo])), snapshot).presence).toEqual({});
  });
});

function bare(seq: number, position: number) {
  const { at } = message(seq, position);
  return {
    seq,
    position,
    at,
    actor: { kind: 'agent' as const, id: 'kim', name: 'Kim' },
    public: false,
  };
}
