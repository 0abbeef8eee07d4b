/** Sign-in steps exist to be typed into: the first field takes the focus as the step appears. */
export function focusFirst(input: { focus: () => void } | null): void {
  input?.focus();
}
