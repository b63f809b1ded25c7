/** Cases that show one thing each: restricted, shielded, adjourned, disputed, not decided yet, due today, met late. */
import { addDays, addMonths, type Day } from '../../guidance/days.ts'
import { childInNeedPlanReviewed } from '../../procedures/child-in-need-plan.ts'
import { disagreementRaised, disagreementSettled } from '../../procedures/disagreement.ts'
import { conferencePlanned } from '../../procedures/initial-conference.ts'
import { conferenceRequested } from '../../procedures/section-47-enquiry.ts'
import { agencies } from '../cast.ts'
import { makeChild } from '../child.ts'
import type { Lifeline, Today } from '../life.ts'
import { assessed, closed, helped } from '../phases/assessing.ts'
import { referred } from '../phases/beginning.ts'
import { onPlan } from '../phases/planning.ts'
import { conferred, discussed, enquired } from '../phases/protecting.ts'
import { see, seeAsPartner } from '../phases/seeing.ts'
import { between, chanceOf, pick } from '../random.ts'
import type { Theme } from '../words/beginnings.ts'
import { workday, workdayBy, workdaysAfter } from '../workdays.ts'
import { begin, bornAgo, crews, occasion } from './family.ts'

/** Noah Whitlock’s aunt works in East team: his file is restricted to West team, who do not know her. */
export function restricted(today: Today): Lifeline {
  const start = workdaysAfter(today.day, -52)
  const told = begin({
    ...crews.tom,
    today,
    key: 'whitlock Noah',
    by: 'samuel',
    start,
    theme: 'mind',
    network: ['crossways', 'harbour'],
    child: {
      forenames: 'Noah',
      surname: 'Whitlock',
      sex: 'M',
      born: bornAgo(today, 11, 260),
      ethnicity: 'WBRI',
      mother: 'Elise',
      other: 'Ben',
      school: 'crossways',
    },
    people: [
      {
        forenames: 'Elise',
        surname: 'Whitlock',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
      },
      { forenames: 'Ben', surname: 'Whitlock', relationship: 'father', livesWith: true, parentalResponsibility: true },
      { forenames: 'Hana', surname: 'Whitlock', relationship: 'other-relative', livesWith: false },
    ],
    plot: { restriction: 'restricted' },
  })
  const { decidedOn } = referred(told, start, {
    from: 'harbour',
    by: 'samuel',
    after: 1,
    without: [],
    why: 'To be assessed in West team. Hana Whitlock of our business support is Noah’s aunt: the file is restricted from its first page, and she has been told that it is, and not why.',
  })
  const end = assessed(told, start, decidedOn, { takes: 38, outcome: 'child-in-need-plan' })
  helped(told, workdaysAfter(end, 3), { reviews: 2, ends: 'never' })
  return told.life.end()
}

/** Rojin and Karwan Barzanji-Aziz: their mother fled, and nobody may learn where to. The front door sees that there is a file. */
export function shielded(today: Today): Lifeline[] {
  return (['Rojin', 'Karwan'] as const).map(name => {
    const start = workday(addDays(today.day, -95))
    const told = begin({
      ...crews.leila,
      today,
      key: `barzanji ${name}`,
      homeKey: 'barzanji',
      by: 'leila',
      start,
      theme: 'violence',
      network: ['linden', 'police'],
      child: {
        forenames: name,
        surname: 'Barzanji-Aziz',
        sex: name === 'Rojin' ? 'F' : 'M',
        born: bornAgo(today, name === 'Rojin' ? 8 : 5, 120),
        ethnicity: 'OOTH',
        mother: 'Shilan',
        other: 'Azad',
        school: 'linden',
        home: { address: 'Kept by the team manager, and not on this record', postcode: 'ZZ99 3VZ' },
      },
      people: [
        {
          forenames: 'Shilan',
          surname: 'Barzanji-Aziz',
          relationship: 'mother',
          livesWith: true,
          parentalResponsibility: true,
        },
        {
          forenames: 'Azad',
          surname: 'Barzanji',
          relationship: 'father',
          livesWith: false,
          parentalResponsibility: true,
        },
        {
          forenames: name === 'Rojin' ? 'Karwan' : 'Rojin',
          surname: 'Barzanji-Aziz',
          relationship: 'sibling',
          livesWith: true,
        },
      ],
      plot: { restriction: 'shielded' },
    })
    const { decidedOn } = referred(told, start, {
      from: 'police',
      by: 'leila',
      after: 0,
      without: [],
      occasion: occasion('barzanji', 'referral'),
      reason:
        'Shilan came to the station counter with both children and one bag. Her husband’s brothers have been asking for her at the mosque and at the school gate. She believes that she will be killed. A refuge place was found the same night, outside the borough’s usual ones. No agency is to use the old address or to ring the old number.',
    })
    const end = assessed(told, start, decidedOn, { takes: 35, outcome: 'child-in-need-plan' })
    helped(told, workdaysAfter(end, 2), { reviews: 1, ends: 'never' })
    return told.life.end()
  })
}

/** Jakub Wisniowski’s conference was adjourned, which stops no clock. */
export function adjourned(today: Today): Lifeline {
  const discussion = workdaysAfter(today.day, -18)
  const start = workdaysAfter(discussion, -2)
  const told = begin({
    ...crews.amira,
    today,
    key: 'wisniowski Jakub',
    start,
    theme: 'hurt',
    network: ['linden', 'police', 'hospital', 'harbour'],
    child: {
      forenames: 'Jakub',
      surname: 'Wisniowski',
      sex: 'M',
      born: bornAgo(today, 6, 33),
      ethnicity: 'WOTH',
      mother: 'Beata',
      other: 'Tomasz',
      school: 'linden',
    },
    people: [
      {
        forenames: 'Beata',
        surname: 'Wisniowska',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
      },
      {
        forenames: 'Tomasz',
        surname: 'Wisniowski',
        relationship: 'father',
        livesWith: true,
        parentalResponsibility: true,
      },
    ],
  })
  referred(told, start, { from: 'linden', decision: 'strategy-discussion', after: 0, without: [] })
  discussed(told, discussion)
  enquired(told, discussion, { takes: 7 })
  const { on } = conferred(told, discussion, {
    after: 14,
    decision: 'adjourned',
    dissent: '',
    why: 'The interpreter did not come, and Beata had not been able to read the report. It would not have been fair to go on. Jakub stays with his aunt meanwhile, and is seen twice a week. The adjournment does not stop the clock.',
  })
  told.life.record(conferencePlanned, workdaysAfter(on, 1), {
    plannedFor: workdaysAfter(on, 6),
    invited: told.network.map(one => agencies[one].id),
    familyInvited: true,
    notes: 'A second interpreter is booked as a reserve. The report was read aloud to Beata in Polish today.',
  })
  return told.life.end()
}

/** The surgery disagrees: an enquiry into Aaliyah Mirzadeh’s injuries ended without a conference. An older dispute is settled. */
export function disputed(today: Today): Lifeline[] {
  const start = workdaysAfter(today.day, -30)
  const aaliyah = begin({
    ...crews.nadia,
    today,
    key: 'mirzadeh Aaliyah',
    start,
    theme: 'hurt',
    network: ['aldhelm', 'tanyard', 'police', 'community'],
    child: {
      forenames: 'Aaliyah',
      surname: 'Mirzadeh',
      sex: 'F',
      born: bornAgo(today, 4, 280),
      ethnicity: 'APKN',
      mother: 'Rukhsana',
      other: 'Imran',
      school: 'aldhelm',
      surgery: 'tanyard',
    },
    people: [
      {
        forenames: 'Rukhsana',
        surname: 'Mirzadeh',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
      },
      {
        forenames: 'Imran',
        surname: 'Mirzadeh',
        relationship: 'father',
        livesWith: true,
        parentalResponsibility: true,
      },
    ],
  })
  referred(aaliyah, start, { from: 'tanyard', decision: 'strategy-discussion', after: 0, without: [] })
  discussed(aaliyah, workdaysAfter(start, 1))
  const enquiry = enquired(aaliyah, workdaysAfter(start, 1), { takes: 10, conference: false })
  const { life } = aaliyah
  life.contest(
    enquiry.id,
    workdaysAfter(enquiry.on, 3),
    'agency',
    'The surgery does not accept “not likely to go on”. There were two earlier attendances with bruises, in the records of a brother under another spelling, which were not before the enquiry.',
    'fay',
  )
  life.record(
    disagreementRaised,
    workdaysAfter(enquiry.on, 4),
    {
      decision: 'enquiry',
      stage: 'managers',
      raisedBy: 'Dr Fay Brightwell, Tanyard Medical Centre',
      replyBy: workdaysAfter(enquiry.on, 9),
      reasons:
        'The enquiry closed before the brother’s records were read. I ask for it to be opened again or for a conference. Meanwhile Aaliyah is at her grandmother’s by agreement, and I see her on Fridays.',
    },
    { by: 'fay' },
  )
  life.record(
    conferenceRequested,
    workdaysAfter(enquiry.on, 6),
    {
      agencies: [agencies.tanyard.id],
      backed: true,
      reasons:
        'Backed by the named nurse, Deborah Kingsnorth. Two injuries of the same kind in two children of one home are not chance until somebody has looked.',
    },
    { by: 'fay' },
  )
  see(aaliyah, workdaysAfter(enquiry.on, 7), { where: 'home', alone: true })
  return [aaliyah.life.end(), settled(today)]
}

function settled(today: Today): Lifeline {
  const start = workday(addDays(today.day, -80))
  const told = begin({
    ...crews.nadia,
    today,
    key: 'pickersley Stanley',
    start,
    theme: 'neglect',
    network: ['linden', 'harbour', 'housing'],
    child: {
      forenames: 'Stanley',
      surname: 'Pickersley',
      sex: 'M',
      born: bornAgo(today, 8, 5),
      ethnicity: 'WBRI',
      mother: 'Carly',
      other: 'Wayne',
      school: 'linden',
    },
    people: [
      {
        forenames: 'Carly',
        surname: 'Pickersley',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
      },
    ],
  })
  const first = referred(told, start, { from: 'linden', decision: 'early-help', after: 1, without: [] })
  told.life.record(
    disagreementRaised,
    workdaysAfter(first.decidedOn, 2),
    {
      decision: 'referral',
      stage: 'practitioners',
      raisedBy: 'Gwen Abara, Linden Vale Primary School',
      reasons:
        'Early help has been tried with this family and ended in the spring with nothing changed. Stanley is hungry now. He has a place at breakfast club meanwhile, and I see him each morning myself.',
    },
    { by: 'gwen' },
  )
  told.life.record(
    disagreementSettled,
    workdaysAfter(first.decidedOn, 5),
    {
      resolution: 'changed',
      effect: 'Bev rang and listened. The referral is taken again with the school’s notes beside it: to be assessed.',
    },
    { by: 'bev' },
  )
  const again = referred(told, workdaysAfter(first.decidedOn, 5), { from: 'linden', after: 0, without: [] })
  assessed(told, workdaysAfter(first.decidedOn, 5), again.decidedOn, {
    takes: 60,
    outcome: 'child-in-need-plan',
    without: ['told'],
  })
  return told.life.end()
}

/** Somebody who gave no name; and what came in since yesterday and is not decided. */
export function atTheDoor(today: Today): Lifeline[] {
  const child = (key: string, years: number, day: Day) => makeChild(chanceOf(`door ${key}`), day, years)
  const one = (key: string, years: number, theme: Theme, start: Day) => {
    const made = child(key, years, start)
    return begin({
      ...crews.nadia,
      today,
      key: `door ${key}`,
      start,
      theme,
      network: [made.school ?? 'community', made.surgery, 'police'],
      child: made,
      people: made.relatives,
    })
  }
  const anonymous = one('anonymous', 6, 'neglect', workdaysAfter(today.day, -16))
  const { decidedOn } = referred(anonymous, workdaysAfter(today.day, -16), {
    source: '9',
    decision: 'no-further-action',
    after: 1,
    reason:
      'A man who did not give his name rang from a withheld number and said that the children at this address “run wild and the mother’s never in”. He would not say how he knows. He rang off when asked.',
  })
  closed(anonymous, workdaysAfter(decidedOn, 1), 'RC7')
  const yesterday = one('yesterday', 7, 'violence', workdaysAfter(today.day, -1))
  referred(yesterday, workdaysAfter(today.day, -1), { from: 'police', after: 30, at: '15:20' })
  const waiting = one('waiting', 3, 'mind', workdaysAfter(today.day, -4))
  referred(waiting, workdaysAfter(today.day, -4), { from: 'community', after: 30, at: '11:45', late: 1 })
  return [anonymous.life.end(), yesterday.life.end(), waiting.life.end()]
}

/** Children in need whose next review falls due on each of the days from today on; and one that was met late this month. */
export function inNeed(today: Today): Lifeline[] {
  const themes: readonly Theme[] = ['carer', 'mind', 'neglect', 'disability', 'drink', 'violence', 'carer']
  const lines = themes.map((theme, at) => {
    const key = `in need ${at}`
    const chance = chanceOf(key)
    const plan = addDays(today.day, at - 42)
    const start = workdaysAfter(plan, -between(chance, 40, 46))
    const child = makeChild(chance, start, between(chance, theme === 'carer' ? 10 : 3, 13))
    const crew = pick(chance, [crews.amira, crews.leila, crews.tom, crews.chidi])
    const told = begin({
      ...crew,
      today,
      key,
      start,
      theme,
      network: [child.school ?? 'community', child.surgery, 'housing'],
      child,
      people: child.relatives,
    })
    const { decidedOn } = referred(told, start, { after: 1, without: [] })
    assessed(told, start, decidedOn, { takes: 36, outcome: 'child-in-need-plan' })
    const isLate = at === themes.length - 1
    if (!isLate) {
      helped(told, plan, { reviews: 1, every: 60, ends: 'never' })
      return told.life.end()
    }
    // Six weeks allowed; held five days later, within this month.
    const met = lateDay(today)
    helped(told, addDays(met, -47), { reviews: 0, ends: 'never' })
    see(told, workdaysAfter(met, -3))
    told.life.record(childInNeedPlanReviewed, met, {
      decision: 'continues',
      present: ['family', 'agencies'],
      progress: 'Held five days late: {mother} was in hospital, and the family asked for her to be there.'.replace(
        '{mother}',
        child.mother,
      ),
      childView: 'Wants the Saturday club to go on.',
    })
    return told.life.end()
  })
  return [...lines, coreGroupLate(today)]
}

function coreGroupLate(today: Today): Lifeline {
  const met = lateDay(today)
  const start = workday(addDays(met, -100))
  const child = makeChild(chanceOf('late core group'), start, 5)
  const told = begin({
    ...crews.leila,
    today,
    key: 'late core group',
    start,
    theme: 'drink',
    network: ['linden', 'community', child.surgery, 'police'],
    child: { ...child, school: 'linden' },
    people: child.relatives,
  })
  referred(told, start, { decision: 'strategy-discussion', after: 0, without: [] })
  discussed(told, start)
  enquired(told, start, { takes: 8 })
  const { on } = conferred(told, start, { after: 15 })
  onPlan(told, on, {
    reviews: 1,
    goesOn: true,
    firstReviewLate: false,
    visitEvery: 12,
    coreGroups: [workdaysAfter(on, 9), addDays(met, -46), met],
  })
  return told.life.end()
}

/** The latest working day of this month so far; today where there was none yet. */
function lateDay({ day }: Today): Day {
  const last = workdayBy(day)
  return last.slice(0, 7) === day.slice(0, 7) ? last : day
}

/** The neighbour’s two other cases: nobody in Harrowmere may see them. */
export function neighbours(today: Today): Lifeline[] {
  return [2, 3].map(at => {
    const key = `eastholt ${at}`
    const chance = chanceOf(key)
    const start = workday(addDays(today.day, -60 * at))
    const made = { ...makeChild(chance, start, 7), school: 'oaks' as const }
    const told = begin({
      ...crews.martin,
      today,
      key,
      start,
      by: 'martin',
      theme: 'neglect',
      network: ['oaks'],
      child: made,
      people: made.relatives,
      plot: { area: 'eastholt' },
    })
    const { decidedOn } = referred(told, start, { from: 'oaks', by: 'martin', after: 1, without: [] })
    assessed(told, start, decidedOn, { takes: 40, outcome: 'child-in-need-plan' })
    helped(told, workdaysAfter(start, 44), { reviews: 2, ends: 'never' })
    return told.life.end()
  })
}

/** A plan that drifted while the worker was ill: no visit for weeks, no core group, and the first review is overdue. */
export function drifting(today: Today): Lifeline {
  const on = workday(addDays(addMonths(today.day, -3), -8))
  const discussion = workdaysAfter(on, -14)
  const told = begin({
    ...crews.tom,
    today,
    key: 'marwick Harriet',
    start: discussion,
    theme: 'neglect',
    network: ['aldhelm', 'harbour', 'community', 'housing'],
    child: {
      forenames: 'Harriet',
      surname: 'Marwick',
      sex: 'F',
      born: bornAgo(today, 10, 222),
      ethnicity: 'WBRI',
      mother: 'Leanne',
      other: 'Ashley',
      school: 'aldhelm',
    },
    people: [
      {
        forenames: 'Leanne',
        surname: 'Marwick',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
      },
      {
        forenames: 'Ashley',
        surname: 'Marwick',
        relationship: 'father',
        livesWith: true,
        parentalResponsibility: true,
      },
    ],
  })
  referred(told, discussion, { from: 'housing', decision: 'strategy-discussion', after: 0, without: [] })
  discussed(told, discussion)
  enquired(told, discussion, { takes: 8 })
  conferred(told, discussion, { on })
  onPlan(told, on, {
    reviews: 0,
    goesOn: true,
    until: addDays(today.day, -29),
    coreGroups: [workdaysAfter(on, 10), workday(addDays(on, 41))],
  })
  seeAsPartner(
    told,
    'aldhelm',
    workdaysAfter(today.day, -6),
    'Harriet asked whether Tom has forgotten her. I said that he is ill and that I would ask. She has come in without lunch twice this week and has eaten with us.',
    { late: 0 },
  )
  told.life.record(
    disagreementRaised,
    workdaysAfter(today.day, -4),
    {
      decision: 'plan',
      stage: 'practitioners',
      raisedBy: 'Marta Lindqvist, St Aldhelm’s',
      reasons:
        'Nobody has seen Harriet at home for weeks, and the review has not been called. We see her daily; she is safe in school hours. Who is covering?',
    },
    { by: 'marta' },
  )
  return told.life.end()
}
