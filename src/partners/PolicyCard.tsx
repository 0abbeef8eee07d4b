import { SafetyOutlined } from '@ant-design/icons';
import { partnerMessages } from '#partners/partners.messages.ts';
import styles from '#partners/Partners.module.css';
import { useMessages } from '#ui/lang.tsx';

/** What applies to all work with partners (Domain §12). */
export function PolicyCard() {
  const m = useMessages(partnerMessages);
  return (
    <p className={styles.policy} role="note" aria-label={m.policyTitle}>
      <SafetyOutlined aria-hidden="true" />
      <span>{m.policy}</span>
    </p>
  );
}
