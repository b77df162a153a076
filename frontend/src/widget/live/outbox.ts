import type { Profile } from './frames';
import type { Memory } from './memory';

export type Upload = { id: string; name: string; media_type: string; size: number };

export type Waiting = {
  id: string;
  at: string;
  text: string;
  uploads: Upload[];
  profile?: Profile;
  /** Why it was refused for good; it is not sent again unless the visitor says so. */
  refused?: string;
};

const prefix = 'q.';
const unansweredMs = 20_000;

/**
 * Messages that the server has not confirmed yet, in the order in which they were written. Each is kept
 * under its own key, so that two tabs never overwrite each other, and with its own id, so that sending it
 * again is harmless.
 */
export class Outbox {
  private readonly memory: Memory;
  private entries: Waiting[];
  private readonly handedAt = new Map<string, number>();
  private readonly notBefore = new Map<string, number>();

  constructor(memory: Memory) {
    this.memory = memory;
    this.entries = memory
      .keys()
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => read(memory.get(key)))
      .sort((one, other) => one.at.localeCompare(other.at));
  }

  waiting(): readonly Waiting[] {
    return this.entries;
  }

  add(entry: Waiting): void {
    this.entries = [...this.entries, entry];
    this.keep(entry);
  }

  /** It came back from the server, or is not wanted any more. */
  settle(id: string): void {
    if (!this.entries.some((entry) => entry.id === id)) return;
    this.entries = this.entries.filter((entry) => entry.id !== id);
    this.handedAt.delete(id);
    this.notBefore.delete(id);
    this.memory.set(prefix + id, null);
  }

  /** It may be sent again, after so long. */
  postpone(id: string, ms: number, now: number): void {
    this.handedAt.delete(id);
    this.notBefore.set(id, now + ms);
  }

  refuse(id: string, why: string): void {
    this.change(id, (entry) => ({ ...entry, refused: why }));
  }

  retry(id: string): void {
    this.notBefore.delete(id);
    this.change(id, (entry) => {
      const { refused: _refused, ...again } = entry;
      return again;
    });
  }

  /** A connection has gone: whatever was handed to it may be lost. */
  forgetHanded(): void {
    this.handedAt.clear();
  }

  /** What is to be sent now, oldest first; nothing overtakes a message that has to wait. */
  due(now: number): Waiting[] {
    const sendable = this.entries.filter(({ refused }) => refused === undefined);
    const held = sendable.findIndex(({ id }) => (this.notBefore.get(id) ?? 0) > now);
    return (held < 0 ? sendable : sendable.slice(0, held)).filter(
      ({ id }) => now - (this.handedAt.get(id) ?? -Infinity) >= unansweredMs,
    );
  }

  handed(id: string, now: number): void {
    this.handedAt.set(id, now);
  }

  clear(): void {
    for (const { id } of this.entries) this.settle(id);
  }

  private change(id: string, by: (entry: Waiting) => Waiting): void {
    this.handedAt.delete(id);
    this.entries = this.entries.map((entry) => (entry.id === id ? by(entry) : entry));
    const changed = this.entries.find((entry) => entry.id === id);
    if (changed) this.keep(changed);
  }

  private keep(entry: Waiting): void {
    this.memory.set(prefix + entry.id, JSON.stringify(entry));
  }
}

/** Another version, or another script of the host's page, may have written it. */
function read(text: string | undefined): Waiting[] {
  try {
    const entry = JSON.parse(text ?? '') as Waiting;
    const isWhole =
      typeof entry.id === 'string' &&
      typeof entry.at === 'string' &&
      typeof entry.text === 'string' &&
      Array.isArray(entry.uploads);
    return isWhole ? [entry] : [];
  } catch {
    return [];
  }
}
