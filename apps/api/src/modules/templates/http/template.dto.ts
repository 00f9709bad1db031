import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { MayBeLeftOut } from '../../../platform/http/may-be-left-out.decorator.js';
import { PageQuery } from '../../../platform/database/keyset-page.js';
import {
  BUTTON_KINDS,
  TEMPLATE_CATEGORIES,
  TEMPLATE_QUALITIES,
  TEMPLATE_STATUSES,
  type ButtonKind,
  type TemplateCategory,
  type TemplateQuality,
  type TemplateStatus,
} from '../domain/template.js';
import { IsTextMap } from './text-map.validator.js';

export class TemplateQuery extends PageQuery {
  @ApiPropertyOptional({ enum: TEMPLATE_STATUSES }) @IsOptional() @IsIn(TEMPLATE_STATUSES) status?: TemplateStatus;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() channelId?: string;
  @ApiPropertyOptional({ maxLength: 100 }) @IsOptional() @IsString() @MaxLength(100) q?: string;
}

export class PreviewBody {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Values by the keys of the template’s variables.',
  })
  @IsTextMap()
  variables!: Record<string, string>;
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Fills named variables such as `nombre` that have no value here.',
  })
  @MayBeLeftOut()
  @IsUUID()
  contactId?: string;
}

export class TemplateVariableView {
  @ApiProperty({
    example: 'nombre',
    description: '`1` or `nombre` for the body, `header.1`, `header.media` (a media id), `button.0`.',
  })
  key!: string;
  @ApiProperty({ enum: ['header', 'body', 'button'] }) part!: 'header' | 'body' | 'button';
  @ApiProperty({ type: String, nullable: true }) example!: string | null;
}

export class TemplateHeaderView {
  @ApiProperty({ enum: ['text', 'image', 'video', 'document', 'location'] }) format!:
    'text' | 'image' | 'video' | 'document' | 'location';
  @ApiProperty({ type: String, nullable: true }) text!: string | null;
}

export class TemplateButtonView {
  @ApiProperty({ enum: BUTTON_KINDS }) kind!: ButtonKind;
  @ApiProperty() text!: string;
  @ApiProperty({ type: String, nullable: true }) url!: string | null;
  @ApiProperty({ type: String, nullable: true }) phone!: string | null;
}

export class TemplateView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) channelId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ example: 'es_EC' }) language!: string;
  @ApiProperty({ enum: TEMPLATE_CATEGORIES }) category!: TemplateCategory;
  @ApiProperty({ enum: TEMPLATE_STATUSES }) status!: TemplateStatus;
  @ApiProperty({ enum: TEMPLATE_QUALITIES }) quality!: TemplateQuality;
  @ApiProperty({ type: String, nullable: true }) rejectedReason!: string | null;
  @ApiProperty({ type: TemplateHeaderView, nullable: true }) header!: TemplateHeaderView | null;
  @ApiProperty() body!: string;
  @ApiProperty({ type: String, nullable: true }) footer!: string | null;
  @ApiProperty({ type: [TemplateButtonView] }) buttons!: TemplateButtonView[];
  @ApiProperty({ type: [TemplateVariableView] }) variables!: TemplateVariableView[];
  @ApiProperty({ format: 'date-time' }) updatedAt!: string;
}

export class TemplatePage {
  @ApiProperty({ type: [TemplateView] }) data!: TemplateView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class PreviewButtonView {
  @ApiProperty({ enum: BUTTON_KINDS }) kind!: ButtonKind;
  @ApiProperty() text!: string;
}

export class TemplatePreview {
  @ApiProperty({ type: String, nullable: true }) header!: string | null;
  @ApiProperty() body!: string;
  @ApiProperty({ type: String, nullable: true }) footer!: string | null;
  @ApiProperty({ type: [PreviewButtonView] }) buttons!: PreviewButtonView[];
}
