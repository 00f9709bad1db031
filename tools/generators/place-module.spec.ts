import { describe, expect, it } from '@jest/globals';
import { addFloor, addToRole } from './place-module.cjs';

const floors = "export const floors = {\n  platform: 0,\n  auth: 1,\n  contacts: 3,\n  'ai-assistant': 10,\n};\n";

describe('addFloor', () => {
  it('puts a module after its neighbours', () => {
    expect(addFloor(floors, 'loyalty-points', 3)).toContain(
      "  contacts: 3,\n  'loyalty-points': 3,\n  'ai-assistant': 10,\n",
    );
  });

  it('puts the highest one last', () =>
    expect(addFloor(floors, 'reports', 12)).toContain("'ai-assistant': 10,\n  reports: 12,\n};"));

  it('refuses a second floor for a module', () => {
    expect(() => addFloor(floors, 'ai-assistant', 4)).toThrow('already has a floor');
  });
});

describe('addToRole', () => {
  const role =
    "import { Module } from '@nestjs/common';\nimport { PlatformModule } from './platform/platform.module.js';\n\n@Module({\n  imports: [PlatformModule],\n})\nexport class WorkerRoleModule {}\n";

  it('imports the module and lists it last', () => {
    const text = addToRole(role, 'LeadsWorkerModule', './modules/leads/index.js');
    expect(text).toContain(
      "platform.module.js';\nimport { LeadsWorkerModule } from './modules/leads/index.js';\n\n@Module",
    );
    expect(text).toContain('imports: [PlatformModule, LeadsWorkerModule]');
  });

  it('bears a list over several lines', () => {
    const many = role.replace('[PlatformModule]', '[\n    PlatformModule,\n    AuthWorkerModule,\n  ]');
    expect(addToRole(many, 'LeadsWorkerModule', './x.js')).toContain(
      'imports: [PlatformModule, AuthWorkerModule, LeadsWorkerModule]',
    );
  });

  it('refuses a file without a list', () => expect(() => addToRole('', 'A', './a.js')).toThrow('no imports'));
});
