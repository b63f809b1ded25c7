/** Where it did not go smoothly: adjourned, not quorate, drifting. */
import { addDays, addMonths } from '../../guidance/days.ts'
import { conferencePlanned } from '../../procedures/initial-conference.ts'
import { strategyDiscussionHeld } from '../../procedures/strategy-discussion.ts'
import { agencies } from '../cast.ts'
import { type Lifeline, type Today } from '../life.ts'
import { referred } from '../phases/beginning.ts'
import { disagreed } from '../phases/disagreeing.ts'
import { onPlan } from '../phases/planning.ts'
import { conferred, discussed, enquired } from '../phases/protecting.ts'
import { see, seeAsPartner } from '../phases/seeing.ts'
import { workday, workdaysAfter } from '../workdays.ts'
import { begin, bornAgo, crews } from './family.ts'

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

/** A discussion decided that there is to be another one, and it has not been held: three working days are the area’s limit. */
export function furtherDiscussion(today: Today): Lifeline {
  const start = workdaysAfter(today.day, -6)
  const told = begin({
    ...crews.nadia,
    today,
    key: 'karimpour Omid',
    start,
    theme: 'hurt',
    network: ['crossways', 'police', 'tanyard', 'hospital'],
    child: {
      forenames: 'Omid',
      surname: 'Karimpour',
      sex: 'M',
      born: bornAgo(today, 12, 17),
      ethnicity: 'OOTH',
      mother: 'Parisa',
      other: 'Reza',
      school: 'crossways',
      surgery: 'tanyard',
    },
    people: [
      {
        forenames: 'Parisa',
        surname: 'Karimpour',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
      },
      {
        forenames: 'Reza',
        surname: 'Karimpour',
        relationship: 'father',
        livesWith: true,
        parentalResponsibility: true,
      },
    ],
  })
  referred(told, start, { from: 'crossways', decision: 'strategy-discussion', after: 1, without: [] })
  told.life.record(
    strategyDiscussionHeld,
    workdaysAfter(start, 2),
    {
      outcome: 'further-discussion',
      mode: 'call',
      agencies: [agencies.police.id, agencies.crossways.id],
      present: ['social-worker', 'police', 'education'],
      absent: [agencies.hospital.id],
      nextOn: workdaysAfter(start, 4),
      shared: 'School and police shared what they hold. Nobody from health could be reached before five.',
      reasons:
        'Without health there is no discussion that could decide on section 47. Omid stays with his aunt tonight, with his parents’ agreement. To be held again as soon as the named doctor is free.',
    },
    { by: 'bev', at: '16:10' },
  )
  see(told, workdaysAfter(start, 2), { alone: true, where: 'school', interpreter: true })
  return told.life.end()
}

/** A plan that drifted while the worker was ill: no visit for weeks, no core group, the first review overdue, the school unanswered. */
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
  disagreed(told.life, workdaysAfter(today.day, -4), {
    by: 'marta',
    decision: 'plan',
    withWhom: 'tom',
    reasons: 'Nobody has seen Harriet at home for weeks, and the review has not been called. Who is covering?',
    safety: 'not-known',
    safetyHow: 'We see her daily; she is safe in school hours. Nobody can say how she is in the evening.',
    safetyBy: 'Marta Lindqvist, in school hours',
  })
  return told.life.end()
}
