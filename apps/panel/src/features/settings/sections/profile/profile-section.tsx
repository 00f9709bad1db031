import { AppearancePart, WritingPart } from './preferences-parts';
import { NoticesPart } from './notices-part';
import { PasswordPart } from './password-part';
import { SessionsPart } from './sessions-part';

/** How the panel behaves for this person, and who may be them. */
export function ProfileSection() {
  return (
    <>
      <AppearancePart />
      <WritingPart />
      <NoticesPart />
      <PasswordPart />
      <SessionsPart />
    </>
  );
}
