import { constructorParametersRule } from './constructor-parameters-rule.mjs';
import { featureWallsRule } from './feature-walls-rule.mjs';
import { floorsRule } from './floors-rule.mjs';
import { packageWallsRule } from './package-walls-rule.mjs';
import { plainRequestRule } from './plain-request-rule.mjs';
import { rawColoursRule } from './raw-colours-rule.mjs';
import { sqlInPersistenceRule } from './sql-in-persistence-rule.mjs';
import { statedAccessRule } from './stated-access-rule.mjs';

/** The house rules that no published plugin knows. */
export const hiloPlugin = {
  meta: { name: 'hilo' },
  rules: {
    'constructor-parameters': constructorParametersRule,
    'feature-walls': featureWallsRule,
    floors: floorsRule,
    'package-walls': packageWallsRule,
    'plain-request': plainRequestRule,
    'raw-colours': rawColoursRule,
    'sql-in-persistence': sqlInPersistenceRule,
    'stated-access': statedAccessRule,
  },
};
