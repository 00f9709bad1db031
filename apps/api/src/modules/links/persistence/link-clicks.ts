import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { CodedClick } from '../domain/attribution.js';
import type { Utm } from '../domain/utm.js';
import type { VisitorKind } from '../domain/visitor.js';

export interface NewClick {
  id: string;
  linkId: string;
  kind: VisitorKind;
  /** Only for people. */
  claimCode: string | null;
  at: Date;
  visitorHash: string | null;
  networkHash: string | null;
  referrerHost: string | null;
  agentFamily: string;
  utm: Partial<Utm> | null;
}

/** The clicks on tracked links. */
@Injectable()
export class LinkClicks {
  constructor(private readonly sql: Sql) {}

  /** Until the transaction ends, clicks of one visitor on one link wait for each other, and a code's click and message do. */
  async lockVisitor(linkId: string, visitorHash: string, claimCode: string): Promise<void> {
    await this.sql.rows(
      'select pg_advisory_xact_lock(hashtextextended($1, 1000)), pg_advisory_xact_lock(hashtextextended($2, 1001))',
      [`${linkId} ${visitorHash}`, claimCode],
    );
  }

  async lockCodes(codes: readonly string[]): Promise<void> {
    if (codes.length === 0) return;
    await this.sql.rows(
      'select pg_advisory_xact_lock(hashtextextended(code, 1001)) from (select code from unnest($1::text[]) as c (code) order by code) as ordered',
      [codes],
    );
  }

  /** The code of this visitor's click since then that no message has claimed. */
  async openCode(linkId: string, visitorHash: string, since: Date): Promise<string | undefined> {
    const [row] = await this.sql.rows<{ claim_code: string }>(
      `select claim_code from link_click
        where link_id = $1 and visitor_hash = $2 and kind = 'human' and claimed_at is null and at >= $3
        order by at desc limit 1`,
      [linkId, visitorHash, since],
    );
    return row?.claim_code;
  }

  /** False when the code is taken. */
  async insert(click: NewClick): Promise<boolean> {
    const rows = await this.sql.rows(
      `insert into link_click (id, link_id, kind, claim_code, at, visitor_hash, network_hash, referrer_host, agent_family, utm)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb)
       on conflict (claim_code) do nothing returning id`,
      [
        click.id,
        click.linkId,
        click.kind,
        click.claimCode,
        click.at,
        click.visitorHash,
        click.networkHash,
        click.referrerHost,
        click.agentFamily,
        click.utm && JSON.stringify(click.utm),
      ],
    );
    return rows.length === 1;
  }

  /** Locks the clicks of these codes, always in the same order, and says where they lead. */
  async lockCoded(codes: readonly string[]): Promise<CodedClick[]> {
    if (codes.length === 0) return [];
    return this.sql.rows<CodedClick>(
      `select c.id as "clickId", c.claim_code as "claimCode", c.link_id as "linkId", l.item_id as "itemId", l.network, c.claimed_by_message as "claimedByMessage"
         from link_click c join tracked_link l on l.id = c.link_id
        where c.claim_code = any($1::text[]) order by c.id for update of c`,
      [codes],
    );
  }

  async claim(
    claims: readonly { clickId: string; messageId: string; conversationId: string; at: string }[],
  ): Promise<void> {
    if (claims.length === 0) return;
    await this.sql.rows(
      `update link_click c set claimed_by_message = n.message_id, conversation_id = n.conversation_id, claimed_at = n.at
         from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[]) as n (click_id, message_id, conversation_id, at)
        where c.id = n.click_id and c.claimed_by_message is null`,
      [
        claims.map((one) => one.clickId),
        claims.map((one) => one.messageId),
        claims.map((one) => one.conversationId),
        claims.map((one) => one.at),
      ],
    );
  }
}
