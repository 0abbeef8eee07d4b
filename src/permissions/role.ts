import { permissions, type Permission } from '#permissions/permission.ts';
import type { Scope } from '#permissions/scope.ts';

/** The eight jobs of a selling company (Domain §17). A person may hold several; permissions add up. */
export const roles = ['rep', 'presales', 'manager', 'director', 'finance', 'service', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

const read: Permission[] = [
  'account.read',
  'contact.read',
  'deal.read',
  'product.read',
  'playbook.read',
  'team.read',
  'gift.read',
  'partner.read',
];
const sell: Permission[] = [
  ...read,
  'account.write',
  'contact.write',
  'person.reveal',
  'deal.write',
  'deal.advance',
  'evidence.write',
  'task.write',
  'gift.write',
  'partner.write',
  'export.run',
];
const lead: Permission[] = [
  ...sell,
  'deal.override',
  'deal.migrate',
  'gift.approve',
  'partner.approve',
  'account.merge',
  'contact.merge',
  'import.run',
  'team.handOver',
];

export const permissionsOf: Record<Role, readonly Permission[]> = {
  rep: sell,
  presales: [...read, 'contact.write', 'evidence.write', 'task.write', 'gift.write'],
  manager: lead,
  director: [...lead, 'playbook.write', 'product.write'],
  finance: [...read, 'task.write', 'gift.write', 'export.run', 'product.write'],
  service: [...read, 'contact.write', 'evidence.write', 'task.write', 'gift.write'],
  admin: permissions,
  auditor: [...read, 'audit.read', 'export.run'],
};

/** The data scope that a new person of this role gets; an administrator may set another. */
export const defaultScopeOf: Record<Role, Scope> = {
  rep: 'self',
  presales: 'team',
  manager: 'tree',
  director: 'all',
  finance: 'all',
  service: 'team',
  admin: 'all',
  auditor: 'all',
};
