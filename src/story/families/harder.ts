/** Families C, D and E: a boy who is used by men, a disabled girl who moved in on a plan, and babies before and after birth. */
import { addDays } from '../../guidance/days.ts'
import { childMovedIn, moveNotified } from '../../procedures/ending-plan.ts'
import { conferencePlanned, conferenceReportShared } from '../../procedures/initial-conference.ts'
import { childBorn, childDescribed, childIdentified, childNamed, personConnected } from '../../procedures/people.ts'
import { strategyDiscussionHeld } from '../../procedures/strategy-discussion.ts'
import { agencies } from '../cast.ts'
import type { Lifeline, Today } from '../life.ts'
import { assessed } from '../phases/assessing.ts'
import { referred } from '../phases/beginning.ts'
import { onPlan } from '../phases/planning.ts'
import { conferred, discussed, enquired, shareWith } from '../phases/protecting.ts'
import { see, seeAsPartner } from '../phases/seeing.ts'
import { nhsNumberOf } from '../random.ts'
import { workday, workdaysAfter } from '../workdays.ts'
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
  shareWith(
    told,
    [planned, held],
    workdaysAfter(discussion, 7),
    'The agency is invited to the conference and is to bring a written report.',
  )
  for (const by of ['oliver', 'zeb'] as const)
    life.record(conferenceReportShared, workdaysAfter(today.day, -2), { with: ['parents', 'child', 'chair'] }, { by })
  see(told, workdaysAfter(today.day, -3), {
    alone: true,
    where: 'elsewhere',
    wishes:
      'We walked by the canal. “I’ve stopped. Not because of you lot. Because Talia asked me if I was going to die.” He will come to the conference if Zeb comes too, and if nobody reads out the bit about the scales.',
  })
  return life.end()
}

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

/** Shanice Adjei-Moss expects a baby; and Temi Adebanwo, for whom a conference was held before birth, was born since. */
export function babies(today: Today): Lifeline[] {
  return [expected(today), born(today)]
}

function expected(today: Today): Lifeline {
  const start = workdaysAfter(today.day, -24)
  const told = begin({
    ...crews.chidi,
    today,
    key: 'adjei-moss unborn',
    start,
    isUnborn: true,
    theme: 'drink',
    network: ['hospital', 'community', 'harbour', 'probation'],
    child: {
      forenames: '',
      surname: 'Adjei-Moss',
      sex: 'F',
      born: addDays(today.day, 37),
      ethnicity: 'MWBA',
      mother: 'Shanice',
      other: 'Aaron',
    },
    people: [
      {
        forenames: 'Shanice',
        surname: 'Adjei-Moss',
        relationship: 'mother',
        livesWith: true,
        bornOn: bornAgo(today, 22, 60),
      },
      { forenames: 'Aaron', surname: 'Hobday', relationship: 'father', livesWith: false },
    ],
  })
  const { decidedOn } = referred(told, start, {
    from: 'hospital',
    referrer: 'Rosa Timms, safeguarding midwife',
    reason:
      'Shanice is 31 weeks and has come to four of eleven appointments. She was open with me about the drinking, and that she stopped for three weeks and started again when Aaron was released. Her first child lives with her sister. She says: “I want to bring this one home. Tell me what it takes and don’t dress it up.”',
    why: 'The baby is due in eight weeks. An assessment before birth with midwifery, probation and Shanice herself, in time for a conference if one is needed.',
    after: 1,
    without: [],
  })
  assessed(told, start, decidedOn, { takes: 40, visits: 0 })
  see(told, workdaysAfter(decidedOn, 6), {
    where: 'home',
    alone: false,
    wishes:
      'The baby is not born yet, and so this is what Shanice said for her: “She kicks when the music’s on. I’ve called her something already but I’m not telling you in case.” A cot is up. The fridge has juice in it and no wine; Shanice opened it before I asked.',
  })
  told.life.record(
    personConnected,
    workdaysAfter(start, 9),
    { forenames: 'Aaron', surname: 'Hobday', relationship: 'father', livesWith: true, bornOn: bornAgo(today, 29, 11) },
    { by: 'hal', late: 3 },
  )
  return told.life.end()
}

function born(today: Today): Lifeline {
  const birth = addDays(today.day, -33)
  const start = workday(addDays(today.day, -110))
  const told = begin({
    ...crews.chidi,
    today,
    key: 'adebanwo Temi',
    start,
    isUnborn: true,
    theme: 'mind',
    network: ['hospital', 'community', 'harbour', 'police'],
    child: {
      forenames: 'Temi',
      surname: 'Adebanwo',
      sex: 'F',
      born: addDays(birth, 9),
      ethnicity: 'BAFR',
      mother: 'Blessing',
      other: 'Emeka',
      surgery: 'harbour',
    },
    people: [
      {
        forenames: 'Blessing',
        surname: 'Adebanwo',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
      },
      {
        forenames: 'Emeka',
        surname: 'Adebanwo',
        relationship: 'father',
        livesWith: true,
        parentalResponsibility: true,
      },
    ],
  })
  const { life } = told
  life.slots['name'] = 'the baby'
  referred(told, start, {
    from: 'hospital',
    decision: 'strategy-discussion',
    after: 0,
    without: [],
    reason:
      'Blessing had a psychosis after her first birth and believed that the baby was not hers. She is 27 weeks and has stopped her medicine on her pastor’s advice. Emeka is frightened and asks us to act before and not after.',
  })
  discussed(told, workdaysAfter(start, 2), { joint: false })
  enquired(told, workdaysAfter(start, 2), {
    takes: 8,
    wishes:
      'Met Blessing and Emeka at home. The baby is not born. Blessing laid my hand on her belly and said: “Write that she is wanted. Whatever else you write, write that first.”',
    visits: 1,
  })
  const { on } = conferred(told, workdaysAfter(start, 2), { after: 15, kind: 'pre-birth' })
  life.record(childBorn, birth, { sex: 'F' }, { by: 'lucas', at: '04:12' })
  life.record(childNamed, addDays(birth, 2), { forenames: 'Temi', surname: 'Adebanwo' }, { by: 'chidi' })
  life.record(
    childIdentified,
    addDays(birth, 1),
    { scheme: 'nhs-number', identifier: told.child.nhsNumber },
    { by: 'lucas' },
  )
  life.record(childDescribed, workday(addDays(birth, 3)), { ethnicity: 'BAFR', disabilities: ['NONE'] })
  life.slots['name'] = 'Temi'
  onPlan(told, on, {
    reviews: 0,
    goesOn: true,
    coreGroups: [workdaysAfter(on, 8), workday(addDays(birth, 8))],
    visitEvery: 9,
  })
  return life.end()
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
