import type { TeamRow } from '../persistence/teams.repository.js';
import type { TeamView } from './teams.dto.js';

export const presentTeam = ({ createdAt, ...team }: TeamRow): TeamView => ({
  ...team,
  createdAt: createdAt.toISOString(),
});
