import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { permissionMessages } from '#permissions/permission.messages.ts';
import { CompaniesCard } from '#session/me/CompaniesCard.tsx';
import { meMessages } from '#session/me/me.messages.ts';
import { sessionClient, sessionQuery } from '#session/session.queries.tsx';
import { timeZoneOptions } from '#session/me/time-zones.ts';
import type { Lang } from '#shared/messages.ts';
import { useSaving } from '#ui/form/useSaving.tsx';
import { setLang, useLang, useMessages } from '#ui/lang.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useSession } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#session/me/Me.module.css';

type Values = { name: string; title?: string | null; lang: Lang; timeZone: string };

/** Settings: what is one's own to say. */
export function ProfilePage() {
  const m = useMessages(meMessages);
  const words = useMessages(permissionMessages);
  const queries = useQueryClient();
  const lang = useLang();
  const { user } = useSession();
  const [form] = Form.useForm<Values>();
  const { busy, error, saving } = useSaving(form);
  const save = (values: Values) =>
    saving(async () => {
      await sessionClient.changeProfile(values);
      setLang(values.lang);
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      toast(m.saved);
    });
  return (
    <>
      <PageHeader title={m.profile} facts={m.profileLead} />
      <div className={styles.cards}>
        <SectionCard>
          <Form<Values>
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ name: user.name, title: user.title, lang: user.lang, timeZone: user.timeZone }}
            onFinish={(values) => void save(values)}
            className={styles.form}
          >
            <RefusalAlert error={error} />
            <Form.Item name="name" label={m.name} rules={[{ required: true, whitespace: true, message: m.nameNeeded }]}>
              <Input maxLength={60} autoComplete="name" />
            </Form.Item>
            <Form.Item name="title" label={m.title}>
              <Input maxLength={60} autoComplete="organization-title" />
            </Form.Item>
            <Form.Item label={m.email}>
              <span>{user.email}</span>
            </Form.Item>
            <Form.Item name="lang" label={m.lang}>
              <Select
                options={[
                  { value: 'zh', label: '中文' },
                  { value: 'en', label: 'English' },
                ]}
              />
            </Form.Item>
            <Form.Item name="timeZone" label={m.timeZone}>
              <Select showSearch={{ optionFilterProp: 'label' }} options={timeZoneOptions(user.timeZone, lang)} />
            </Form.Item>
            <Form.Item label={m.rank} extra={m.rankHint}>
              <span>
                {user.roles.map((role) => words.roles[role]).join(' · ')} · {words.scopes[user.scope]}
              </span>
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={busy}>
              {m.save}
            </Button>
          </Form>
        </SectionCard>
        <CompaniesCard />
      </div>
    </>
  );
}
