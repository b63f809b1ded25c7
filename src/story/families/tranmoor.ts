/** Family B: a mother, her new partner whom only the housing officer wrote down, and a baby with a fracture. And the family that he lived with before. */
import { addDays } from '../../guidance/days.ts'
import { childSeen } from '../../procedures/assessment.ts'
import { conferencePlanned, conferenceReportShared } from '../../procedures/initial-conference.ts'
import { addressKnown, personConnected } from '../../procedures/people.ts'
import { agencies } from '../cast.ts'
import type { Lifeline, Today } from '../life.ts'
import { asked } from '../phases/asking.ts'
import { closed, helped } from '../phases/assessing.ts'
import { type Case, referred } from '../phases/beginning.ts'
import { onPlan } from '../phases/planning.ts'
import { conferred, discussed, enquired, shareWith } from '../phases/protecting.ts'
import { see, seeAsPartner } from '../phases/seeing.ts'
import { workday, workdayBy, workdaysAfter } from '../workdays.ts'
import { begin, bornAgo, crews, occasion } from './family.ts'

const lockside = { address: 'Flat 7, 31 Lockside, Harrowmere', postcode: 'ZZ99 4RD' } as const
const daz = { forenames: 'Darren', surname: 'Pike', bornOn: '1994-11-03' } as const

/** Albie and Lola Tranmoor; and Bonnie and Archie Dunsby, who knew Daz before. */
export function tranmoor(today: Today): Lifeline[] {
  return [albie(today), lola(today), ...dunsby(today)]
}

function open(today: Today, name: 'Albie' | 'Lola'): Case {
  const isBaby = name === 'Albie'
  const start = addDays(workdaysAfter(today.day, -12), 0)
  return begin({
    ...crews.tom,
    today,
    key: `tranmoor ${name}`,
    homeKey: 'tranmoor',
    by: 'mina',
    start,
    theme: 'hurt',
    network: isBaby
      ? ['hospital', 'police', 'community', 'harbour', 'housing', 'probation']
      : ['police', 'aldhelm', 'community', 'housing'],
    child: {
      forenames: name,
      surname: 'Tranmoor',
      sex: isBaby ? 'M' : 'F',
      born: isBaby ? bornAgo(today, 0, 131) : bornAgo(today, 4, 203),
      ethnicity: 'WBRI',
      mother: 'Jodie',
      other: 'Daz',
      home: lockside,
      ...(isBaby ? {} : { school: 'aldhelm' as const }),
    },
    people: [
      {
        forenames: 'Jodie',
        surname: 'Tranmoor',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
        bornOn: '2001-06-29',
      },
      {
        forenames: 'Marcus',
        surname: 'Asante-Price',
        relationship: 'father',
        livesWith: false,
        parentalResponsibility: true,
      },
      { forenames: isBaby ? 'Lola' : 'Albie', surname: 'Tranmoor', relationship: 'sibling', livesWith: true },
    ],
  })
}

const night =
  'The Children’s ward rang at 22:40. Albie, four months, was brought in by Jodie with a swollen thigh. X-ray shows a spiral fracture of the left femur, and an older, healing fracture of a rib. Jodie says that his leg caught in the bars of the cot. The registrar does not think that the first account explains either. “My friend” was in the home; Jodie did not give his name.'

function albie(today: Today): Lifeline {
  const told = open(today, 'Albie')
  const { life } = told
  const start = workdaysAfter(today.day, -12)
  referred(told, start, {
    from: 'hospital',
    at: '22:40',
    by: 'mina',
    decision: 'strategy-discussion',
    reason: night,
    history: 'Lola was referred to early help two years ago. Nothing is recorded here about an adult man in the home.',
    why: 'A baby who cannot move about, with a fracture that is not explained and an older one beside it. A strategy discussion tonight.',
    after: 0,
    familyNotTold: true,
    without: [],
    occasion: occasion('tranmoor', 'referral'),
  })
  const discussion = discussed(told, start, {
    at: '23:30',
    by: 'mina',
    occasion: occasion('tranmoor', 'discussion'),
    joint: true,
    shared:
      'Hospital: two fractures of different ages; eye examination and full skeletal survey in the morning; Albie stays. Police: nothing on Jodie under this name. No record of who else lives there. Social care: one early help contact. The officer will go to the address tonight for Lola, with the night team.',
    why: 'Agreed by all three within the hour: section 47, jointly. Albie is safe on the ward with a nurse present at visits. Lola is to be seen tonight.',
  })
  see(told, workdaysAfter(start, 1), {
    where: 'hospital',
    alone: false,
    wishes:
      'Albie lay still with his leg in traction and followed the mobile with his eyes. He cried when he was moved, and settled with the nurse, and then with Jodie. She kept one hand on his head for the whole hour. She did not say “we” once.',
  })
  enquiry(told, today, start, discussion)
  housing(told, today)
  life.record(
    personConnected,
    workdaysAfter(start, 5),
    { ...daz, relationship: 'step-parent', livesWith: true },
    { by: 'dev', at: '11:20' },
  )
  life.record(
    personConnected,
    workdaysAfter(start, 6),
    { ...daz, relationship: 'step-parent', livesWith: true },
    { by: 'hal' },
  )
  see(told, workdaysAfter(start, 7), {
    where: 'hospital',
    alone: false,
    wishes:
      'Albie smiled when Lola was brought in. Jodie, with Daz not there: “I thought if I said his name they’d take them both. He’s never hit me. He gets … he can’t stand the crying.” I told her that I was glad she had said it, and that I would write it as she said it.',
  })
  seeAsPartner(
    told,
    'community',
    workdaysAfter(start, -20),
    'Home contact at thirteen weeks. Albie cried when his left side was touched in the bath; Jodie thought wind. Weight good. A man’s work boots in the hall; Jodie said that they were her brother’s. I did not ask further.',
    { late: 27, shared: true },
  )
  askAboutDaz(told, today)
  return life.end()
}

/** Once he had a name: five agencies are asked about him, and one has not answered. */
function askAboutDaz({ life }: Case, today: Today): void {
  const ago = (days: number) => workdaysAfter(today.day, -days)
  asked(life, {
    on: ago(6),
    of: ['police', 'probation', 'harbour', 'youth', 'tanyard'],
    purpose: 'section-47',
    urgency: 'soon',
    answerBy: ago(4),
    people:
      'Darren Pike, called Daz, born 3 November 1994. Lives with Jodie at Lockside; with another family until two years ago.',
    periodFrom: addDays(today.day, -1825),
    question:
      'What do you know of Darren Pike and of children in homes where he has lived? For the surgeries: is he a patient, and is there anything in his record that bears on the safety of a baby?',
    necessity: 'A baby has two unexplained fractures, and nobody here knew of the man who lives with him.',
    notToldWhy: 'Police ask that Daz is not told before he has been interviewed.',
    answers: [
      {
        from: 'probation',
        on: ago(5),
        answer: 'involved',
        shared:
          'On a community order for an assault on a former partner, until next June. Seen each fortnight; last on Monday. He gave his mother’s address and did not tell us of a baby in the home.',
      },
      {
        from: 'police',
        on: ago(4),
        answer: 'held-not-shared',
        whyNot:
          'It would put the second interview at risk. To be told at the conference, in the part without the family. Ring before you act on anything else.',
      },
      {
        from: 'harbour',
        on: ago(4),
        answer: 'not-involved',
        shared:
          'He was a patient here until three years ago, and moved without giving a new address. Nothing in the notes about children.',
      },
      { from: 'youth', on: ago(5), answer: 'nothing-held' },
    ],
  })
}

/** The housing officer had met him weeks before; it came to the record only when it was asked for. */
function housing({ life }: Case, today: Today): void {
  const seenOn = workday(addDays(today.day, -63))
  const statement = life.record(
    personConnected,
    { from: seenOn, to: addDays(seenOn, 14), certainty: 'about' },
    { surname: 'New partner, called Daz', relationship: 'step-parent', livesWith: true },
    { by: 'jo', shared: false, late: 46 },
  )
  const visit = life.record(addressKnown, seenOn, { ...lockside }, { by: 'jo', shared: false, late: 53 })
  life.share('housing', 'council', [statement, visit], workdaysAfter(today.day, -8), {
    by: 'jo',
    basis: 'ca1989-s47',
    necessity:
      'Asked who is known to live at the address. The tenancy note of a repair visit names a man that no other agency had.',
    told: 'later',
    notToldWhy: 'Police ask that Daz is not told before he has been interviewed.',
  })
}

/** The conference is planned for the fifteenth working day; not every report has come. */
function enquiry(told: Case, today: Today, start: string, discussion: string): void {
  const { life, network } = told
  const conferenceOn = workdaysAfter(start, 15)
  const id = life.record(
    conferencePlanned,
    workdaysAfter(start, 6),
    {
      plannedFor: conferenceOn,
      invited: network.map(one => agencies[one].id),
      familyInvited: true,
      notes:
        'Jodie alone; her mother comes with her. Marcus, the father, has been written to and has rung back. Police ask that Daz is not invited while he is on bail.',
    },
    { occasion: occasion('tranmoor', 'planned') },
  )
  shareWith(
    told,
    [id, discussion],
    workdaysAfter(start, 6),
    'The agency is invited to the conference and is to bring a written report.',
  )
  for (const by of (['lucas', 'bridget', 'dev'] as const).filter(
    one => one !== 'lucas' || network.includes('hospital'),
  ))
    life.record(
      conferenceReportShared,
      workdayBy(addDays(today.day, -1)),
      {
        with: ['chair'],
        withheld:
          by === 'dev'
            ? 'The report is not for the parents before the second interview. Agreed with the chair; to be read out in part.'
            : undefined,
      },
      { by },
    )
}

function lola(today: Today): Lifeline {
  const told = open(today, 'Lola')
  const start = workdaysAfter(today.day, -12)
  referred(told, start, {
    from: 'hospital',
    at: '22:40',
    by: 'mina',
    decision: 'strategy-discussion',
    reason: night,
    after: 0,
    familyNotTold: true,
    without: ['referrer'],
    occasion: occasion('tranmoor', 'referral'),
  })
  const discussion = discussed(told, start, {
    at: '23:30',
    by: 'mina',
    occasion: occasion('tranmoor', 'discussion'),
    joint: true,
  })
  told.life.record(
    childSeen,
    start,
    {
      alone: true,
      where: 'home',
      by: 'Mina Sorrel, emergency duty social worker, with PC Maddox',
      wishes:
        'Lola was asleep and woke by herself when the light went on. She was clean, with no mark that could be seen without undressing her. “Is Albie poorly? Daz said he was a noisy baby and noisy babies get poorly.” She asked for her grandmother, who came at one in the morning and took her home with our agreement.',
    },
    { by: 'mina', at: '23:55' },
  )
  see(told, workdaysAfter(start, 4), {
    where: 'school',
    alone: true,
    wishes:
      '“At Nana’s there’s a cat. Daz doesn’t like cats. He doesn’t like Albie’s crying, he shuts the door and then it’s a different crying.” Lola said this while painting and did not stop painting. I asked nothing beyond “tell me more”.',
  })
  enquiry(told, today, start, discussion)
  seeAsPartner(
    told,
    'aldhelm',
    workdaysAfter(start, 6),
    'Lola came in with her nana, in a coat that is new. She told her friends that she has a cat now.',
    { late: 0 },
  )
  return told.life.end()
}

/** The Dunsby children’s mother had left Daz two years before. Their plan ended because harm was no longer likely. */
function dunsby(today: Today): Lifeline[] {
  return (['Bonnie', 'Archie'] as const).map(name => {
    const start = workday(addDays(today.day, -560))
    const told = begin({
      ...crews.tom,
      today,
      key: `dunsby ${name}`,
      homeKey: 'dunsby',
      start,
      theme: 'violence',
      network: ['aldhelm', 'harbour', 'police', 'housing'],
      child: {
        forenames: name,
        surname: 'Dunsby',
        sex: name === 'Bonnie' ? 'F' : 'M',
        born: bornAgo(today, name === 'Bonnie' ? 10 : 8, 40),
        ethnicity: 'WBRI',
        mother: 'Gemma',
        other: 'Darren',
        school: 'aldhelm',
      },
      people: [
        {
          forenames: 'Gemma',
          surname: 'Dunsby',
          relationship: 'mother',
          livesWith: true,
          parentalResponsibility: true,
          bornOn: '1996-04-08',
        },
        { ...daz, relationship: 'step-parent', livesWith: true },
        {
          forenames: name === 'Bonnie' ? 'Archie' : 'Bonnie',
          surname: 'Dunsby',
          relationship: 'sibling',
          livesWith: true,
        },
      ],
    })
    referred(told, start, {
      from: 'police',
      decision: 'strategy-discussion',
      after: 0,
      without: [],
      occasion: occasion('dunsby', 'referral'),
    })
    discussed(told, workdaysAfter(start, 1), { occasion: occasion('dunsby', 'discussion') })
    enquired(told, workdaysAfter(start, 1), { takes: 8 })
    const { on } = conferred(told, workdaysAfter(start, 1), { after: 14, occasion: occasion('dunsby', 'conference') })
    const ended = onPlan(told, on, { reviews: 2, ends: 'ends-with-child-in-need-plan' })
    const end = helped(told, workday(addDays(ended, 5)), { reviews: 2, ends: 'needs-met' })
    closed(
      told,
      workdaysAfter(end, 3),
      'RC7',
      'Closed with the agreement of all. Gemma has moved, has her own tenancy and has not seen Darren since last spring. What would worry us again is written in the letter: if he comes back into the children’s lives.',
    )
    return told.life.end()
  })
}
