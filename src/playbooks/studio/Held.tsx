import { Input } from 'antd';
import { useEffect, useState } from 'react';

type Props = {
  value: string;
  label: string;
  lang?: 'zh' | 'en';
  rows?: number;
  /** Grows with what is typed; Enter is no new line. */
  long?: boolean;
  disabled?: boolean;
  faulty?: boolean;
  placeholder?: string;
  onChange: (value: string) => void;
};

/** Writing rests this long before the whole text is made anew. */
const PAUSE = 350;

/** A box of text that hands on what was typed at a pause, and at the latest when it is left. */
export function Held({ value, label, lang, rows = 1, long, disabled, faulty, placeholder, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const hand = () => {
    if (typed === null) return;
    if (typed !== value) onChange(typed);
    setTyped(null);
  };
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(hand, PAUSE);
    return () => clearTimeout(timer);
  });
  const shared = {
    value: typed ?? value,
    'aria-label': label,
    lang: lang === 'zh' ? 'zh-CN' : lang,
    disabled,
    placeholder,
    status: faulty ? ('error' as const) : undefined,
    onBlur: hand,
  };
  return rows > 1 || long ? (
    <Input.TextArea
      {...shared}
      autoSize={{ minRows: rows }}
      onKeyDown={(event) => {
        if (long && event.key === 'Enter' && !event.nativeEvent.isComposing) {
          event.preventDefault();
          hand();
        }
      }}
      onChange={(event) => setTyped(event.target.value)}
    />
  ) : (
    <Input {...shared} onChange={(event) => setTyped(event.target.value)} />
  );
}
