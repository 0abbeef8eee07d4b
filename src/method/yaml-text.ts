import { type Document, LineCounter, type YAMLError, isNode, parseDocument } from 'yaml';
import { both } from '#method/method.messages.ts';
import type { Path } from '#method/rule-problems.ts';
import { type Problem, textLimit } from '#method/shape-problems.ts';

/** A YAML text taken apart, as far as it can be. */
export type YamlText = {
  readonly yaml: Document | undefined;
  /** plain data; undefined while `problems` says why the text cannot be read */
  readonly raw: unknown;
  readonly problems: readonly Problem[];
  /** 1-based line of the thing itself, or of the nearest thing around it that is in the text */
  readonly lineOf: (path: Path) => number | undefined;
};

export function openYaml(text: string): YamlText {
  const unread = { raw: undefined, lineOf: () => undefined };
  if (text.length > textLimit) return { ...unread, yaml: undefined, problems: [whole((m) => m.tooLarge(textLimit))] };
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (yaml.errors.length > 0) {
    const problems = yaml.errors.map((error) => ({
      ...whole((m, lang) => m.notYaml(lang === 'zh' ? (zhFaults[error.code] ?? error.message) : error.message)),
      line: lines.linePos(error.pos[0]).line,
    }));
    return { ...unread, yaml: undefined, problems };
  }
  const raw = plain(yaml);
  if (raw instanceof Error) return { ...unread, yaml: undefined, problems: [whole((m) => m.notYaml(raw.message))] };
  return { yaml, raw, problems: [], lineOf: (path) => lineOf(yaml, lines, path) };
}

/** yaml throws when aliases multiply beyond its limit. */
function plain(yaml: Document): unknown {
  try {
    return yaml.toJS() as unknown;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function lineOf(yaml: Document, lines: LineCounter, path: Path): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const inner = path.slice(0, length);
    const node = length === 0 ? yaml.contents : yaml.hasIn(inner) ? yaml.getIn(inner, true) : undefined;
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

function whole(words: Parameters<typeof both>[0]): Problem {
  return { path: [], at: '', words: both(words) };
}

/** What the faults of the YAML library mean; its own words are English. */
const zhFaults: { readonly [code in YAMLError['code']]?: string } = {
  BAD_ALIAS: '引用（*名称）写法不对，或所指的锚点不存在',
  ALIAS_PROPS: '引用（*名称）上不能再加标签或锚点',
  BAD_DIRECTIVE: '以 % 开头的指令不认识',
  BAD_DQ_ESCAPE: '双引号里的反斜杠转义不对',
  BAD_INDENT: '缩进不对：同一层的各项要左对齐，下一层要多缩进',
  BAD_PROP_ORDER: '标签和锚点要写在值的前面',
  BAD_SCALAR_START: '文字不能以这个符号开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '冒号左边不能再写一层，请检查本行的冒号和引号',
  BLOCK_IN_FLOW: '花括号、方括号里不能再用缩进写法',
  DUPLICATE_KEY: '同一层里有两个相同的字段名',
  IMPOSSIBLE: '这里无法理解',
  KEY_OVER_1024_CHARS: '字段名太长，多半是漏了引号',
  MISSING_CHAR: '缺少符号，请检查引号、逗号、冒号或括号是否成对',
  MULTILINE_IMPLICIT_KEY: '字段名不能跨行，请检查上一行的冒号或引号',
  MULTIPLE_ANCHORS: '一个值只能有一个锚点',
  MULTIPLE_DOCS: '一个文件只能放一套方法论，请删去 --- 之后的部分',
  MULTIPLE_TAGS: '一个值只能有一个标签',
  NON_STRING_KEY: '字段名必须是文字',
  RESOURCE_EXHAUSTION: '嵌套得太深',
  TAB_AS_INDENT: '缩进要用空格，不能用制表符',
  TAG_RESOLVE_FAILED: '标签（以 ! 开头）无法理解',
  UNEXPECTED_TOKEN: '这里有多余的符号，请检查引号、逗号、括号是否成对',
  BAD_COLLECTION_TYPE: '列表和字段写法混用了',
};
