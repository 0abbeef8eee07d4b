import { PlusOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Permission } from '#permissions/permission.ts';
import { useCan } from '#ui/session.tsx';

/**
 * A list's form for a new record, which is open while the address says so: `?new=1`.
 *
 * @returns the button that opens it, false for whoever may not; whether it is open; and what closes it
 */
export function useNewForm(permission: Permission, label: string) {
  const may = useCan()(permission);
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const show = (asked: '1' | undefined) =>
    void navigate({ to: '.', search: (now: object) => ({ ...now, new: asked }) as never });
  const add = may && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => show('1')}>
      {label}
    </Button>
  );
  return { add, open: may && search['new'] !== undefined, close: () => show(undefined) };
}
