import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { MayBeLeftOut } from '../../../platform/http/may-be-left-out.decorator.js';

export class TeamView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: [String], format: 'uuid' })
  memberIds!: string[];

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty()
  version!: number;
}

export class TeamList {
  @ApiProperty({ type: [TeamView] })
  data!: TeamView[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null: all of them are listed.' })
  nextCursor!: string | null;
}

export class CreateTeamBody {
  @ApiProperty({ maxLength: 80 })
  @IsString()
  @MaxLength(80)
  @Matches(/[\p{L}\p{N}]/u, { message: 'name must have a letter or a digit' })
  name!: string;

  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 500 })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  memberIds?: string[];
}

export class ChangeTeamBody extends PartialType(CreateTeamBody, { skipNullProperties: false }) {}
