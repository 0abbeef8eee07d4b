import type { FieldRule } from '#fields/field.ts';
import type { CustomValue } from '#fields/custom.ts';

const yes = new Set(['是', '有', 'yes', 'y', 'true', '1', '√', '✓']);
const no = new Set(['否', '无', 'no', 'n', 'false', '0', '×']);

/** A cell of a sheet or a URL as a field's value; the text itself when it does not read as one, for the schema to refuse. */
export function customFromText(field: FieldRule, text: string): CustomValue | null {
  const cell = text.trim();
  if (cell === '') return null;
  switch (field.type) {
    case 'number': {
      const number = Number(cell.replaceAll(/[,，\s]/g, ''));
      return Number.isFinite(number) ? number : cell;
    }
    case 'yesNo':
      return yes.has(cell.toLowerCase()) ? true : no.has(cell.toLowerCase()) ? false : cell;
    case 'choices':
      return cell
        .split(/[;；、|]/)
        .map((part) => part.trim())
        .filter(Boolean);
    case 'day':
      return dayFromText(cell);
    default:
      return cell;
  }
}

/** A field's value as a cell of a sheet. */
export function customToText(value: CustomValue | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join('；');
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
}

/** 2026/3/5, 2026.3.5, 2026年3月5日 → 2026-03-05 */
function dayFromText(cell: string): string {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell);
  return parts ? `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}` : cell;
}
