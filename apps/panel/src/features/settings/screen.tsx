import { PageHeader } from '@hilo/ui';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../app/page-title';
import { Gate } from '../../app/shell/gate';
import { NotFound } from '../../app/shell/message-screens';
import { SettingsNav } from './components/settings-nav';
import { sectionOf, type SectionId } from './model/sections';
import { AssignmentSection } from './sections/assignment/assignment-section';
import { AuditSection } from './sections/audit/audit-section';
import { BusinessSection } from './sections/business/business-section';
import { ChannelsSection } from './sections/channels/channels-section';
import { KeysSection } from './sections/keys/keys-section';
import { ProfileSection } from './sections/profile/profile-section';
import { StatusSection } from './sections/status/status-section';
import { TeamsSection } from './sections/teams/teams-section';
import { UsersSection } from './sections/users/users-section';

const SCREENS: Record<SectionId, ComponentType> = {
  perfil: ProfileSection,
  canales: ChannelsSection,
  usuarios: UsersSection,
  equipos: TeamsSection,
  reparto: AssignmentSection,
  'claves-api': KeysSection,
  negocio: BusinessSection,
  estado: StatusSection,
  auditoria: AuditSection,
};

export function SettingsScreen({ section }: { section: string }) {
  const found = sectionOf(section);
  return (
    <div className="flex min-h-0 flex-1 flex-col md:flex-row">
      <SettingsNav current={section} />
      <div className="min-h-0 min-w-0 flex-1 overflow-y-auto">
        {!found ? (
          <NotFound />
        ) : found.permission === null ? (
          <Section id={found.id} />
        ) : (
          <Gate permission={found.permission}>
            <Section id={found.id} />
          </Gate>
        )}
      </div>
    </div>
  );
}

function Section({ id }: { id: SectionId }) {
  const { t } = useTranslation('settings');
  const Screen = SCREENS[id];
  usePageTitle(t(`sections.${id}`));
  return (
    <>
      <PageHeader title={t(`sections.${id}`)} detail={t(`leads.${id}`)} />
      <div className="max-w-5xl px-4 pb-12 md:px-6">
        <Screen />
      </div>
    </>
  );
}
