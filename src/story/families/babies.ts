/** Family E: a baby who is expected, and one for whom a conference was held before birth and who was born since. */
import { addDays } from '../../guidance/days.ts'
import { childBorn, childDescribed, childIdentified, childNamed, personConnected } from '../../procedures/people.ts'
import { type Lifeline, type Today } from '../life.ts'
import { assessed } from '../phases/assessing.ts'
import { referred } from '../phases/beginning.ts'
import { onPlan } from '../phases/planning.ts'
import { conferred, discussed, enquired } from '../phases/protecting.ts'
import { see } from '../phases/seeing.ts'
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
