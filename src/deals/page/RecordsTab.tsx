import { AttachmentsSection } from '#attachments/AttachmentsSection.tsx';
import { NotesSection } from '#notes/NotesSection.tsx';
import { TasksSection } from '#tasks/TasksSection.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import styles from '#deals/page/RecordsTab.module.css';

/** 资料: what is to be done, what was noted, what was filed. */
export function RecordsTab() {
  const { view } = useDeal();
  const subject = { kind: 'deal', id: view.page.deal.id } as const;
  return (
    <div className={styles.tab}>
      <TasksSection subject={subject} />
      <NotesSection subject={subject} />
      <AttachmentsSection subject={subject} />
    </div>
  );
}
