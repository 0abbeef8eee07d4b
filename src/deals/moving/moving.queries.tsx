import { keepPreviousData } from '@tanstack/react-query';
import type { MappingChoices } from '#method/playbook-mapping.ts';
import { movingContract } from '#deals/moving/moving.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const movingClient = clientFor(movingContract);
const moving = queriesFor(movingContract, 'moving');

export const previewQuery = (asked: { id: string; from: number[]; to: number; choices: MappingChoices }) =>
  moving.preview.queryOptions({ input: asked, enabled: asked.from.length > 0, placeholderData: keepPreviousData });
