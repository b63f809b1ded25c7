/** A place where children come to harm, and one boy’s file that names it. */
import { outsideRiskAssessed, outsideRiskSeen, widerFactorsActedOn } from '../../procedures/risk-outside-home.ts'
import { affectedChildNamed, personInvolved } from '../../procedures/subjects.ts'
import type { Lifeline, Today } from '../life.ts'
import { assessed, helped } from '../phases/assessing.ts'
import { referred } from '../phases/beginning.ts'
import { referenceOf } from '../random.ts'
import { workdaysAfter } from '../workdays.ts'
import { begin, bornAgo, crews } from './family.ts'
import { openMatter } from './matter.ts'

const station = 'Bus station and arcade, evenings'
const boy = 'adeyinka Tobi'

/** The bus station after school, and Tobi Adeyinka who waits there. */
export function placeOfHarm(today: Today): Lifeline[] {
  const seen = workdaysAfter(today.day, -70)
  const place = openMatter('context', today, seen, {
    name: station,
    about: 'Older teenagers give younger ones phones and food, and ask for something later.',
  })
  const risk = place.record(
    outsideRiskSeen,
    seen,
    {
      contexts: ['place', 'peers', 'criminal-exploitation'],
      part: 'harmed',
      what: 'Four schools name the same bench and the same two cars.',
    },
    { by: 'joss' },
  )
  place.record(affectedChildNamed, workdaysAfter(seen, 3), {
    forenames: 'Tobi',
    surname: 'Adeyinka',
    part: 'at-risk',
    livesIn: 'Harrowmere',
    file: referenceOf(boy),
  })
  place.record(personInvolved, workdaysAfter(seen, 4), {
    surname: 'Man in a grey estate car, called Uncle',
    part: 'Seen with three of the boys',
  })
  const found = place.record(
    outsideRiskAssessed,
    workdaysAfter(seen, 18),
    {
      next: ['context', 'child'],
      found: 'It is the hour between the last lesson and the last bus. Nobody who works there has been asked.',
    },
    { by: 'bev', about: risk },
  )
  place.record(
    widerFactorsActedOn,
    workdaysAfter(seen, 40),
    {
      what: ['place', 'people'],
      done: 'Two youth workers from four to seven. The bus company’s staff know whom to ring. The lamp by the bench works.',
    },
    { by: 'bev', about: found },
  )
  place.record(outsideRiskSeen, workdaysAfter(today.day, -5), {
    contexts: ['online', 'peers'],
    part: 'may-harm',
    what: 'The bench is empty. The same names are in a chat, says the youth project.',
  })
  return [place.end(), namesThePlace(today)]
}

function namesThePlace(today: Today): Lifeline {
  const start = workdaysAfter(today.day, -58)
  const told = begin({
    ...crews.chidi,
    today,
    key: boy,
    start,
    theme: 'exploited',
    network: ['crossways', 'youth', 'police', 'tanyard'],
    child: {
      forenames: 'Tobi',
      surname: 'Adeyinka',
      sex: 'M',
      born: bornAgo(today, 13, 140),
      ethnicity: 'BAFR',
      mother: 'Folake',
      other: 'Kunle',
      school: 'crossways',
      surgery: 'tanyard',
    },
    people: [
      {
        forenames: 'Folake',
        surname: 'Adeyinka',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
      },
      {
        forenames: 'Kunle',
        surname: 'Adeyinka',
        relationship: 'father',
        livesWith: false,
        parentalResponsibility: true,
      },
    ],
  })
  const { decidedOn } = referred(told, start, { from: 'crossways', after: 1, without: [] })
  const risk = told.life.record(outsideRiskSeen, workdaysAfter(start, 2), {
    contexts: ['place', 'criminal-exploitation'],
    part: 'harmed',
    file: referenceOf(`context ${station}`),
    what: 'He comes home with a second phone and will not say from whom.',
  })
  told.life.record(
    outsideRiskAssessed,
    workdaysAfter(start, 20),
    { next: ['child', 'context'], found: 'He owes somebody money for a phone that he did not ask for.' },
    { about: risk },
  )
  const end = assessed(told, start, decidedOn, { takes: 37, outcome: 'child-in-need-plan' })
  helped(told, workdaysAfter(end, 2), { reviews: 1, ends: 'never' })
  return told.life.end()
}
