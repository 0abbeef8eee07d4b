import { Button, Form, InputNumber, Select } from 'antd';
import type { EvaluationModel } from '#evaluation/evaluation.ts';
import { evaluationMessages } from '#evaluation/evaluation.messages.ts';
import { evaluationClient } from '#evaluation/evaluation.queries.tsx';
import { GradingFields } from '#evaluation/GradingFields.tsx';
import { WeightFields } from '#evaluation/WeightFields.tsx';
import { useSaving } from '#ui/form/useSaving.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#evaluation/Evaluation.module.css';

type Values = { model: EvaluationModel };
type Props = { version: number; model: EvaluationModel; onSaved: (version: number) => void };

export function EvaluationModelForm({ version, model, onSaved }: Props) {
  const m = useMessages(evaluationMessages);
  const [form] = Form.useForm<Values>();
  const { busy, error, saving } = useSaving(form);
  const save = (values: Values) =>
    saving(async () => {
      const saved = await evaluationClient.change({ version, model: values.model });
      onSaved(saved.version);
    });
  const needed = [{ required: true, message: m.needed }];
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ model }}
      onFinish={(values) => void save(values)}
      className={styles.cards}
    >
      <RefusalAlert error={error} issues />
      <WeightFields />
      <SectionCard title={m.lines}>
        <div className={styles.fields}>
          <Form.Item name={['model', 'go']} label={m.go} rules={needed}>
            <InputNumber controls={false} min={1} max={100} precision={0} />
          </Form.Item>
          <Form.Item name={['model', 'drop']} label={m.drop} rules={needed}>
            <InputNumber controls={false} min={0} max={99} precision={0} />
          </Form.Item>
        </div>
      </SectionCard>
      <GradingFields />
      <SectionCard title={m.effort}>
        <p className={styles.hint}>{m.effortHint}</p>
        <div className={styles.fields}>
          <Form.Item name={['model', 'effort', 'low']} label={m.low}>
            <Select options={(['D', 'C'] as const).map((value) => ({ value, label: m.lows[value] }))} />
          </Form.Item>
          <Form.Item name={['model', 'effort', 'share']} label={m.shareLine} rules={needed}>
            <InputNumber controls={false} min={1} max={100} precision={0} />
          </Form.Item>
          <Form.Item name={['model', 'effort', 'acts']} label={m.acts} rules={needed}>
            <InputNumber controls={false} min={1} max={1000} precision={0} />
          </Form.Item>
        </div>
      </SectionCard>
      <Button type="primary" htmlType="submit" loading={busy} className={styles.save}>
        {m.save}
      </Button>
    </Form>
  );
}
