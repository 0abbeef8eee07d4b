import { z } from 'zod';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { View, ViewFields, viewLists, viewRefusals } from '#views/view.ts';

export const viewsContract = {
  list: query({
    path: '/views',
    access: 'signedIn',
    summary: { zh: '列表的视图：自己的和同事共享的', en: 'Views of a list: mine and shared ones' },
    input: z.object({ list: z.enum(viewLists) }),
    output: z.array(View),
  }),
  create: command({
    path: '/views',
    access: 'signedIn',
    summary: { zh: '保存视图', en: 'Save a view' },
    input: ViewFields.extend({ list: z.enum(viewLists) }),
    output: View,
    refusals: pick(viewRefusals, 'view.nameTaken', 'view.tooMany'),
  }),
  update: command({
    method: 'PATCH',
    path: '/views/{id}',
    access: 'signedIn',
    summary: { zh: '重命名、共享或更新视图', en: 'Rename, share or change a view' },
    input: ViewFields.extend({ shared: z.boolean() }).partial().extend({ id: Id }),
    output: View,
    refusals: pick(viewRefusals, 'view.nameTaken'),
  }),
  remove: command({
    method: 'DELETE',
    path: '/views/{id}',
    access: 'signedIn',
    summary: { zh: '删除视图', en: 'Delete a view' },
    input: z.object({ id: Id }),
    output: z.object({ id: Id }),
  }),
  setDefault: command({
    method: 'PUT',
    path: '/views/default',
    access: 'signedIn',
    summary: { zh: '设定列表打开时的视图', en: 'Choose the view a list opens with' },
    input: z.object({ list: z.enum(viewLists), id: Id.nullable().meta({ description: 'null: all records' }) }),
    output: z.object({ list: z.enum(viewLists), id: Id.nullable() }),
  }),
};
