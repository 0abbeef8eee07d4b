import styles from '#ui/PageTabs.module.css';

type Props<T extends string> = {
  /** What a screen reader calls them together. */
  label: string;
  tabs: readonly T[];
  words: { readonly [tab in T]: string };
  shown: T;
  onShow: (tab: T) => void;
  /** It is pointed at or focused, and is likely to be shown next. */
  onNear?: (tab: T) => void;
};

/** The parts of a record's page; they scroll sideways on a phone and are not printed. */
export function PageTabs<T extends string>({ label, tabs, words, shown, onShow, onNear }: Props<T>) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          ref={tab === shown ? showInStrip : undefined}
          aria-current={tab === shown ? 'page' : undefined}
          onPointerEnter={() => onNear?.(tab)}
          onFocus={() => onNear?.(tab)}
          onClick={() => onShow(tab)}
        >
          {words[tab]}
        </button>
      ))}
    </nav>
  );
}

/** On a phone the strip is wider than the screen; the page itself stays where it is. */
function showInStrip(tab: HTMLElement | null) {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
