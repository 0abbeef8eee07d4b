import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import styles from '#reviews/Review.module.css';
import { PersonPicker } from '#team/PersonPicker.tsx';
import { useMessages } from '#ui/lang.tsx';

/** Who is asked to come beside the chair: the form's `memberIds`. */
export function MembersField({ known = [] }: { known?: readonly { id: string; name: string }[] }) {
  const { form: m } = useMessages(reviewMessages);
  return (
    <Form.Item label={m.members} extra={m.membersHint}>
      <Form.List name="memberIds">
        {(rows, { add, remove }) => (
          <div className={styles.members}>
            {rows.map(({ key, name }) => (
              <div key={key} className={styles.member}>
                <Form.Item name={name} noStyle>
                  <Known known={known} placeholder={m.person} />
                </Form.Item>
                <Button
                  type="text"
                  aria-label={m.removePerson}
                  icon={<DeleteOutlined />}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add()}>
              {m.addPerson}
            </Button>
          </div>
        )}
      </Form.List>
    </Form.Item>
  );
}

type KnownProps = {
  id?: string;
  value?: string;
  onChange?: (id: string | null) => void;
  known: readonly { id: string; name: string }[];
  placeholder: string;
};

function Known({ known, ...field }: KnownProps) {
  return <PersonPicker {...field} known={known.find(({ id }) => id === field.value)} />;
}
