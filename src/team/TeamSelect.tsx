import { Select } from 'antd';
import { useTeamOptions, type TeamOption } from '#team/team.queries.tsx';

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (teamId: string | null) => void;
  /** Left out with all below it: a team does not go under itself. */
  except?: string;
  placeholder?: string;
  allowClear?: boolean;
};

export function TeamSelect({ value, onChange, except, ...rest }: Props) {
  const options = useTeamOptions(except);
  return (
    <Select
      {...rest}
      // Until its name is here the team has none to show.
      value={options.find((team) => team.value === value)?.value}
      options={options}
      optionRender={drawOption}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
    />
  );
}

function drawOption({ data }: { data: TeamOption }) {
  return <span style={{ paddingLeft: data.depth * 16 }}>{data.label}</span>;
}
