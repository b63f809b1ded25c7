/** Family E: a baby who is expected, and one for whom a conference was held before birth and who was born since. */
import { addDays, type Day } from '../../guidance/days.ts'
import { planDetailed } from '../../procedures/child-protection-plan.ts'
import { coreGroupHeld } from '../../procedures/core-group.ts'
import { childBorn, childDescribed, childIdentified, childNamed, personConnected } from '../../procedures/people.ts'
import { agencies } from '../cast.ts'
import { type Lifeline, type Today } from '../life.ts'
import { assessed } from '../phases/assessing.ts'
import { type Case, referred } from '../phases/beginning.ts'
import { conferred, discussed, enquired } from '../phases/protecting.ts'
import { see, seeAsPartner } from '../phases/seeing.ts'
import { beforeBirth } from '../words/frames.ts'
import { workday, workdaysAfter } from '../workdays.ts'
import { begin, bornAgo, crews } from './family.ts'

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
  assessed(told, start, decidedOn, { takes: 40, visits: 0, frame: beforeBirth })
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
  const discussion = workdaysAfter(start, 2)
  discussed(told, discussion, {
    joint: false,
    values: {
      shared:
        'Perinatal team: ill within four days last time, in hospital for nine weeks, well since. She does well on the medicine that she has stopped. Health visitor: the first child, now with his grandmother in Leeds, was never hurt. Police: nothing recorded. Midwife: scans are good; Blessing comes to every one.',
      actions:
        'Chidi meets both parents this week with the perinatal nurse. The consultant sees Blessing about medicine that is safe now. A plan for the first ten days after birth, by name and by hour, before 36 weeks.',
      family: 'Both parents are told today, together, by somebody whom Blessing knows: the midwife, with Chidi.',
      reasons:
        'The likelihood of significant harm after the birth is high if nothing is agreed, and low if it is. Section 47, so that it is agreed in time.',
    },
  })
  enquired(told, discussion, {
    takes: 8,
    wishes:
      'Met Blessing and Emeka at home. The baby is not born. Blessing laid my hand on her belly and said: “Write that she is wanted. Whatever else you write, write that first.”',
    visits: 1,
    values: {
      findings:
        'Both parents seen twice, the pastor once at their wish. He had not told her to stop her medicine, and has now told her so in front of us. Blessing has begun it again. She knows that she may not know when she is becoming ill.',
      reasons:
        'Likely significant harm in the first weeks unless others are there. A conference before birth, so that they are.',
      said: 'Talked over with both parents at their table. Blessing asked whether a conference means that the baby is taken. I said what it means, and what it does not.',
    },
  })
  const { on } = conferred(told, discussion, {
    after: 15,
    kind: 'pre-birth',
    dissent: '',
    values: {
      reasons:
        'Likely emotional harm, and physical harm by accident, if Blessing becomes ill alone with a newborn child. Nobody doubts her love. The plan is there for the days on which she is not herself.',
      outlinePlan:
        '1. Blessing is not alone with the baby in the first six weeks: Emeka, his mother and the nurse take turns, with a list on the door. 2. The perinatal nurse visits every second day. 3. Everyone knows the three first signs, which Blessing wrote herself. 4. Who is rung at night, and then who.',
      dissent: undefined,
    },
  })
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
  afterBirth(told, on, birth)
  return life.end()
}

/** The plan at work: in detail before the birth, and seen every few days after it. */
function afterBirth(told: Case, on: Day, birth: Day): void {
  const { life, network } = told
  const members = network.map(one => agencies[one].id)
  life.record(planDetailed, workdaysAfter(on, 9), {
    sharedWith: ['parents', 'core-group'],
    agencies: members,
    outcomes:
      'The baby is held, fed and slept beside by somebody who is well, day and night, for six weeks. Blessing keeps to her medicine and is believed when she says that she is tired.',
    actions:
      'Emeka: leave from work, agreed. His mother: arrives the week before. Perinatal nurse: every second day. Chidi: twice in the first week, then each week.',
    visiting: 'Twice in the first week after birth, weekly to six weeks, then every ten working days.',
    contingency:
      'If two of the three signs are there: the night number, and the baby goes with Emeka and his mother to the next room, not out of the house. A mother and baby bed is held open in principle.',
    understood: 'Both parents can say it without the paper. Blessing corrected me twice, rightly.',
  })
  const groups = [
    [
      workdaysAfter(on, 8),
      'The rota is written and has no gaps. Blessing has taken her medicine for three weeks. Nothing to change but the telephone number of the ward.',
    ],
    [
      workday(addDays(birth, 8)),
      'Eight days. Blessing slept five hours last night, the most since the birth, with Emeka up. None of the signs. His mother is tired and will say so from now on.',
    ],
  ] as const
  for (const [day, progress] of groups)
    life.record(coreGroupHeld, day, {
      finding: 'on-track',
      agencies: members.slice(0, 3),
      family: ['parents', 'wider'],
      nextOn: addDays(day, 42),
      progress,
      actions: 'The rota goes on as written. The nurse and Chidi speak on Mondays and Thursdays.',
    })
  const visits = [
    [
      workday(addDays(birth, 2)),
      'Temi is two days old. She slept through most of the hour against her father’s shirt. Blessing: “She has my mother’s hands. Look.” I looked.',
    ],
    [workday(addDays(birth, 6)), undefined],
    [
      workday(addDays(birth, 13)),
      'Temi fed twice while I was there. Blessing was slow and careful, and told me that she had counted the feeds out loud in the night “because counting is real”. I rang the nurse, who came at four. She thinks tired, not ill; she will come daily until Friday.',
    ],
    [workday(addDays(birth, 20)), undefined],
    [workday(addDays(birth, 29)), undefined],
  ] as const
  for (const [day, wishes] of visits) see(told, day, { where: 'home', alone: false, ...(wishes ? { wishes } : {}) })
  seeAsPartner(
    told,
    'community',
    workday(addDays(birth, 11)),
    'New birth contact. Temi is back at her birth weight. Blessing answered every question on the mood list and asked what the score was.',
    { shared: true },
  )
}
