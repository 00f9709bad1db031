import { ApiProperty } from '@nestjs/swagger';
import { CONTACT_TYPES, type ContactCard, type ContactDetail, type ContactType } from '../contacts.types.js';
import {
  CONTACT_CHANNEL_KINDS,
  IDENTITY_KINDS,
  type ContactChannelKind,
  type IdentityKind,
} from '../domain/channel-address.js';
import { CONSENT_CATEGORIES, CONSENT_SOURCES, type ConsentCategory, type ConsentSource } from '../domain/consent.js';
import type { ContactAttributes } from '../domain/contact-view.js';

export class ContactCardView implements ContactCard {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'The name, else the user name, else the phone, else empty.' }) name!: string;
  @ApiProperty({ type: String, nullable: true, description: 'E.164.' }) phone!: string | null;
  @ApiProperty({ enum: CONTACT_TYPES }) type!: ContactType;
  @ApiProperty({ type: [String] }) tags!: string[];
  @ApiProperty({ type: String, nullable: true }) language!: string | null;
  @ApiProperty() blocked!: boolean;
}

export class ContactRowView extends ContactCardView {
  @ApiProperty({ type: String, nullable: true }) email!: string | null;
  @ApiProperty({ type: String, nullable: true }) city!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty() version!: number;
}

export class ContactPage {
  @ApiProperty({ type: [ContactRowView] }) data!: ContactRowView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class ContactIdentityView {
  @ApiProperty({ enum: IDENTITY_KINDS }) kind!: IdentityKind;
  @ApiProperty({ enum: CONTACT_CHANNEL_KINDS }) channelKind!: ContactChannelKind;
  @ApiProperty({ format: 'date-time' }) since!: string;
}

export class ContactConsentView {
  @ApiProperty({ enum: CONTACT_CHANNEL_KINDS }) channelKind!: ContactChannelKind;
  @ApiProperty({ enum: CONSENT_CATEGORIES }) category!: string;
  @ApiProperty({ enum: ['granted', 'withdrawn'] }) state!: 'granted' | 'withdrawn';
  @ApiProperty({ format: 'date-time' }) at!: string;
}

export class ContactDetailView extends ContactRowView implements ContactDetail {
  @ApiProperty({ type: String, nullable: true }) username!: string | null;
  @ApiProperty({ enum: ['provider', 'person'] }) nameSource!: 'provider' | 'person';
  @ApiProperty({ type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } })
  attributes!: ContactAttributes;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) blockedAt!: string | null;
  @ApiProperty({
    type: [ContactIdentityView],
    description: 'Which ways of reaching the person are known; never the identifiers.',
  })
  identities!: ContactIdentityView[];
  @ApiProperty({ type: [ContactConsentView] }) consents!: ContactConsentView[];
  @ApiProperty({ format: 'date-time' }) updatedAt!: string;
}

export class ConsentEntryView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: CONTACT_CHANNEL_KINDS }) channelKind!: ContactChannelKind;
  @ApiProperty({ enum: CONSENT_CATEGORIES }) category!: ConsentCategory;
  @ApiProperty({ enum: ['granted', 'withdrawn'] }) state!: 'granted' | 'withdrawn';
  @ApiProperty({ enum: CONSENT_SOURCES }) source!: ConsentSource;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) userId!: string | null;
  @ApiProperty({ type: String, nullable: true }) text!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) messageId!: string | null;
  @ApiProperty({ format: 'date-time' }) at!: string;
}

export class ConsentLedger {
  @ApiProperty({ type: [ConsentEntryView], description: 'The latest first.' }) data!: ConsentEntryView[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: all of them are listed.' }) nextCursor!:
    string | null;
}

export class MergeSuggestionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: ContactCardView, description: 'The one that new messages go to.' }) kept!: ContactCardView;
  @ApiProperty({ type: ContactCardView }) other!: ContactCardView;
  @ApiProperty({ enum: ['seen_together', 'phone_variant'] }) reason!: 'seen_together' | 'phone_variant';
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

export class MergeSuggestionPage {
  @ApiProperty({ type: [MergeSuggestionView] }) data!: MergeSuggestionView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
