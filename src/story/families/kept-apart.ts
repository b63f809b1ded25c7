/** Files that few may see: one restricted because of a colleague, two shielded because somebody is looking for their mother. */
import { addDays } from '../../guidance/days.ts'
import { type Life, type Lifeline, type Today } from '../life.ts'
import { opened, reviewed } from '../openings.ts'
import { assessed, helped } from '../phases/assessing.ts'
import { referred } from '../phases/beginning.ts'
import { workday, workdaysAfter } from '../workdays.ts'
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
  openedTwice(told.life, today)
  return told.life.end()
}

/** The emergency duty worker opened it in two nights: the first is reviewed, the second waits. */
function openedTwice(life: Life, { day }: Today): void {
  const before = workdaysAfter(day, -9)
  const first = opened(life, before, '23:18', {
    by: 'mina',
    told: 'samuel',
    minutes: 30,
    scope: 'safety',
    reason:
      'Police are at the family’s door after a neighbour heard shouting, and ask whether the boy may stay. West team’s night number is not answered.',
    seenAfter: 552,
    pages: [
      [0, '/case/:reference'],
      [4, '/case/:reference'],
      [11, '/case/:reference/record/:kind'],
    ],
  })
  reviewed(
    life,
    first,
    workdaysAfter(before, 1),
    'justified',
    'Two pages read and one note made, within what was asked for. West team’s night number was out of order and has been mended.',
  )
  opened(life, addDays(day, -1), '23:41', {
    by: 'mina',
    told: 'ruth',
    minutes: 15,
    scope: 'responsible',
    reason:
      'Marlowe General has a boy of eleven in with a broken wrist, alone, and asks who is responsible for him tonight.',
    pages: [
      [0, '/case/:reference'],
      [3, '/case/:reference/record'],
      [6, '/case/:reference'],
    ],
  })
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
