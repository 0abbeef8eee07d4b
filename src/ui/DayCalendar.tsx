import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import { useLang } from '#ui/lang.tsx';
import type { DayPickerProps } from '#ui/DayPicker.tsx';
import styles from '#ui/DayPicker.module.css';

const shape = 'YYYY-MM-DD';

/** The calendar behind DayPicker; import that one. */
export function DayCalendar({ value, onChange, min, max, ...rest }: DayPickerProps) {
  const lang = useLang();
  const locale = lang === 'zh' ? 'zh-cn' : 'en';
  return (
    <DatePicker
      {...rest}
      className={styles.wide}
      format={lang === 'zh' ? ['YYYY年M月D日', shape, 'YYYY/M/D', 'YYYYMMDD', 'M月D日'] : ['D MMM YYYY', shape]}
      value={value ? dayjs(value).locale(locale) : null}
      minDate={min ? dayjs(min) : undefined}
      maxDate={max ? dayjs(max) : undefined}
      onChange={(at) => onChange?.(at ? at.format(shape) : null)}
    />
  );
}
