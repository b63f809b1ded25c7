/** Family D: a disabled girl who moved in on a plan, and her case in the area that she left. */
import { addDays } from '../../guidance/days.ts'
import { childMovedIn, moveNotified } from '../../procedures/ending-plan.ts'
import { conferencePlanned } from '../../procedures/initial-conference.ts'
import { childIdentified } from '../../procedures/people.ts'
import { agencies } from '../cast.ts'
import { type Lifeline, type Today } from '../life.ts'
import { referred } from '../phases/beginning.ts'
import { onPlan } from '../phases/planning.ts'
import { conferred, discussed, enquired, shareWith } from '../phases/protecting.ts'
import { see, seeAsPartner } from '../phases/seeing.ts'
import { nhsNumberOf } from '../random.ts'
import { workday, workdaysAfter } from '../workdays.ts'
import { begin, bornAgo, crews } from './family.ts'

/** Zofia Kowalewicz, 7, came from Eastholt with a plan there. The receiving conference is pending. */
export function kowalewicz(today: Today): Lifeline {
  const start = workdaysAfter(today.day, -9)
  const told = begin({
    ...crews.piotr,
    today,
    key: 'kowalewicz here',
    start,
    theme: 'disability',
    network: ['hollybank', 'community', 'tanyard', 'hospital'],
    ...zofia(today),
    homeKey: 'kowalewicz here',
  })
  const { life } = told
  life.record(
    childMovedIn,
    start,
    {
      authority: 'Eastholt Council',
      movedOn: addDays(start, -6),
      notes:
        'Notice by secure mail with the plan, the last two reviews and the names of the core group. The paediatric letters are to follow. Eastholt keeps the plan and the lead until our conference; Martin Ashdown comes to the first visit with me.',
    },
    { at: '10:05' },
  )
  see(told, workdaysAfter(start, 3), {
    where: 'home',
    alone: false,
    interpreter: true,
    wishes:
      'Zofia uses her eyes and a switch. Asked with pictures whether she likes the new house she chose “yes”, and then “dog”, and laughed; there is a dog next door. The hoist is still in Eastholt, and Katarzyna and Marek lift her between them. There is a red patch on her left hip that was not there before the move.',
  })
  const planned = life.record(conferencePlanned, workdaysAfter(start, 5), {
    plannedFor: workdaysAfter(start, 14),
    invited: told.network.map(one => agencies[one].id),
    familyInvited: true,
    notes:
      'A Polish interpreter for the whole of it, and the report in Polish five days before. Zofia’s view by her teacher, who knows her switch.',
  })
  shareWith(
    told,
    [planned],
    workdaysAfter(start, 5),
    'The agency is invited to the conference for a child who moved in.',
  )
  seeAsPartner(
    told,
    'hollybank',
    workdaysAfter(start, 7),
    'First morning. Zofia looked at everybody in turn and chose the blue cup. Skin check done on arrival with her mother: red area on left hip, blanching. The school nurse has rung the equipment store.',
    { shared: true },
  )
  seeAsPartner(
    told,
    'community',
    workdaysAfter(start, 8),
    'Seen at home for the hip. It is healing with the borrowed mattress. A hoist is promised for Wednesday.',
    { shared: true },
  )
  const wait = workdaysAfter(start, 1)
  life.record(childIdentified, wait, { scheme: 'nhs-number', identifier: told.child.nhsNumber }, { by: 'fay' })
  return life.end()
}

function zofia(today: Today, school: 'hollybank' | 'oaks' = 'hollybank') {
  return {
    child: {
      forenames: 'Zofia',
      surname: 'Kowalewicz',
      sex: 'F',
      born: bornAgo(today, 7, 31),
      ethnicity: 'WOTH',
      disabilities: ['MOB', 'LD', 'COMM'],
      mother: 'Katarzyna',
      other: 'Marek',
      school,
      surgery: 'tanyard',
      nhsNumber: nhsNumberOf(() => 0.4321),
    },
    people: [
      {
        forenames: 'Katarzyna',
        surname: 'Kowalewicz',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
      },
      {
        forenames: 'Marek',
        surname: 'Kowalewicz',
        relationship: 'father',
        livesWith: true,
        parentalResponsibility: true,
      },
    ],
  } as const
}

/** The same child’s case in Eastholt, which keeps its plan until Harrowmere has held its conference. */
export function kowalewiczBefore(today: Today): Lifeline {
  const start = workday(addDays(today.day, -230))
  const told = begin({
    ...crews.martin,
    today,
    key: 'eastholt 1',
    start,
    by: 'martin',
    theme: 'disability',
    network: ['oaks'],
    ...zofia(today, 'oaks'),
    plot: { area: 'eastholt' },
  })
  referred(told, start, { from: 'oaks', decision: 'strategy-discussion', by: 'martin', after: 0, without: [] })
  discussed(told, workdaysAfter(start, 2))
  enquired(told, workdaysAfter(start, 2), { takes: 9 })
  const { on } = conferred(told, workdaysAfter(start, 2), { after: 15 })
  onPlan(told, on, { reviews: 1, goesOn: true, firstReviewLate: false })
  told.life.record(moveNotified, workdaysAfter(today.day, -9), {
    authority: 'Harrowmere Council',
    movedOn: addDays(today.day, -19),
    papersSent: true,
    accepted: false,
    notes: 'Harrowmere has the papers and has named Piotr Zielny. We keep the plan and go with him to the first visit.',
  })
  return told.life.end()
}
