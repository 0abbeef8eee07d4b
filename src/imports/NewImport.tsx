import {
  BankOutlined,
  CloudUploadOutlined,
  ContactsOutlined,
  FundOutlined,
  InboxOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { useRef, useState, type ComponentType } from 'react';
import { importNouns, writePermission, type ImportNoun } from '#imports/import-noun.ts';
import { importMessages } from '#imports/imports.messages.ts';
import { useUpload } from '#imports/useUpload.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { useCan } from '#ui/session.tsx';
import styles from '#imports/NewImport.module.css';

const icons: { [noun in ImportNoun]: ComponentType } = {
  account: BankOutlined,
  contact: ContactsOutlined,
  deal: FundOutlined,
  product: InboxOutlined,
  user: TeamOutlined,
};

type Props = { noun: ImportNoun; onNoun: (noun: ImportNoun) => void; onRead: (importId: string) => void };

/** What to import, and its file. */
export function NewImport({ noun, onNoun, onRead }: Props) {
  const m = useMessages(importMessages);
  const can = useCan();
  const { upload, uploading, error } = useUpload(onRead);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const nouns = importNouns.filter((one) => can(writePermission[one]));
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (!file || uploading) return;
    // Cards become contacts, whatever was chosen.
    const meant = /\.vcf$/i.test(file.name) && nouns.includes('contact') ? 'contact' : noun;
    if (meant !== noun) onNoun(meant);
    void upload(meant, file);
  };
  return (
    <section className={styles.start} aria-label={m.choose}>
      <div className={styles.nouns} role="radiogroup" aria-label={m.choose}>
        {nouns.map((one) => {
          const Icon = icons[one];
          return (
            <label key={one} className={styles.noun} data-chosen={one === noun || undefined}>
              <input
                type="radio"
                name="noun"
                checked={one === noun}
                onChange={() => onNoun(one)}
                disabled={!!uploading}
              />
              <span className={styles.icon} aria-hidden="true">
                <Icon />
              </span>
              <span>
                <strong>{m.nouns[one]}</strong>
                <small>{m.nounHints[one]}</small>
              </span>
            </label>
          );
        })}
      </div>
      <button
        type="button"
        className={styles.drop}
        data-over={over || undefined}
        disabled={!!uploading}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <CloudUploadOutlined aria-hidden="true" />
        <span role="status">
          {!uploading && m.drop}
          {uploading && ('percent' in uploading ? m.uploading(uploading.percent) : m.reading)}
        </span>
        <small>{m.dropHint}</small>
        {noun === 'contact' && <small>{m.dropCards}</small>}
        {uploading && 'percent' in uploading && (
          <progress max={100} value={uploading.percent} aria-label={m.steps[0]} />
        )}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.xlsx,.vcf,text/vcard,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <RefusalAlert error={error} issues />
    </section>
  );
}
