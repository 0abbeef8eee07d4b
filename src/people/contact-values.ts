import type { Contact, ContactFields } from '#people/contact.ts';

/** A contact as its form holds it. */
export type ContactValues = Omit<ContactFields, 'custom'> & {
  accountId?: string | null;
  custom?: { [key: string]: unknown };
};

const cleared = ['title', 'department', 'mobile', 'phone', 'email', 'wechat'] as const;

export function valuesOf(contact: Contact): ContactValues {
  const { name, tags, custom } = contact;
  return { ...Object.fromEntries(cleared.map((field) => [field, contact[field] ?? undefined])), name, tags, custom };
}

/** What the form left empty is sent as null, which clears it. */
export function sentOf(values: ContactValues, custom: { [key: string]: unknown }): ContactFields {
  const { name, tags = [] } = values;
  return { ...Object.fromEntries(cleared.map((field) => [field, values[field] ?? null])), name, tags, custom };
}
