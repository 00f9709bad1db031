import { createInterface } from 'node:readline';
import { AiAssistantModule, type DialogueState, NEW_DIALOGUE, Think } from '../modules/ai-assistant/index.js';
import { WhatsappModule } from '../modules/whatsapp/index.js';
import { PlatformModule } from '../platform/platform.module.js';
import { say, withServices } from './commands.js';

/** Talks to the assistant over the business's own catalogue. Nothing is kept or sent; an empty line begins anew, Ctrl+D ends. */
export async function talk(): Promise<void> {
  await withServices(
    async (app) => {
      const mind = app.get(Think, { strict: false });
      let state: DialogueState = NEW_DIALOGUE;
      let said: string[] = [];
      const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
      terminal.prompt();
      for await (const text of terminal) {
        if (text.trim() === '') [state, said] = [NEW_DIALOGUE, []];
        else {
          const { turn, latency } = await mind.about({ state, text, earlierTexts: said });
          const { decision } = turn;
          state = decision.state;
          said.push(text);
          const call = decision.escalation
            ? `, calls a person: ${decision.escalation.reason} (${decision.escalation.priority})`
            : '';
          say(
            `${turn.reply}\n  [${decision.intent}, ${decision.action}, ${decision.quality}${call}, ${(latency.gather + latency.answer).toFixed(1)} ms]`,
          );
        }
        terminal.prompt();
      }
    },
    [PlatformModule, WhatsappModule, AiAssistantModule],
  );
}
