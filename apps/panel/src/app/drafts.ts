import { create } from 'zustand';
import { durableStore, memoryStore, type KeyValueStore } from './key-value-store';

export type DraftMode = 'reply' | 'note';

export interface Draft {
  text: string;
  /** Last keystroke (epoch ms). */
  at: number;
}

const WRITE_MS = 50;
const IDLE_MS = 1500;

export const draftKey = (conversationId: string, mode: DraftMode): string => `${conversationId}/${mode}`;

/** What is being written, by conversation and mode, so that no word is lost and none reaches another customer. */
export class Drafts {
  /** Every draft that is not empty, by `draftKey`; the list row reads it for "Borrador:". */
  readonly useDrafts = create<{ drafts: Readonly<Record<string, Draft>> }>(() => ({ drafts: {} }));
  private readonly idle = new Set<(conversationId: string, mode: DraftMode, text: string) => void>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>[]>();

  private store: KeyValueStore<Draft> = memoryStore();

  constructor(private readonly openStore: (name: string) => KeyValueStore<Draft> = durableStore) {}

  /** Brings what this person was writing on this machine. */
  async open(userId: string): Promise<void> {
    this.store = this.openStore(`drafts-${userId}`);
    const kept = await this.store.all();
    this.useDrafts.setState(({ drafts }) => ({ drafts: { ...Object.fromEntries(kept), ...drafts } }));
  }

  /** Keeps the last words at once, and hands nothing on any more: the page ends here. */
  async settle(): Promise<void> {
    const writing = [...this.timers.keys()];
    for (const timers of this.timers.values()) for (const timer of timers) clearTimeout(timer);
    this.timers.clear();
    await Promise.all(writing.map((key) => this.keep(key)));
  }

  /** Keeps what was being written and forgets it here: the next person on this page must not see it. */
  async close(): Promise<void> {
    await this.settle();
    this.store = memoryStore();
    this.useDrafts.setState({ drafts: {} });
  }

  text(conversationId: string, mode: DraftMode): string {
    return this.useDrafts.getState().drafts[draftKey(conversationId, mode)]?.text ?? '';
  }

  /** On every keystroke. Seen at once, kept on this machine after 50 ms, handed to `onIdle` after 1.5 s of rest. */
  write(conversationId: string, mode: DraftMode, text: string): void {
    const key = draftKey(conversationId, mode);
    this.show(key, text);
    for (const timer of this.timers.get(key) ?? []) clearTimeout(timer);
    this.timers.set(key, [
      setTimeout(() => void this.keep(key), WRITE_MS),
      setTimeout(() => {
        for (const listener of this.idle) listener(conversationId, mode, text);
      }, IDLE_MS),
    ]);
  }

  /** The message left, or the draft was thrown away. */
  clear(conversationId: string, mode: DraftMode): void {
    this.write(conversationId, mode, '');
  }

  /** For the copy on the server, which makes a draft follow the person to another machine. */
  onIdle(listener: (conversationId: string, mode: DraftMode, text: string) => void): () => void {
    this.idle.add(listener);
    return () => this.idle.delete(listener);
  }

  private show(key: string, text: string): void {
    this.useDrafts.setState(({ drafts }) => {
      const { [key]: _before, ...others } = drafts;
      return { drafts: text === '' ? others : { ...others, [key]: { text, at: Date.now() } } };
    });
  }

  private keep(key: string): Promise<void> {
    const draft = this.useDrafts.getState().drafts[key];
    return draft ? this.store.set(key, draft) : this.store.remove(key);
  }
}
