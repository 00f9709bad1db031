import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { START, beginCatchUp, finishCatchUp, receive, startFrom, startOver, type Progress } from './realtime-catch-up';
import { isLater, type RealtimeEvent } from './realtime-event';

const event = (seq: number, id = `m${seq}`, type = 'message.created'): RealtimeEvent => ({
  seq: String(seq),
  type,
  at: '2026-11-20T10:00:00Z',
  data: { id },
});
const seqs = (events: readonly RealtimeEvent[]) => events.map((one) => one.seq);

describe('comparing numbers', () => {
  it('compares as numbers, beyond what a double holds', () => {
    expect(isLater('10', '9')).toBe(true);
    expect(isLater('9', '10')).toBe(false);
    expect(isLater('9007199254740993', '9007199254740992')).toBe(true);
    expect(isLater('7', '7')).toBe(false);
    expect(isLater('0', null)).toBe(true);
  });
});

describe('live events', () => {
  it('are handed out once, in order, and move the number', () => {
    const first = receive(startFrom(START, '4'), [event(5), event(6)]);
    expect(seqs(first.apply)).toEqual(['5', '6']);
    const again = receive(first.progress, [event(6), event(7)]);
    expect(seqs(again.apply)).toEqual(['7']);
    expect(again.progress.seq).toBe('7');
  });

  it('may share a number: one thing that happened can mean several events', () => {
    const step = receive(START, [
      event(5, 'm1'),
      event(5, 'c1', 'conversation.upserted'),
      event(5, 'c1', 'counts.changed'),
    ]);
    expect(step.apply).toHaveLength(3);
    expect(receive(step.progress, [event(5, 'm1')]).apply).toEqual([]);
  });

  it('do not move the number back', () => {
    const step = receive(startFrom(START, '9'), [event(8, 'late')]);
    expect(step.apply).toHaveLength(1);
    expect(step.progress.seq).toBe('9');
  });
});

describe('catching up', () => {
  it('puts what was missed before what came meanwhile', () => {
    const away = beginCatchUp(startFrom(START, '3'));
    const meanwhile = receive(away, [event(7)]);
    expect(meanwhile.apply).toEqual([]);
    const done = finishCatchUp(meanwhile.progress, '6', [event(4), event(5), event(6)]);
    expect(seqs(done.apply)).toEqual(['4', '5', '6', '7']);
    expect(done.progress).toMatchObject({ seq: '7', waiting: null });
  });

  it('does not repeat an event that came both ways', () => {
    const away = receive(beginCatchUp(startFrom(START, '3')), [event(5)]).progress;
    expect(seqs(finishCatchUp(away, '5', [event(4), event(5)]).apply)).toEqual(['4', '5']);
  });

  it('takes the end of the log even when nothing of it was for this person', () => {
    expect(finishCatchUp(beginCatchUp(startFrom(START, '3')), '90', []).progress.seq).toBe('90');
  });

  it('keeps what waits when the line drops a second time before the first answer', () => {
    const twice = beginCatchUp(receive(beginCatchUp(startFrom(START, '3')), [event(4)]).progress);
    expect(seqs(finishCatchUp(twice, '4', [event(4)]).apply)).toEqual(['4']);
  });

  it('starts over from the end when too far behind, applying nothing', () => {
    const away = receive(beginCatchUp(startFrom(START, '3')), [event(901)]).progress;
    expect(startOver(away, '900')).toEqual({ seq: '901', applied: new Set(), waiting: null });
    expect(startOver(START, null)).toEqual(START);
  });

  it('loses nothing and repeats nothing, wherever the line breaks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }),
        (total, breaks) => {
          const applied: string[] = [];
          let progress: Progress = startFrom(START, '0');
          let lost: number | null = null;
          for (let seq = 1; seq <= total; seq += 1) {
            if (lost !== null && breaks.includes(seq)) {
              // The line is back: this event arrives live while the missed ones are on their way.
              const waiting = receive(beginCatchUp(progress), [event(seq)]).progress;
              const since = Number(progress.seq);
              const missed = Array.from({ length: seq - since }, (_, index) => event(since + index + 1));
              const step = finishCatchUp(waiting, String(seq), missed);
              applied.push(...seqs(step.apply));
              progress = step.progress;
              lost = null;
            } else if (lost === null && breaks.includes(seq)) lost = seq;
            else if (lost === null) {
              const step = receive(progress, [event(seq)]);
              applied.push(...seqs(step.apply));
              progress = step.progress;
            }
          }
          const upTo = lost === null ? total : lost - 1;
          expect(applied).toEqual(Array.from({ length: upTo }, (_, index) => String(index + 1)));
        },
      ),
    );
  });
});
