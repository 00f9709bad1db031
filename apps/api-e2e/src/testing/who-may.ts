/**
 * Who may use each operation, decided by hand and apart from the code. First the roles by letter (`a`dmin, `s`upervisor,
 * ad`v`isor, `m`arketing), then the scope that lets a key in: `any` is every key, `none` no key at all. `nobody asked`
 * is open to the whole world.
 */
export const WHO_MAY: Readonly<Record<string, string>> = {
  'POST /auth/sign-in': 'nobody asked',
  'GET /auth/session': 'nobody asked',
  'POST /auth/sign-out': 'asvm none',
  'GET /auth/sessions': 'asvm none',
  'DELETE /auth/sessions/{id}': 'asvm none',
  'POST /auth/change-password': 'asvm none',
  'GET /me': 'asvm none',
  'PATCH /me': 'asvm none',
  'GET /notifications': 'asvm none',
  'POST /notifications/read': 'asvm none',
  'GET /sync': 'asvm any',
  'GET /search': 'asvm conversations:read',

  'GET /users': 'asvm conversations:read',
  'GET /users/{id}': 'asvm conversations:read',
  'POST /users': 'a users:manage',
  'PATCH /users/{id}': 'a users:manage',
  'GET /teams': 'asvm conversations:read',
  'GET /teams/{id}': 'asvm conversations:read',
  'POST /teams': 'a users:manage',
  'PATCH /teams/{id}': 'a users:manage',
  'DELETE /teams/{id}': 'a users:manage',
  'GET /api-keys': 'a keys:manage',
  'POST /api-keys': 'a keys:manage',
  'DELETE /api-keys/{id}': 'a keys:manage',
  'GET /audit': 'as audit:read',

  'GET /settings': 'asvm any',
  'GET /stores': 'asvm any',
  'PATCH /settings': 'as settings:manage',
  'GET /system/status': 'as system:read',
  'GET /system/config': 'as system:read',

  'GET /channels': 'asvm conversations:read',
  'GET /channels/{id}': 'asvm conversations:read',
  'GET /channels/problems': 'as webhook-events:read',
  'POST /channels': 'a channels:manage',
  'PATCH /channels/{id}': 'a channels:manage',
  'POST /channels/{id}/test': 'a channels:manage',
  'GET /webhook-events': 'as webhook-events:read',
  'GET /webhook-events/{id}': 'as webhook-events:read',
  'POST /webhook-events/{id}/replay': 'as webhook-events:read',
  'GET /simulator/clock': 'asvm simulator:use',
  'POST /simulator/clock': 'asvm simulator:use',

  'GET /conversations': 'asvm conversations:read',
  'GET /conversations/counts': 'asvm conversations:read',
  'GET /conversations/{id}': 'asvm conversations:read',
  'GET /conversations/{id}/panel': 'asvm conversations:read',
  'GET /conversations/{id}/messages': 'asvm conversations:read',
  'GET /conversations/{id}/messages/{messageId}/attempts': 'asvm conversations:read',
  'GET /conversations/{id}/can-send': 'asvm conversations:read',
  'POST /conversations/{id}/read': 'asvm none',
  'POST /conversations/{id}/unread': 'asvm none',
  'PATCH /conversations/{id}': 'asv conversations:write',
  'POST /conversations/{id}/assign': 'asv conversations:write',
  'PUT /conversations/{id}/assistant': 'asv conversations:write',
  'POST /conversations/{id}/notes': 'asv none',
  'POST /conversations/{id}/claim': 'asv none',
  'GET /conversations/{id}/draft': 'asv none',
  'PUT /conversations/{id}/draft': 'asv none',
  'POST /conversations/{id}/messages': 'asv messages:send',
  'POST /conversations/{id}/messages/{messageId}/retry': 'asv messages:send',
  'POST /media': 'asv messages:send',

  'GET /contacts': 'asvm contacts:read',
  'GET /contacts/{id}': 'asvm contacts:read',
  'GET /contacts/{id}/consents': 'asvm contacts:read',
  'GET /contacts/merge-suggestions': 'asvm contacts:read',
  'POST /contacts': 'asvm contacts:write',
  'PATCH /contacts/{id}': 'asvm contacts:write',
  'POST /contacts/{id}/consents': 'asvm contacts:write',

  'GET /leads': 'asvm leads:read',
  'GET /leads/pipeline': 'asvm leads:read',
  'GET /leads/{id}': 'asvm leads:read',
  'GET /leads/{id}/events': 'asvm leads:read',
  'POST /leads': 'asv leads:write',
  'PATCH /leads/{id}': 'asv leads:write',
  'POST /leads/{id}/assign': 'asv leads:write',
  'GET /leads/assignment-rule': 'asvm leads:read',
  'PUT /leads/assignment-rule': 'as settings:manage',

  'GET /links': 'asvm links:read',
  'GET /links/{id}': 'asvm links:read',
  'GET /links/{id}/qr': 'asvm links:read',
  'GET /links/{id}/stats': 'asvm links:read',
  'POST /links': 'asm links:write',
  'PATCH /links/{id}': 'asm links:write',
  'DELETE /links/{id}': 'asm links:write',

  'GET /catalogue': 'asvm catalogue:read',
  'GET /catalogue/search': 'asvm catalogue:read',
  'GET /catalogue/{idOrSku}': 'asvm catalogue:read',
  'POST /catalogue': 'as catalogue:write',
  'POST /catalogue/photos': 'as catalogue:write',
  'PATCH /catalogue/{idOrSku}': 'as catalogue:write',
  'DELETE /catalogue/{idOrSku}': 'as catalogue:write',
  'GET /faq': 'asvm catalogue:read',
  'POST /faq': 'as catalogue:write',
  'PATCH /faq/{id}': 'as catalogue:write',
  'DELETE /faq/{id}': 'as catalogue:write',

  'GET /templates': 'asvm templates:read',
  'GET /templates/{id}': 'asvm templates:read',
  'POST /templates/{id}/preview': 'asvm templates:read',
  'POST /templates/sync': 'asm templates:write',

  'POST /assistant/analyse': 'asv assistant:use',
  'GET /assistant/turns': 'asv assistant:use',
  'GET /assistant/turns/{id}': 'asv assistant:use',
  'POST /assistant/turns/{id}/feedback': 'asv assistant:use',
  'POST /assistant/turns/{id}/use': 'asv assistant:use',
  'POST /assistant/turns/{id}/dismiss': 'asv assistant:use',
  'GET /conversations/{id}/qualification': 'asv assistant:use',
  'POST /conversations/{id}/qualification/reset': 'asv assistant:use',
  'GET /assistant/settings': 'as assistant:manage',
  'PUT /assistant/settings': 'as assistant:manage',
};

export const LETTERS = { admin: 'a', supervisor: 's', advisor: 'v', marketing: 'm' } as const;
export type Role = keyof typeof LETTERS;

const decision = (operation: string): string[] => (WHO_MAY[operation] ?? '').split(' ');

export const isOpenToAll = (operation: string): boolean => WHO_MAY[operation] === 'nobody asked';
export const roleMay = (role: Role, operation: string): boolean =>
  isOpenToAll(operation) || (decision(operation)[0] ?? '').includes(LETTERS[role]);
export const keyMay = (scope: string, operation: string): boolean =>
  isOpenToAll(operation) || ['any', scope].includes(decision(operation)[1] ?? '');
