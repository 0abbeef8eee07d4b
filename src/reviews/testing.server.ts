import { openDealsCompany } from '#deals/testing.server.ts';
import { tellPeople } from '#notifications/tell-people.server.ts';
import { notificationsContract } from '#notifications/notifications.contract.ts';
import { notificationHandlers } from '#notifications/notifications.server.ts';
import { followEvents } from '#platform/events/events.server.ts';
import { reviewsContract } from '#reviews/reviews.contract.ts';
import { reviewHandlers } from '#reviews/reviews.server.ts';
import { tasksContract } from '#tasks/tasks.contract.ts';
import { taskHandlers } from '#tasks/tasks.server.ts';
import { timelineContract } from '#timeline/timeline.contract.ts';
import { timelineHandlers } from '#timeline/timeline.server.ts';

export const monday = { name: '周一评审', on: '2026-03-02' };

/** A test company with deals, their reviews, and what people are told of them. */
export async function openReviewsCompany(more: { [slice: string]: object } = {}) {
  followEvents(tellPeople);
  const house = await openDealsCompany({
    reviews: reviewHandlers,
    tasks: taskHandlers,
    notifications: notificationHandlers,
    timeline: timelineHandlers,
    ...more,
  });
  const actor = (name: string) => house.company.actors[name]!;
  const as = (name: string) => house.company.as(reviewsContract, actor(name));
  let number = 0;
  return {
    house,
    as,
    idOf: (name: string) => actor(name).userId,
    tasks: (name: string) => house.company.as(tasksContract, actor(name)),
    told: async (name: string) => (await house.company.as(notificationsContract, actor(name)).list({})).rows,
    timeline: (name: string) => house.company.as(timelineContract, actor(name)),
    newDeal: (more: object = {}) => house.newDeal(`水厂 ${++number}`, more),
    plan: (dealIds: string[], who = 'northManager') => as(who).create({ ...monday, about: { kind: 'deals', dealIds } }),
    /** A review of these deals that has begun. */
    held: async (dealIds: string[]) => {
      const planned = await as('northManager').create({ ...monday, about: { kind: 'deals', dealIds } });
      const review = await as('northManager').start({ id: planned.id, version: planned.version });
      const { items } = await as('northManager').show({ id: review.id });
      return { review, items, item: items[0]! };
    },
    close: () => house.close(),
  };
}
