import { describe, expect, it } from '@jest/globals';
import { inspectMedia } from '../../modules/conversations/domain/inspect-media.js';
import { readCustomers, readDialogues, readLinks, readMedia, readReminders, mediaTypeOf } from './demo-data.js';
import { planDialogue } from './plan-dialogue.js';

const NOW = new Date('2026-11-21T05:10:00Z');
const dialogues = readDialogues();
const keys = (of: readonly { key: string }[]): string[] => of.map(({ key }) => key);
const DAY = 86_400_000;

describe('the demo scripts', () => {
  it('name customers and links that are there, each customer once', () => {
    expect(keys(readCustomers()).sort()).toEqual(dialogues.map(({ customer }) => customer).sort());
    expect(new Set(keys(dialogues)).size).toBe(dialogues.length);
    const links = new Set(keys(readLinks()));
    expect(dialogues.filter(({ link }) => link && !links.has(link))).toEqual([]);
    expect(readReminders().filter(({ dialogue }) => !keys(dialogues).includes(dialogue))).toEqual([]);
  });

  it.each(dialogues.map((dialogue) => [dialogue.key, dialogue] as const))(
    'tell a story that could have happened: %s',
    (_, dialogue) => {
      let open = 0;
      for (const step of planDialogue(dialogue, NOW, 'America/Guayaquil')) {
        if (step.kind === 'desk' || step.kind === 'note') continue;
        if (step.who === 'c') open = step.at.getTime() + DAY;
        else if (step.kind !== 'template') expect([step.text, step.at.getTime() < open]).toEqual([step.text, true]);
      }
    },
  );

  it('have enough to look at', () => {
    const messages = dialogues
      .flatMap((dialogue) => planDialogue(dialogue, NOW, 'America/Guayaquil'))
      .filter(({ kind }) => kind !== 'desk');
    expect(dialogues.length).toBeGreaterThanOrEqual(60);
    expect(messages.length).toBeGreaterThanOrEqual(580);
  });
});

describe('the files that are sent along', () => {
  const sent = [
    ...new Set(
      dialogues.flatMap(({ lines }) =>
        lines.flatMap((line) => /\[(?:image|document) ([^\]]+)\]/.exec(line)?.[1] ?? []),
      ),
    ),
  ];

  it.each(sent)('%s is what its name says, and small', async (name) => {
    const bytes = readMedia(name);
    expect(bytes.length).toBeLessThan(30_000);
    expect(await inspectMedia(bytes.subarray(0, 4100), mediaTypeOf(name), name)).toMatchObject({
      kind: 'known',
      contentType: mediaTypeOf(name),
    });
  });
});
