import { z } from 'zod';
import { Id } from '#shared/id.ts';

/** What notes, tasks, attachments and timelines hang on. */
export const subjectKinds = ['account', 'contact', 'deal'] as const;
export type SubjectKind = (typeof subjectKinds)[number];
export type Subject = { kind: SubjectKind; id: string };

/** A subject as endpoints take it. */
export const SubjectInput = { subjectKind: z.enum(subjectKinds), subjectId: Id };
