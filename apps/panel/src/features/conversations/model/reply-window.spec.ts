import { describe, expect, it } from '@jest/globals';
import { conversation } from '../testing/samples';
import { assistantStanding, channelMark, contactName } from './conversation';
import { replyWindow } from './reply-window';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();
const policy = { kind: 'free' as const, closesAt: at(1414), allowed: ['text', 'template'], reason: null };

describe('the window for free answers', () => {
  it('is counted down from what the server said', () => {
    expect(replyWindow(policy, NOW)).toEqual({ kind: 'open', hours: 23, minutes: 34, soon: false });
    expect(replyWindow({ ...policy, closesAt: at(119) }, NOW)).toMatchObject({ hours: 1, minutes: 59, soon: true });
  });

  it('asks for a template once it is over, even before the server says so again', () => {
    expect(replyWindow({ ...policy, closesAt: at(0) }, NOW)).toEqual({ kind: 'template' });
    expect(replyWindow({ ...policy, kind: 'template' }, NOW)).toEqual({ kind: 'template' });
    expect(replyWindow({ ...policy, closesAt: at(-1), allowed: ['text'] }, NOW)).toEqual({
      kind: 'none',
      reason: 'window_closed',
    });
  });

  it('does not exist on channels without one, and says why nothing may be sent', () => {
    expect(replyWindow({ ...policy, closesAt: null }, NOW)).toEqual({ kind: 'always' });
    expect(replyWindow({ ...policy, kind: 'none', reason: 'channel_down' }, NOW)).toEqual({
      kind: 'none',
      reason: 'channel_down',
    });
  });
});

describe('what ISAC does in a conversation', () => {
  const standing = (
    mode: 'auto' | 'suggest' | 'off',
    owner: 'assistant' | 'person',
    pausedUntil: string | null = null,
  ) => assistantStanding(conversation({ assistantMode: mode, assistantState: { owner, pausedUntil } }), NOW);
  it('is said in one word', () => {
    expect(standing('auto', 'assistant')).toBe('answers');
    expect(standing('auto', 'person')).toBe('person');
    expect(standing('suggest', 'person')).toBe('suggests');
    expect(standing('auto', 'assistant', at(30))).toBe('paused');
    expect(standing('auto', 'assistant', at(-30))).toBe('answers');
    expect(standing('off', 'assistant', at(30))).toBe('off');
  });
});

describe('a customer', () => {
  it('is called by name, else by phone, and the sandbox always shows', () => {
    const { contact, channel } = conversation();
    expect(contactName({ contact: { ...contact, name: '' } }, 'Sin nombre')).toBe('+593968196046');
    expect(contactName({ contact: { ...contact, name: '', phone: null } }, 'Sin nombre')).toBe('Sin nombre');
    expect(channelMark({ channel: { ...channel, kind: 'instagram' } })).toBe('instagram');
    expect(channelMark({ channel: { ...channel, sandbox: true } })).toBe('sandbox');
  });
});
