import { Form, Input, Select } from 'antd';
import { CustomInputs } from '#fields/CustomInputs.tsx';
import { contactFieldWords as words } from '#people/contact-field-words.ts';
import { contactMessages } from '#people/contacts.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';

/** The fields of a contact, as create and edit show them. */
export function ContactFormFields() {
  const m = useMessages(contactMessages);
  const lang = useLang();
  return (
    <>
      <Form.Item
        name="name"
        label={words.name[lang]}
        rules={[{ required: true, whitespace: true, message: m.nameNeeded }]}
      >
        <Input maxLength={100} placeholder={m.nameHint} autoComplete="off" />
      </Form.Item>
      <Form.Item name="title" label={words.title[lang]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="department" label={words.department[lang]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="mobile" label={words.mobile[lang]}>
        <Input maxLength={40} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={words.phone[lang]}>
        <Input maxLength={40} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="email" label={words.email[lang]}>
        <Input maxLength={200} inputMode="email" autoComplete="off" />
      </Form.Item>
      <Form.Item name="wechat" label={words.wechat[lang]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="tags" label={words.tags[lang]} extra={m.privacy}>
        <Select mode="tags" open={false} suffixIcon={null} placeholder={m.tagsHint} />
      </Form.Item>
      <CustomInputs noun="contact" />
    </>
  );
}
