import { thing } from './queries';
import { request } from './request';
import type { Channel, ChannelDraft, ChannelKind, Trial } from './types';

export const channelKindsQuery = thing<ChannelKind[]>('channels/kinds', Infinity);

export const addChannel = (channel: string, draft: ChannelDraft): Promise<Channel> =>
  request('POST', '/api/channels', { body: { channel, ...draft } });

/** Secrets that are not named stay; an empty one is taken away. */
export const changeChannel = (id: string, draft: Partial<ChannelDraft>): Promise<Channel> =>
  request('PATCH', `/api/channels/${id}`, { body: draft });

/** Tries what stands in a form, saved or not; of a saved account the secrets that are not named are its own. */
export const testChannel = (
  channel: string,
  { settings, secrets }: Pick<ChannelDraft, 'settings' | 'secrets'>,
  id?: string,
): Promise<{ trials: Trial[] }> =>
  request('POST', '/api/channels/test', {
    body: { ...(id ? { id } : {}), channel, settings, secrets },
  });

export const pauseChannel = (id: string): Promise<void> =>
  request('POST', `/api/channels/${id}/pause`);

export const resumeChannel = (id: string): Promise<void> =>
  request('POST', `/api/channels/${id}/resume`);

export const removeChannel = (id: string): Promise<void> =>
  request('DELETE', `/api/channels/${id}`);

/** An account that should do its work and cannot: somebody has to act. */
export const isDead = ({ state, health }: Channel): boolean =>
  state === 'active' && Boolean(health.problem);

/** After this long something that waits is worth a look. */
const longMs = 10 * 60_000;

export type Condition = 'dead' | 'paused' | 'failing' | 'late' | 'new' | 'well';

export function conditionOf(account: Channel, nowMs: number): Condition {
  const { state, health } = account;
  if (isDead(account)) return 'dead';
  if (state === 'paused') return 'paused';
  if (health.failures > 0) return 'failing';
  const oldest = health.oldest_unprocessed;
  if (oldest && nowMs - Date.parse(oldest) > longMs) return 'late';
  return health.last_success || health.last_received ? 'well' : 'new';
}
