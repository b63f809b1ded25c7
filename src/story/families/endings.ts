/** Plans that ended, or are about to, on each of the lawful grounds: moved, left the country, came of age, died. */
import { addDays, addYears } from '../../guidance/days.ts'
import { moveNotified } from '../../procedures/ending-plan.ts'
import { observationRecorded } from '../../procedures/observation.ts'
import { childDied } from '../../procedures/people.ts'
import { receivingConferenceHeld } from '../../procedures/plan-facts.ts'
import { subjectAccessRequested } from '../../procedures/subject-access-request.ts'
import type { Lifeline, Today } from '../life.ts'
import { closed } from '../phases/assessing.ts'
import { type Case, referred } from '../phases/beginning.ts'
import { ended, onPlan } from '../phases/planning.ts'
import { conferred, discussed, enquired } from '../phases/protecting.ts'
import { see } from '../phases/seeing.ts'
import { workday, workdayBy, workdaysAfter } from '../workdays.ts'
import { amaraDied } from './deaths.ts'
import { begin, bornAgo, crews, occasion } from './family.ts'

type Beginning = Parameters<typeof begin>[0]

/** A child on a plan, told up to the conference. @returns the case and the day of the conference */
function toPlan(of: Beginning, share = ''): { told: Case; on: string } {
  const told = begin(of)
  const start = of.start
  referred(told, start, {
    decision: 'strategy-discussion',
    after: 0,
    without: [],
    ...(share ? { occasion: occasion(share, 'referral') } : {}),
  })
  discussed(told, workdaysAfter(start, 1), share ? { occasion: occasion(share, 'discussion') } : {})
  enquired(told, workdaysAfter(start, 1), { takes: 8 })
  const { on } = conferred(told, workdaysAfter(start, 1), {
    after: 14,
    ...(share ? { occasion: occasion(share, 'conference') } : {}),
  })
  return { told, on }
}

/** What does not belong in their records: the story has it asked out of one, and taken out of the other. */
export const anotherStubley = 'Mrs Stubley of 14 Brook Lane says that she has been off work with depression since May.'
export const wrongNumber = 'A Mr Campbell in Eastholt answered, and talked about his own son’s arrest.'

/** Callum Wetherden is 18 in sixteen days, in the middle of a plan. */
export function turningEighteen(today: Today): Lifeline {
  const { told, on } = toPlan({
    ...crews.leila,
    today,
    key: 'wetherden Callum',
    start: workday(addDays(today.day, -140)),
    theme: 'drink',
    network: ['crossways', 'youth', 'tanyard', 'police'],
    child: {
      forenames: 'Callum',
      surname: 'Wetherden',
      sex: 'M',
      born: addYears(addDays(today.day, 16), -18),
      ethnicity: 'WBRI',
      mother: 'Hayley',
      other: 'Gavin',
      school: 'crossways',
      surgery: 'tanyard',
    },
    people: [
      {
        forenames: 'Hayley',
        surname: 'Wetherden',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
      },
      { forenames: 'Gavin', surname: 'Stubley', relationship: 'step-parent', livesWith: true },
      {
        forenames: 'Skye',
        surname: 'Wetherden',
        relationship: 'sibling',
        livesWith: true,
        bornOn: bornAgo(today, 11, 19),
      },
    ],
  })
  onPlan(told, on, { reviews: 1, goesOn: true, firstReviewLate: false })
  see(told, workdaysAfter(today.day, -2), {
    alone: true,
    where: 'elsewhere',
    wishes:
      '“So what, on the Tuesday you all just stop?” I said no, and told him what changes and what does not. Callum wants his own GP, a letter that says he was not the problem, and for somebody to keep going to see Skye.',
  })
  told.life.record(observationRecorded, workdaysAfter(today.day, -6), {
    about: ['people'],
    seen: `Rang about the supported lodgings. ${anotherStubley} Then reached Gavin at work: he will come on Tuesday.`,
  })
  return told.life.end()
}

/** Jerome Campbelle turned 18 while on a plan, which ended with it. */
export function cameOfAge(today: Today): Lifeline {
  const birthday = workdayBy(addDays(today.day, -37))
  const { told, on } = toPlan({
    ...crews.chidi,
    today,
    key: 'campbelle Jerome',
    start: workday(addDays(birthday, -170)),
    theme: 'mind',
    network: ['crossways', 'tanyard', 'youth', 'housing'],
    child: {
      forenames: 'Jerome',
      surname: 'Campbelle',
      sex: 'M',
      born: addYears(birthday, -18),
      ethnicity: 'BCRB',
      mother: 'Marcia',
      other: 'Delroy',
      school: 'crossways',
      surgery: 'tanyard',
    },
    people: [
      {
        forenames: 'Marcia',
        surname: 'Campbelle',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
      },
      { forenames: 'Delroy', surname: 'Campbelle', relationship: 'father', livesWith: false },
    ],
  })
  onPlan(told, on, { reviews: 1, goesOn: true, firstReviewLate: false, until: addDays(birthday, -3) })
  ended(told, birthday, 'reached-18', {
    reasons:
      'Jerome is 18 today. He asked that the last meeting be at the youth project, with cake. Housing has offered a supported flat, adult mental health knows Marcia, and both have met.',
    without: ['agencies'],
  })
  told.life.record(observationRecorded, addDays(birthday, -4), {
    about: ['home'],
    seen: `Rang Delroy twice about the birthday. ${wrongNumber} The second time it was Delroy: he is coming, and brings the cake.`,
  })
  closed(told, workdaysAfter(birthday, 9), 'RC6')
  told.life.record(
    subjectAccessRequested,
    workdaysAfter(birthday, 14),
    {
      requester: 'person',
      identity: 'known',
      name: 'Jerome Campbelle',
      wanted: 'I want to read what you wrote about me and my mum, all of it, from the start. Not a summary.',
    },
    { by: 'colm' },
  )
  return told.life.end()
}

/** Amara Warsamoud died in hospital of the illness that she was born with, in the middle of a plan. */
export function died(today: Today): Lifeline {
  const { told, on } = toPlan({
    ...crews.piotr,
    today,
    key: 'warsamoud Amara',
    start: workday(addDays(today.day, -120)),
    theme: 'disability',
    network: ['hollybank', 'hospital', 'harbour', 'community'],
    child: {
      forenames: 'Amara',
      surname: 'Warsamoud',
      sex: 'F',
      born: bornAgo(today, 6, 250),
      ethnicity: 'BAFR',
      disabilities: ['MOB', 'LD', 'CON'],
      mother: 'Halima',
      other: 'Hassan',
      school: 'hollybank',
    },
    people: [
      {
        forenames: 'Halima',
        surname: 'Warsamoud',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
      },
      {
        forenames: 'Hassan',
        surname: 'Warsamoud',
        relationship: 'father',
        livesWith: true,
        parentalResponsibility: true,
      },
      {
        forenames: 'Abdi',
        surname: 'Warsamoud',
        relationship: 'sibling',
        livesWith: true,
        bornOn: bornAgo(today, 10, 10),
      },
    ],
  })
  const { day, how } = amaraDied(today)
  onPlan(told, on, { reviews: 1, goesOn: true, firstReviewLate: false, until: addDays(day, -2) })
  told.life.record(childDied, day, {}, how)
  ended(told, workdaysAfter(day, 1), 'died', {
    reasons:
      'Amara died in the early morning with her parents and Abdi beside her. Nothing in what is known suggests harm; the hospital has told the child death overview panel. Piotr Zielny goes on visiting the family for as long as they wish it. The nurse of the bereavement service is their one contact, so that nobody has to tell it twice.',
  })
  return told.life.end()
}

/** Ioana and Stefan Dragomirescu moved to Eastholt, which has held its conference. */
export function movedAway(today: Today): Lifeline[] {
  return (['Ioana', 'Stefan'] as const).map(name => {
    const start = workday(addDays(today.day, -290))
    const { told, on } = toPlan(
      {
        ...crews.amira,
        today,
        key: `dragomirescu ${name}`,
        homeKey: 'dragomirescu',
        start,
        theme: 'violence',
        network: ['linden', 'harbour', 'police', 'housing'],
        child: {
          forenames: name,
          surname: 'Dragomirescu',
          sex: name === 'Ioana' ? 'F' : 'M',
          born: bornAgo(today, name === 'Ioana' ? 9 : 6, 77),
          ethnicity: 'WOTH',
          mother: 'Mihaela',
          other: 'Florin',
          school: 'linden',
        },
        people: [
          {
            forenames: 'Mihaela',
            surname: 'Dragomirescu',
            relationship: 'mother',
            livesWith: true,
            parentalResponsibility: true,
          },
          {
            forenames: 'Florin',
            surname: 'Dragomirescu',
            relationship: 'father',
            livesWith: false,
            parentalResponsibility: true,
          },
          {
            forenames: name === 'Ioana' ? 'Stefan' : 'Ioana',
            surname: 'Dragomirescu',
            relationship: 'sibling',
            livesWith: true,
          },
        ],
      },
      'dragomirescu',
    )
    const moved = workday(addDays(today.day, -66))
    onPlan(told, on, { reviews: 1, goesOn: true, firstReviewLate: false, until: addDays(moved, 6) })
    const notified = workdaysAfter(moved, 2)
    const there = workdaysAfter(notified, 14)
    told.life.record(moveNotified, notified, {
      authority: 'Eastholt Council',
      movedOn: moved,
      papersSent: true,
      accepted: false,
      notes:
        'Mihaela has a tenancy near her sister. She agrees that the papers go before her. Florin is not told the new address; this is written at the top of every page that was sent.',
    })
    told.life.record(receivingConferenceHeld, there, { planThere: true, accepted: true }, { late: 1 })
    ended(told, workdaysAfter(there, 2), 'moved-and-receiving-conference-held', {
      receivingAuthority: 'Eastholt Council',
      receivingConferenceOn: there,
      reasons:
        'Eastholt has held its conference and made a plan of its own. Ioana and Stefan said goodbye to Amira at school; Ioana kept the worry box.',
      without: [],
    })
    closed(told, workdaysAfter(there, 6), 'RC5')
    return told.life.end()
  })
}

/** Haoyu Zhangfei’s family left the United Kingdom for good. */
export function leftTheCountry(today: Today): Lifeline {
  const { told, on } = toPlan({
    ...crews.tom,
    today,
    key: 'zhangfei Haoyu',
    start: workday(addDays(today.day, -250)),
    theme: 'neglect',
    network: ['aldhelm', 'tanyard', 'community', 'police'],
    child: {
      forenames: 'Haoyu',
      surname: 'Zhangfei',
      sex: 'M',
      born: bornAgo(today, 5, 300),
      ethnicity: 'CHNE',
      mother: 'Xiulan',
      other: 'Jian',
      school: 'aldhelm',
      surgery: 'tanyard',
    },
    people: [
      {
        forenames: 'Xiulan',
        surname: 'Zhangfei',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
      },
      {
        forenames: 'Jian',
        surname: 'Zhangfei',
        relationship: 'father',
        livesWith: false,
        parentalResponsibility: true,
      },
    ],
  })
  const left = workday(addDays(today.day, -91))
  onPlan(told, on, { reviews: 1, goesOn: true, firstReviewLate: false, until: addDays(left, -5) })
  ended(told, left, 'left-uk-permanently', {
    reasons:
      'Xiulan and Haoyu flew to her parents on Saturday for good; the embassy and the grandparents’ town have been written to, with Xiulan’s agreement. Seen at the airport by PC Maddox: one boy, two cases, very excited about the window seat.',
    without: ['support'],
  })
  closed(told, workdaysAfter(left, 5), 'RC7')
  return told.life.end()
}
