import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { MayBeLeftOut } from '../../../platform/http/may-be-left-out.decorator.js';
import { PageQuery } from '../../../platform/database/keyset-page.js';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../domain/password-rules.js';
import { ROLES, type Role } from '../domain/permissions.js';
import { PRESENCES, type Presence } from '../domain/person.js';
import { NamedTeamView } from './me.dto.js';

const HAS_LETTER = /[\p{L}\p{N}]/u;

export class UserQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ROLES })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  teamId?: string;

  @ApiPropertyOptional({ description: 'Part of the name, without regard to accents.', maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ description: 'Only active users, or only those who have left.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  active?: boolean;
}

export class UserView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  initials!: string;

  @ApiProperty({
    type: String,
    format: 'email',
    nullable: true,
    description: 'Only for who manages users; null for others.',
  })
  email!: string | null;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles!: Role[];

  @ApiProperty({ type: [NamedTeamView] })
  teams!: NamedTeamView[];

  @ApiProperty({ type: [String] })
  skills!: string[];

  @ApiProperty({ enum: PRESENCES })
  presence!: Presence;

  @ApiProperty({ description: 'Open conversations at once.' })
  capacity!: number;

  @ApiProperty()
  active!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastSeenAt!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty()
  version!: number;
}

export class UserPage {
  @ApiProperty({ type: [UserView] })
  data!: UserView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class CreateUserBody {
  @ApiProperty({ maxLength: 120 })
  @IsString()
  @MaxLength(120)
  @Matches(HAS_LETTER, { message: 'name must have a letter or a digit' })
  name!: string;

  @ApiProperty({ format: 'email', maxLength: 254 })
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @ApiProperty({ format: 'password', minLength: SHORTEST_PASSWORD, maxLength: LONGEST_PASSWORD })
  @IsString()
  @MaxLength(LONGEST_PASSWORD)
  password!: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(ROLES.length)
  @IsIn(ROLES, { each: true })
  roles!: Role[];

  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 50 })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  teamIds?: string[];

  @ApiPropertyOptional({ type: [String], maxItems: 30 })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  skills?: string[];

  @ApiPropertyOptional({ minimum: 0, maximum: 1000, default: 20 })
  @MayBeLeftOut()
  @IsInt()
  @Min(0)
  @Max(1000)
  capacity?: number;
}

export class ChangeUserBody extends PartialType(CreateUserBody, { skipNullProperties: false }) {
  @ApiPropertyOptional({ description: 'False signs them out everywhere and keeps them out.' })
  @MayBeLeftOut()
  @IsBoolean()
  active?: boolean;
}
