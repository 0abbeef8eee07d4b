import { HomeOutlined } from '@ant-design/icons';
import type { Slice } from '#ui/slice.tsx';

/** The workbench 工作台: the first page. */
export const todaySlice: Slice = {
  pages: [
    {
      path: '/',
      title: { zh: '工作台', en: 'Today' },
      load: async () => (await import('#today/TodayPage.tsx')).TodayPage,
      prefetch: async ({ queries }) => {
        const { todayQuery } = await import('#today/today.queries.tsx');
        await queries.prefetchQuery(todayQuery());
      },
      nav: { icon: HomeOutlined, order: 10, phone: true },
    },
  ],
  commands: [
    {
      id: 'task.new',
      kind: 'create',
      label: { zh: '新建待办', en: 'New task' },
      keywords: 'xjdb 记一件事 新增待办',
      permission: 'task.write',
      to: '/?new=task',
    },
  ],
};
