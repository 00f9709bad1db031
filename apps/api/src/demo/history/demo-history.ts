import { Injectable } from '@nestjs/common';
import type { ChannelCard, MessageStatusEvent } from '../../modules/channels/index.js';
import { isStopWord } from '../../modules/conversations/domain/stop-word.js';
import { principalOf, named, type DemoCast, type DemoUser, type Scene } from './demo-cast.js';
import { readCustomers, readDialogues, readLinks } from './demo-data.js';
import { ForgetTurns } from '../persistence/forget-turns.js';
import { HearEvents } from './hear-events.js';
import type { DeskStep, Dialogue, SpokenStep } from './plan-dialogue.js';
import { PlayDesk } from './play-desk.js';
import { PlayInbound } from './play-inbound.js';
import { PlayLeads } from './play-leads.js';
import { PlayLinks } from './play-links.js';
import { PlayOutbound } from './play-outbound.js';
import { Reminders } from './reminders.js';
import { seededRandom } from './seeded-random.js';
import { TimeTravel } from './time-travel.js';
import { inboundRuns, timelineOf, type TimelineEntry } from './timeline.js';

export interface DemoStage {
  channel: ChannelCard;
  teamId: string;
  timeZone: string;
  users: readonly DemoUser[];
}

interface Telling {
  cast: DemoCast;
  now: Date;
  statuses: MessageStatusEvent[];
  random: () => number;
}

/** Every way in which the past is told. */
@Injectable()
export class Storytellers {
  constructor(
    readonly inbound: PlayInbound,
    readonly outbound: PlayOutbound,
    readonly desk: PlayDesk,
    readonly leads: PlayLeads,
    readonly links: PlayLinks,
    readonly reminders: Reminders,
  ) {}
}

/** Five weeks of a shop, lived through the product itself with the clock set back: afterwards nothing waits to be sent, told or heard. */
@Injectable()
export class DemoHistory {
  constructor(
    private readonly travel: TimeTravel,
    private readonly tellers: Storytellers,
    private readonly events: HearEvents,
    private readonly turns: ForgetTurns,
  ) {}

  /** Runs in the caller's transaction. */
  live(stage: DemoStage): Promise<void> {
    return this.travel.during(async (now) => {
      const [dialogues, links] = [readDialogues(), readLinks()];
      const users = new Map(stage.users.map((user) => [user.key, principalOf(user, stage.teamId)]));
      const made = await this.tellers.links.publish(links, named(users, 'tomas'), stage.channel.id, now);
      const cast: DemoCast = {
        channel: stage.channel,
        timeZone: stage.timeZone,
        users,
        links: made,
        scenes: scenesOf(dialogues),
      };
      const telling: Telling = { cast, now, statuses: [], random: seededRandom('codes') };
      for (const run of inboundRuns(timelineOf(dialogues, links, now, stage.timeZone))) await this.tell(run, telling);
      this.travel.to(now);
      await this.tellers.inbound.deliver(telling.statuses, cast);
      await this.tellers.reminders.leave(cast);
      await this.turns.forget();
      await this.events.forget();
    });
  }

  private async tell(run: TimelineEntry | SpokenStep[], telling: Telling): Promise<void> {
    if (Array.isArray(run)) return this.customers(run, telling);
    this.travel.to(run.at);
    if (run.kind === 'click') {
      const code = await this.tellers.links.click(
        run,
        named(telling.cast.links, run.link),
        telling.cast.channel.id,
        telling.random,
      );
      if (run.carriedBy) named(telling.cast.scenes, run.carriedBy).claimCode = code;
    } else if (run.kind === 'desk') await this.act(run, telling);
    else await this.shop(run, telling);
  }

  private async customers(steps: readonly SpokenStep[], { cast }: Telling): Promise<void> {
    const last = steps.at(-1)?.at;
    if (!last) return;
    this.travel.to(last);
    await this.tellers.inbound.receive(steps, cast);
    if (steps.some(({ text }) => isStopWord(text))) await this.tellers.outbound.settle(cast);
  }

  private async shop(step: SpokenStep & { answeredAt: Date | null }, { cast, now, statuses }: Telling): Promise<void> {
    statuses.push(...(await this.tellers.outbound.say(step, cast, step.answeredAt, now)));
    const scene = named(cast.scenes, step.dialogue);
    if (!scene.answered) await this.begin(scene);
    scene.answered = true;
  }

  /** With the first answer the lead is there, and says what it is about. */
  private async begin({ conversationId, dialogue }: Scene): Promise<void> {
    await this.events.catchUp();
    if (conversationId && dialogue.sku) await this.tellers.leads.about(conversationId, dialogue.sku);
  }

  private async act(step: DeskStep, { cast, now }: Telling): Promise<void> {
    await this.tellers.desk.act(step, cast, now);
  }
}

function scenesOf(dialogues: readonly Dialogue[]): Map<string, Scene> {
  const customers = new Map(readCustomers().map((customer) => [customer.key, customer]));
  return new Map(
    dialogues.map((dialogue) => [
      dialogue.key,
      {
        dialogue,
        customer: named(customers, dialogue.customer),
        conversationId: null,
        contactId: null,
        messageIds: new Map(),
        claimCode: null,
        answered: false,
      },
    ]),
  );
}
