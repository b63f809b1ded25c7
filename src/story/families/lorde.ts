/** Family C: a boy who is missing again and again, and whom grown men use. */

import { conferencePlanned, conferenceReportShared } from '../../procedures/initial-conference.ts'
import { meetingCalled, meetingInvitationAnswered, meetingReportGiven } from '../../procedures/meeting-facts.ts'
import { agencies } from '../cast.ts'
import { type Lifeline, type Today } from '../life.ts'
import { asked } from '../phases/asking.ts'
import { referred } from '../phases/beginning.ts'
import { discussed, shareWith } from '../phases/protecting.ts'
import { see, seeAsPartner } from '../phases/seeing.ts'
import { workdaysAfter } from '../workdays.ts'
import { begin, bornAgo, crews } from './family.ts'

/** Malachi Lorde, 15: missing, and made to carry for others. The conference is four working days late. */
export function lorde(today: Today): Lifeline {
  const start = workdaysAfter(today.day, -34)
  const told = begin({
    ...crews.leila,
    today,
    key: 'lorde Malachi',
    start,
    theme: 'exploited',
    network: ['crossways', 'police', 'youth', 'tanyard'],
    child: {
      forenames: 'Malachi',
      surname: 'Lorde',
      sex: 'M',
      born: bornAgo(today, 15, 88),
      ethnicity: 'MWBC',
      mother: 'Rochelle',
      other: 'Curtis',
      school: 'crossways',
      surgery: 'tanyard',
    },
    people: [
      {
        forenames: 'Rochelle',
        surname: 'Lorde',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
      },
      { forenames: 'Curtis', surname: 'Fenby', relationship: 'father', livesWith: false, parentalResponsibility: true },
      {
        forenames: 'Talia',
        surname: 'Lorde',
        relationship: 'sibling',
        livesWith: true,
        bornOn: bornAgo(today, 8, 200),
      },
      { surname: 'Older male, known as Smoke', relationship: 'other', livesWith: false },
    ],
  })
  const { life } = told
  const { decidedOn } = referred(told, start, {
    from: 'crossways',
    trafficking: true,
    without: ['nrm'],
    after: 1,
    history:
      'One missing episode in the spring. Rochelle has rung this number three times since August, and each call was closed as “parent coping”.',
  })
  seeAsPartner(told, 'police', workdaysAfter(start, -9), undefined, { late: 0, shared: true })
  seeAsPartner(told, 'police', workdaysAfter(start, 6), undefined, { shared: true })
  see(told, workdaysAfter(decidedOn, 2), {
    where: 'school',
    alone: true,
    wishes:
      '“You can sit there but I’m not saying names.” He would talk about the trains: the 17:42, the change, the flat with no furniture and the dog. He had not eaten since the day before. “They know where my sister goes to school. That’s why. Now you know, so now it’s on you.” I said that it was, and that I would tell him tonight what I had done about it.',
  })
  seeAsPartner(
    told,
    'youth',
    workdaysAfter(start, 9),
    'Malachi came by the van at ten. He wants to go back to the boxing and is afraid of the walk. We will fetch him and bring him home, Mondays and Thursdays.',
    { shared: true },
  )
  const discussion = workdaysAfter(today.day, -19)
  const held = discussed(told, discussion, {
    at: '14:00',
    why: 'Police were first for a criminal response to what was in the bag. Agreed after the youth project spoke: he is a child who is being exploited, section 47, jointly; the bag is evidence against others.',
  })
  see(told, workdaysAfter(discussion, 1), { alone: true })
  seeAsPartner(
    told,
    'police',
    workdaysAfter(discussion, 5),
    'Malachi found at Marlowe bus station at 01:20 with two older males, who left. Brought home. He was cold, hungry and polite. New jacket, price tag in the pocket. Told his mother in front of us: “Don’t look at me like that.”',
    { shared: true },
  )
  const planned = life.record(conferencePlanned, workdaysAfter(discussion, 7), {
    plannedFor: workdaysAfter(today.day, 2),
    invited: told.network.map(one => agencies[one].id),
    familyInvited: true,
    notes:
      'Late because Malachi was missing on the day first set, and he has asked to be there. The director has agreed that he is waited for, and for how long.',
  })
  const called = life.record(meetingCalled, workdaysAfter(discussion, 7), {
    meeting: 'initial-conference',
    plannedFor: workdaysAfter(today.day, 2),
    startsAt: '13:30',
    place: 'Civic Centre, the small room on the ground floor: he does not like lifts',
    invited: told.network.map(one => agencies[one].id),
    family: ['child', 'parents'],
    reportsBy: workdaysAfter(today.day, -1),
    purpose: 'Whether Malachi is likely to go on being harmed, and who does what so that he is not.',
    access: 'Malachi comes if Zeb comes too. His mother asks for the papers a day before, and to read them at home.',
  })
  shareWith(
    told,
    [called, planned, held],
    workdaysAfter(discussion, 7),
    'The agency is invited to the conference and is to bring a written report.',
  )
  for (const [by, who] of [
    ['oliver', 'Oliver, and the head of year if cover is found'],
    ['zeb', 'Zeb Carrow; I fetch him'],
  ] as const)
    life.record(
      meetingInvitationAnswered,
      workdaysAfter(today.day, -4),
      { answer: 'comes', who, mayDecide: true },
      { by, about: called },
    )
  life.record(
    meetingReportGiven,
    workdaysAfter(today.day, -2),
    {
      familyReads: 'part',
      known:
        'Malachi has come to the van eleven times since September, hungry on seven of them. He boxes when he is let. [third party: A boy two years older waits for him outside.]',
      strengths: 'He keeps his word. He rings when he says he will.',
      worries: 'New things that he cannot have paid for, and who he owes for them.',
      childSaid: '“I’ve stopped. Not because of you lot.”',
      suggests: 'Somebody meets him off the last bus, Mondays and Thursdays. We will.',
      heldBack: 'The name of the boy outside: he would know who told us.',
    },
    { by: 'zeb', about: called },
  )
  for (const by of ['oliver', 'zeb'] as const)
    life.record(conferenceReportShared, workdaysAfter(today.day, -2), { with: ['parents', 'child', 'chair'] }, { by })
  see(told, workdaysAfter(today.day, -3), {
    alone: true,
    where: 'elsewhere',
    wishes:
      'We walked by the canal. “I’ve stopped. Not because of you lot. Because Talia asked me if I was going to die.” He will come to the conference if Zeb comes too, and if nobody reads out the bit about the scales.',
  })
  asked(life, {
    on: workdaysAfter(discussion, 1),
    of: ['hospital', 'housing', 'probation'],
    purpose: 'section-47',
    urgency: 'routine',
    answerBy: workdaysAfter(discussion, 6),
    people:
      'Older male, known as Smoke; no other name is known. The flat has no furniture and is near the end of the line.',
    question: 'Has Malachi come to you hurt, or with others? Do you know of a man called Smoke, or of such a flat?',
    necessity: 'To find out who uses him, and whether he has been hurt.',
    answers: [
      { from: 'hospital', on: workdaysAfter(discussion, 3), answer: 'nothing-held', by: 'rosa' },
      {
        from: 'housing',
        on: workdaysAfter(discussion, 5),
        answer: 'not-involved',
        shared:
          'Rochelle is a tenant of ours, with no arrears and no complaints. We have no empty flat near a station.',
      },
      {
        from: 'probation',
        on: workdaysAfter(discussion, 8),
        answer: 'held-not-shared',
        whyNot:
          'We may know this man, and have to ask the police first: it is their source. Hal will ring when they have answered.',
      },
    ],
  })
  return life.end()
}
