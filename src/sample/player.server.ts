import { keptKinds } from '#compliance/personal-facts/fact-kind.ts';
import { addDays } from '#shared/day.ts';
import { pinyin } from 'pinyin-pro';
import { creditCodeFor, mobileFor, switchboardFor } from '#sample/numbers.ts';
import { linesFrom, sure, type Known } from '#sample/known.ts';
import { workDay } from '#sample/relative.ts';
import type { Cue } from '#sample/schedule.ts';
import type { Stage } from '#sample/stage.server.ts';
import { playMap } from '#sample/chain-steps.server.ts';
import { playGift } from '#sample/gifts.server.ts';
import { playInformation } from '#sample/information.server.ts';
import { playDraft, playPublished } from '#sample/methods.server.ts';
import { playPartner } from '#sample/partners.server.ts';
import { playReview } from '#sample/reviews.server.ts';
import { playStep } from '#sample/steps.server.ts';

export async function playCue(stage: Stage, known: Known, cue: Cue): Promise<void> {
  const api = stage.as(cue);
  switch (cue.kind) {
    case 'product': {
      const { price, ...fields } = cue.product;
      const { id } = await api.products.create({ ...fields, price: price * 100 });
      known.products.set(fields.code, { id, price: price * 100 });
      return;
    }
    case 'field':
      await api.fields.create(cue.field);
      return;
    case 'account':
      return playAccount(stage, known, cue);
    case 'contact':
      return playContact(stage, known, cue);
    case 'move': {
      const { id, version, title } = sure(known.contacts, cue.contact.name);
      const { at, to, ...job } = cue.to;
      const on = workDay(known.today, at);
      const moved = await api.contacts.move({
        id,
        version,
        accountId: sure(known.accounts, to),
        on,
        title: job.title,
        department: job.dept,
      });
      known.contacts.set(cue.contact.name, { id, title, version: moved.version });
      return;
    }
    case 'note': {
      const subjectId = cue.on === 'account' ? sure(known.accounts, cue.subject) : sure(known.contacts, cue.subject).id;
      await api.notes.create({ subjectKind: cue.on, subjectId, body: cue.text });
      return;
    }
    case 'task': {
      const subjectId = sure(known.accounts, cue.account);
      const dueOn = workDay(known.today, cue.due);
      known.tasks.set(cue.key, await api.tasks.create({ title: cue.text, dueOn, subjectKind: 'account', subjectId }));
      return;
    }
    case 'finish': {
      const { id, version } = sure(known.tasks, cue.key);
      await api.tasks.finish({ id, version, done: true });
      return;
    }
    case 'map': {
      const { at: _at, by: _by, because, ...part } = cue.part;
      return playMap(api, known, { kind: 'account', id: sure(known.accounts, cue.account) }, part, because);
    }
    case 'settle': {
      const settled = {
        tellingId: sure(known.tellings, cue.key),
        outcome: cue.outcome,
        settledOn: cue.at.slice(0, 10),
      };
      await api.chain.settle({ id: sure(known.deals, cue.story.deal).id, ...settled });
      return;
    }
    case 'deal': {
      const { deal: name, account, playbook, amount, closeOn, grade, origin, tags, custom, lines } = cue.story;
      const deal = await api.deals.create({
        name,
        playbookId: playbook,
        accountId: sure(known.accounts, account),
        amount: amount === undefined ? undefined : Math.round(amount * 1_000_000),
        closeOn: closeOn === undefined ? undefined : workDay(known.today, closeOn),
        grade,
        origin,
        tags,
        custom,
        lines: linesFrom(known, lines),
      });
      known.deals.set(name, deal);
      return;
    }
    case 'step':
      return playStep(stage, known, cue);
    case 'draft':
      return playDraft(stage, known, cue);
    case 'published':
      return playPublished(stage, known, cue);
    case 'review':
      return playReview(stage, known, cue);
    case 'information':
      return playInformation(stage, known, cue);
    case 'fact':
      return playFact(stage, known, cue);
    case 'gift':
    case 'giftDecided':
      return playGift(stage, known, cue);
    case 'partner':
    case 'tie':
    case 'suspend':
    case 'registration':
    case 'registrationDecided':
      return playPartner(stage, known, cue);
  }
}

async function playAccount(stage: Stage, known: Known, cue: Extract<Cue, { kind: 'account' }>): Promise<void> {
  const {
    key,
    at: _at,
    owner,
    mail,
    phone,
    code,
    parent,
    team,
    contacts: _c,
    chain: _chain,
    notes: _n,
    tasks: _t,
    ...fields
  } = cue.account;
  const account = await stage.as(cue).accounts.create({
    ...fields,
    creditCode: code ? creditCodeFor(key, fields.ownership === 'public') : null,
    phone: phone ?? switchboardFor(key),
    site: mail ? `https://www.${mail}` : null,
    parentId: parent ? sure(known.accounts, parent) : null,
    ownerId: owner ? sure(known.users, owner) : null,
    confirm: true,
  });
  known.accounts.set(key, account.id);
  if (Object.keys(team).length === 0) return;
  const members = Object.entries(team).map(([name, role]) => ({ userId: sure(known.users, name), role }));
  await stage.as(cue).accounts.setMembers({ id: account.id, version: account.version, members });
}

async function playContact(stage: Stage, known: Known, cue: Extract<Cue, { kind: 'contact' }>): Promise<void> {
  const { account, contact } = cue;
  const latin = pinyin(contact.name, { toneType: 'none', type: 'array', surname: 'head' }).join('');
  const { id, version } = await stage.as(cue).contacts.create({
    name: contact.name,
    title: contact.title,
    department: contact.dept,
    accountId: sure(known.accounts, account.key),
    mobile: mobileFor(contact.name),
    email: account.mail ? `${latin}@${account.mail}` : null,
    tags: contact.tags,
  });
  if (known.contacts.has(contact.name)) throw new Error(`two contacts are called ${contact.name}`);
  known.contacts.set(contact.name, { id, title: contact.title, version });
}

async function playFact(stage: Stage, known: Known, cue: Extract<Cue, { kind: 'fact' }>): Promise<void> {
  const { at: _at, until, consent, ...fact } = cue.fact;
  await stage.as(cue).personalFacts.record({
    contactId: sure(known.contacts, cue.contact.name).id,
    ...fact,
    purpose: keptKinds[fact.kind].purposes[0],
    consent: consent && { on: cue.at.slice(0, 10), ...consent },
    expiresOn: until === undefined ? null : addDays(known.today, until),
  });
}
