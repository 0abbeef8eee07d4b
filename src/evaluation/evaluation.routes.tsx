import type { Slice } from '#ui/slice.tsx';

/** The evaluation model in the settings. */
export const evaluationSlice: Slice = {
  pages: [
    {
      path: '/settings/evaluation',
      title: { zh: '评估与分级', en: 'Evaluation' },
      permission: 'playbook.write',
      setting: { group: 'work', order: 70 },
      load: async () => (await import('#evaluation/EvaluationPage.tsx')).EvaluationPage,
    },
  ],
};
