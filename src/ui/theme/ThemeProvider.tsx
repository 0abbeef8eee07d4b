import { ConfigProvider, theme, type ConfigProviderProps } from 'antd';
import english from 'antd/es/locale/en_US.js';
import { useEffect, useLayoutEffect, useState, type ReactNode } from 'react';
import { useLang } from '#ui/lang.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import { dark, fontFamily, light } from '#ui/theme/palette.ts';
import { paint, useIsDark } from '#ui/theme/scheme.tsx';

type Locale = NonNullable<ConfigProviderProps['locale']>;

// antd speaks English by itself; its Chinese is fetched beside the page.
const chinese = async () => (await import('antd/es/locale/zh_CN.js')).default as unknown as Locale;

/** antd in our clothes: our palette, our type, the words of the chosen language. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const isDark = useIsDark();
  const isPhone = useIsPhone();
  const locale = useAntdLocale();
  useLayoutEffect(() => paint(isDark), [isDark]);
  const colour = isDark ? dark : light;
  return (
    <ConfigProvider
      locale={locale}
      button={{ autoInsertSpace: false }}
      theme={{
        hashed: false,
        algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: {
          fontFamily,
          fontSize: isPhone ? 15 : 14,
          controlHeight: isPhone ? 44 : 32,
          borderRadius: 7,
          borderRadiusLG: 10,
          borderRadiusSM: 5,
          wireframe: false,
          motionDurationMid: '0.12s',
          motionDurationSlow: '0.18s',
          colorPrimary: colour.accent,
          colorLink: colour.accent,
          colorInfo: colour.accent,
          colorSuccess: colour.good,
          colorWarning: colour.warn,
          colorError: colour.bad,
          colorTextLightSolid: colour['on-accent'],
          colorText: colour.text,
          colorTextSecondary: colour['text-soft'],
          colorTextTertiary: colour['text-faint'],
          colorTextPlaceholder: colour['text-faint'],
          colorBgLayout: colour.ground,
          colorBgContainer: colour.surface,
          colorBgElevated: colour.surface,
          colorBorder: colour['line-strong'],
          colorBorderSecondary: colour.line,
          colorSplit: colour.line,
        },
        components: {
          Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
          Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 18 },
          Tooltip: { colorBgSpotlight: isDark ? '#33363c' : '#23262d', colorTextLightSolid: '#fff' },
        },
      }}
    >
      {children}
    </ConfigProvider>
  );
}

// Never without words: antd builds another tree for a locale, and what is typed meanwhile would be lost in it.
function useAntdLocale(): Locale {
  const lang = useLang();
  const [words, setWords] = useState<Locale>();
  useEffect(() => {
    if (lang === 'zh') void chinese().then(setWords);
  }, [lang]);
  return (lang === 'zh' && words) || (english as unknown as Locale);
}
