import { type Lang, type Text, counted } from '#shared/messages.ts';

const BETWEEN_LANGUAGES = '\u001f';

/**
 * The message of an input issue in both languages: a schema knows no reader, so it carries both until the answer is
 * written (`inLang`). For the `error` of a refinement: `{ error: inBoth({ zh: '…', en: '…' }) }`.
 */
export function inBoth({ zh, en }: Text): string {
  return zh + BETWEEN_LANGUAGES + en;
}

/** The half of such a message that is in the reader's language. */
export function inLang(message: string, lang: Lang): string {
  const [zh = message, en = zh] = message.split(BETWEEN_LANGUAGES);
  return lang === 'zh' ? zh : en;
}

type Issue = {
  code?: string | undefined;
  input?: unknown;
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  [more: string]: unknown;
};

/** What to do about a fault of the input, for the person who typed it. */
export function inputWords(issue: Issue): Text {
  const { input } = issue;
  if (input === undefined || input === null || input === '') return { zh: '请填写', en: 'Please fill this in' };
  switch (issue.code) {
    case 'too_small':
      return small(issue);
    case 'too_big':
      return big(issue);
    case 'invalid_format':
      return formats[String(issue['format'])] ?? { zh: '格式不正确', en: 'This has the wrong format' };
    case 'invalid_value':
      return choice(issue['values']);
    case 'unrecognized_keys':
      return unknown(issue['keys']);
    case 'invalid_type':
      return types[String(issue['expected'])] ?? { zh: '类型不正确', en: 'This has the wrong type' };
    default:
      return { zh: '内容不正确', en: 'This is not valid' };
  }
}

function small({ minimum, origin }: Issue): Text {
  if (origin === 'string')
    return { zh: `至少 ${minimum} 个字符`, en: `At least ${counted(String(minimum), 'character')}` };
  if (origin === 'array') return { zh: `至少选 ${minimum} 项`, en: `At least ${counted(String(minimum), 'item')}` };
  return { zh: `不能小于 ${minimum}`, en: `Not less than ${minimum}` };
}

function big({ maximum, origin }: Issue): Text {
  if (origin === 'string')
    return { zh: `最多 ${maximum} 个字符`, en: `At most ${counted(String(maximum), 'character')}` };
  if (origin === 'array') return { zh: `最多 ${maximum} 项`, en: `At most ${counted(String(maximum), 'item')}` };
  return { zh: `不能大于 ${maximum}`, en: `Not more than ${maximum}` };
}

function choice(values: unknown): Text {
  const list = Array.isArray(values) ? values.join(' / ') : '';
  return { zh: `只能是：${list}`, en: `Must be one of: ${list}` };
}

function unknown(keys: unknown): Text {
  const list = Array.isArray(keys) ? keys.join('、') : '';
  return { zh: `没有这些字段：${list}`, en: `No such fields: ${list}` };
}

const formats: { [format: string]: Text } = {
  email: { zh: '请填写有效的邮箱地址', en: 'Enter a valid e-mail address' },
  url: { zh: '请填写有效的网址', en: 'Enter a valid web address' },
  uuid: { zh: '编号格式不正确', en: 'Not a valid id' },
  date: { zh: '请填写有效的日期，如 2026-11-22', en: 'Enter a valid date such as 2026-11-22' },
};

const types: { [type: string]: Text } = {
  string: { zh: '请填写文字', en: 'Enter text' },
  number: { zh: '请填写数字', en: 'Enter a number' },
  int: { zh: '请填写整数', en: 'Enter a whole number' },
  boolean: { zh: '只能是“是”或“否”', en: 'Must be yes or no' },
  array: { zh: '应为列表', en: 'Must be a list' },
  object: { zh: '应为一组字段', en: 'Must be an object' },
};
