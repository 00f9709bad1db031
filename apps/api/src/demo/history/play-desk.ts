import { Injectable } from '@nestjs/common';
import type { UserPrincipal } from '../../modules/auth/index.js';
import { instantOf, localMinute } from '../../modules/business/index.js';
import { ContactBook } from '../../modules/contacts/services/contact-book.js';
import { Conversations } from '../../modules/conversations/index.js';
import { PRIORITIES } from '../../modules/conversations/http/present-conversations.js';
import { ConversationChanges } from '../../modules/conversations/persistence/conversation-changes.js';
import { AssignConversation } from '../../modules/conversations/services/assign-conversation.js';
import { ReviseConversation } from '../../modules/conversations/services/revise-conversation.js';
import { conversationOf, named, type DemoCast, type Scene } from './demo-cast.js';
import { snoozeOf } from './desk-words.js';
import type { DeskStep } from './plan-dialogue.js';
import { PlayLeads } from './play-leads.js';

const LEAD_VERBS = new Set(['lead', 'lost', 'won', 'enrich']);

/** What colleagues do with conversations and leads, besides writing. */
@Injectable()
export class PlayDesk {
  constructor(
    private readonly conversations: Conversations,
    private readonly assignment: AssignConversation,
    private readonly revision: ReviseConversation,
    private readonly changes: ConversationChanges,
    private readonly contacts: ContactBook,
    private readonly leads: PlayLeads,
  ) {}

  async act(step: DeskStep, cast: DemoCast, now: Date): Promise<void> {
    const scene = named(cast.scenes, step.dialogue);
    const id = conversationOf(scene);
    const [first = '', ...others] = step.rest.split(' ');
    if (step.verb === 'handoff')
      return this.conversations.handOff(id, { priority: first as 'normal' | 'high' | 'urgent' });
    if (step.verb === 'enrich') return this.leads.enrich(id, step.rest);
    const by = named(cast.users, first);
    const rest = others.join(' ');
    return LEAD_VERBS.has(step.verb)
      ? this.leads.change(step.verb, id, by, rest)
      : this.change(step, { scene, id, by, rest, cast, now });
  }

  private async change(
    { verb, at }: DeskStep,
    {
      scene,
      id,
      by,
      rest,
      cast,
      now,
    }: { scene: Scene; id: string; by: UserPrincipal; rest: string; cast: DemoCast; now: Date },
  ): Promise<void> {
    const context = { byUserId: by.id };
    switch (verb) {
      case 'claim':
        return this.assignment.claim(id, by.id);
      case 'assign':
        return this.assignment.assign(id, { assigneeId: named(cast.users, rest).id }, by.id);
      case 'close':
        await this.everybodySaw(id, at, cast);
        return this.revision.revise(id, { status: 'closed', closeReason: rest }, context);
      case 'snooze':
        await this.everybodySaw(id, at, cast);
        return this.revision.revise(
          id,
          { status: 'follow_up', followUpAt: returnOf(rest, now, cast.timeZone).toISOString() },
          context,
        );
      case 'tags':
        return this.revision.revise(id, { tags: rest.split(',') }, context);
      case 'priority':
        return this.revision.revise(id, { priority: PRIORITIES.indexOf(rest as (typeof PRIORITIES)[number]) }, context);
      case 'seen':
        return void (await this.changes.seen(id, by.id, at));
      case 'block':
        return void (scene.contactId && (await this.contacts.edit(by, scene.contactId, undefined, { blocked: true })));
      default:
        throw new Error(`nobody does ${verb}`);
    }
  }

  private async everybodySaw(id: string, at: Date, { users }: DemoCast): Promise<void> {
    for (const user of users.values()) await this.changes.seen(id, user.id, at);
  }
}

/** A day to come, counted from today: a snooze of weeks ago that is still to come. */
function returnOf(words: string, now: Date, timeZone: string): Date {
  const { days, minute } = snoozeOf(words);
  const today = Date.parse(`${localMinute(now, timeZone).date}T00:00:00Z`);
  return instantOf(new Date(today + days * 86_400_000).toISOString().slice(0, 10), minute, timeZone);
}
