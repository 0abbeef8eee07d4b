import { sure, type Known } from '#sample/known.ts';
import { workDay } from '#sample/relative.ts';
import type { Cue } from '#sample/schedule.ts';
import type { Stage } from '#sample/stage.server.ts';

type PartnerCue = Extract<Cue, { kind: 'partner' | 'tie' | 'suspend' | 'registration' | 'registrationDecided' }>;

/** Partners, their ties, and what they register. */
export async function playPartner(stage: Stage, known: Known, cue: PartnerCue): Promise<void> {
  const { partners, partnerTies, registrations } = stage.as(cue);
  switch (cue.kind) {
    case 'partner': {
      const { name, key, kind, province, city, contract, note, people } = cue.partner;
      const [from, until] = contract ?? [];
      const { id, version } = await partners.create({
        name,
        kind,
        province,
        city,
        note,
        state: 'active',
        contractFrom: from === undefined ? null : workDay(known.today, from),
        contractUntil: until === undefined ? null : workDay(known.today, until),
      });
      for (const { name: person, title, contact } of people)
        await partnerTies.addPerson({
          id,
          name: person,
          title,
          contactId: contact ? sure(known.contacts, person).id : null,
        });
      known.partners.set(key, { id, version });
      return;
    }
    case 'tie': {
      const { to, target, kind, strength, source, note } = cue.tie;
      await partnerTies.addTie({
        id: sure(known.partners, cue.partner).id,
        target,
        kind,
        strength,
        source,
        note,
        contactId: target === 'contact' ? sure(known.contacts, to).id : null,
        accountId: target === 'account' ? sure(known.accounts, to) : null,
        rival: target === 'rival' ? to : null,
      });
      return;
    }
    case 'suspend':
      await partners.setState({ ...sure(known.partners, cue.partner), state: 'suspended', reason: cue.reason });
      return;
    case 'registration': {
      const { partner, project, account, customer, deal, wan, closeOn, products, brings, interest, percent } =
        cue.registration;
      const { id, version } = await registrations.create({
        partnerId: sure(known.partners, partner).id,
        name: project,
        accountId: account ? sure(known.accounts, account) : null,
        customerName: customer,
        dealId: deal ? sure(known.deals, deal).id : null,
        amount: Math.round(wan * 1_000_000),
        closeOn: workDay(known.today, closeOn),
        products,
        brings,
        interest: interest !== undefined,
        interestNote: interest,
        terms: percent === undefined ? { kind: 'none' } : { kind: 'percent', percent: Math.round(percent * 100) },
        termsNote: percent === undefined ? null : '按合同随回款同比例对公支付',
      });
      known.registrations.set(cue.key, { id, version });
      return;
    }
    case 'registrationDecided': {
      const at = sure(known.registrations, cue.key);
      const { version } =
        cue.what === 'accept'
          ? await registrations.accept({ ...at, handling: cue.reason })
          : await registrations[cue.what]({ ...at, reason: cue.reason ?? '' });
      known.registrations.set(cue.key, { ...at, version });
    }
  }
}
