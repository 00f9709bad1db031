import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, Max, Min, ValidateNested } from 'class-validator';
import { MayBeLeftOut } from '../../../platform/http/may-be-left-out.decorator.js';
import { PERMISSIONS, ROLES, type Permission, type Role } from '../domain/permissions.js';
import { PRESENCES, type Presence } from '../domain/person.js';
import { LANGUAGES, SOUND_SCOPES, THEMES, type Preferences } from '../domain/preferences.js';

export class NamedTeamView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

export class PreferencesView implements Preferences {
  @ApiProperty({ enum: LANGUAGES, nullable: true, description: 'null until the person has chosen one.' })
  language!: Preferences['language'];

  @ApiProperty({ enum: THEMES })
  theme!: Preferences['theme'];

  @ApiProperty()
  sound!: boolean;

  @ApiProperty({ minimum: 0, maximum: 100 })
  soundVolume!: number;

  @ApiProperty({ enum: SOUND_SCOPES })
  soundScope!: Preferences['soundScope'];

  @ApiProperty()
  desktopNotifications!: boolean;

  @ApiProperty({ description: 'Enter sends; otherwise Ctrl+Enter does.' })
  enterSends!: boolean;

  @ApiProperty({ minimum: 0, maximum: 10 })
  undoSendSeconds!: number;

  @ApiProperty({ description: 'Single letters are commands outside of text fields.' })
  shortcuts!: boolean;
}

export class MeView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  initials!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles!: Role[];

  @ApiProperty({ enum: PERMISSIONS, isArray: true })
  permissions!: Permission[];

  @ApiProperty({ type: [NamedTeamView] })
  teams!: NamedTeamView[];

  @ApiProperty({ enum: PRESENCES })
  presence!: Presence;

  @ApiProperty({ type: PreferencesView })
  preferences!: PreferencesView;
}

export class PreferencesChange implements Partial<Preferences> {
  @ApiPropertyOptional({ enum: LANGUAGES })
  @MayBeLeftOut()
  @IsIn(LANGUAGES)
  language?: NonNullable<Preferences['language']>;

  @ApiPropertyOptional({ enum: THEMES })
  @MayBeLeftOut()
  @IsIn(THEMES)
  theme?: Preferences['theme'];

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsBoolean()
  sound?: boolean;

  @ApiPropertyOptional({ minimum: 0, maximum: 100 })
  @MayBeLeftOut()
  @IsInt()
  @Min(0)
  @Max(100)
  soundVolume?: number;

  @ApiPropertyOptional({ enum: SOUND_SCOPES })
  @MayBeLeftOut()
  @IsIn(SOUND_SCOPES)
  soundScope?: Preferences['soundScope'];

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsBoolean()
  desktopNotifications?: boolean;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsBoolean()
  enterSends?: boolean;

  @ApiPropertyOptional({ minimum: 0, maximum: 10 })
  @MayBeLeftOut()
  @IsInt()
  @Min(0)
  @Max(10)
  undoSendSeconds?: number;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsBoolean()
  shortcuts?: boolean;
}

export class ChangeMeBody {
  @ApiPropertyOptional({ enum: PRESENCES })
  @MayBeLeftOut()
  @IsIn(PRESENCES)
  presence?: Presence;

  @ApiPropertyOptional({ type: PreferencesChange, description: 'Only what is named changes.' })
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => PreferencesChange)
  preferences?: PreferencesChange;
}
