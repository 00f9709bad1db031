import { describe, expect, it } from '@jest/globals';
import { Drafts, draftKey, type Draft } from './drafts';
import { memoryStore } from './key-value-store';

const rest = (ms: number) => new Promise((later) => setTimeout(later, ms));

describe('Drafts', () => {
  it('keeps a reply and a note of the same conversation apart, and conversations apart', async () => {
    const drafts = new Drafts(() => memoryStore());
    await drafts.open('u1');
    drafts.write('c1', 'reply', 'for the customer');
    drafts.write('c1', 'note', 'for us');
    expect(drafts.text('c1', 'reply')).toBe('for the customer');
    expect(drafts.text('c1', 'note')).toBe('for us');
    expect(drafts.text('c2', 'reply')).toBe('');
  });

  it('has them again after a reload', async () => {
    const disk = memoryStore<Draft>();
    const before = new Drafts(() => disk);
    await before.open('u1');
    before.write('c1', 'reply', 'half a sen');
    before.write('c1', 'reply', 'half a sentence');
    await rest(80);
    const after = new Drafts(() => disk);
    await after.open('u1');
    expect(after.text('c1', 'reply')).toBe('half a sentence');
  });

  it('does not let the disk overwrite what is being typed while it is read', async () => {
    const disk = memoryStore<Draft>();
    await disk.set(draftKey('c1', 'reply'), { text: 'old', at: 1 });
    const drafts = new Drafts(() => disk);
    drafts.write('c1', 'reply', 'new');
    await drafts.open('u1');
    expect(drafts.text('c1', 'reply')).toBe('new');
  });

  it('forgets a sent draft, also on disk', async () => {
    const disk = memoryStore<Draft>();
    const drafts = new Drafts(() => disk);
    await drafts.open('u1');
    drafts.write('c1', 'reply', 'sent');
    await rest(80);
    drafts.clear('c1', 'reply');
    await rest(80);
    expect(await disk.all()).toEqual([]);
    expect(drafts.useDrafts.getState().drafts).toEqual({});
  });
});
