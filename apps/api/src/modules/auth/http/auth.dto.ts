import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../domain/password-rules.js';
import { MeView } from './me.dto.js';

export class SignInBody {
  @ApiProperty({ format: 'email', maxLength: 254, example: 'admin@hilo.local' })
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @ApiProperty({ format: 'password', maxLength: LONGEST_PASSWORD })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_PASSWORD)
  password!: string;
}

export class SignInView {
  @ApiProperty({ type: MeView })
  user!: MeView;
}

export class CurrentSessionView {
  @ApiProperty({ type: MeView, nullable: true, description: 'null when nobody is signed in.' })
  user!: MeView | null;
}

export class ChangePasswordBody {
  @ApiProperty({ format: 'password', maxLength: LONGEST_PASSWORD })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_PASSWORD)
  currentPassword!: string;

  @ApiProperty({ format: 'password', minLength: SHORTEST_PASSWORD, maxLength: LONGEST_PASSWORD })
  @IsString()
  @MaxLength(LONGEST_PASSWORD)
  newPassword!: string;
}

export class ChangePasswordView {
  @ApiProperty({ description: 'How many other sessions were ended.' })
  endedSessions!: number;
}

export class SessionView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'The session that asks.' })
  current!: boolean;

  @ApiProperty()
  address!: string;

  @ApiProperty()
  userAgent!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  lastUsedAt!: string;
}

export class SessionList {
  @ApiProperty({ type: [SessionView] })
  data!: SessionView[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null: all of them are listed.' })
  nextCursor!: string | null;
}
