/** What a person or an API key may do: noun.verb. What they may do it *to* is the data scope (scope.ts). */
export const permissions = [
  'account.read',
  'account.write',
  'account.merge',
  'contact.read',
  'contact.write',
  'contact.merge',
  'person.reveal',
  'person.handle',
  'deal.read',
  'deal.write',
  'deal.advance',
  'deal.override',
  'deal.migrate',
  'evidence.write',
  'task.write',
  'gift.read',
  'gift.write',
  'gift.approve',
  'partner.read',
  'partner.write',
  'partner.approve',
  'product.read',
  'product.write',
  'playbook.read',
  'playbook.write',
  'import.run',
  'export.run',
  'team.read',
  'team.write',
  'team.handOver',
  'company.write',
  'field.write',
  'apiKey.write',
  'audit.read',
] as const;

export type Permission = (typeof permissions)[number];

export function isPermission(text: string): text is Permission {
  return (permissions as readonly string[]).includes(text);
}
