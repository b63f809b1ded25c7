/** Cases that fill the lists: not decided yet, due today and on the days after, met late; and the neighbour’s. */
import { addDays, type Day } from '../../guidance/days.ts'
import { childInNeedPlanReviewed } from '../../procedures/child-in-need-plan.ts'
import { makeChild } from '../child.ts'
import { type Lifeline, type Today } from '../life.ts'
import { asked } from '../phases/asking.ts'
import { assessed, closed, helped } from '../phases/assessing.ts'
import { referred } from '../phases/beginning.ts'
import { onPlan } from '../phases/planning.ts'
import { conferred, discussed, enquired } from '../phases/protecting.ts'
import { see } from '../phases/seeing.ts'
import { between, chanceOf, pick } from '../random.ts'
import { type Theme } from '../words/beginnings.ts'
import { workday, workdayBy, workdaysAfter } from '../workdays.ts'
import { begin, crews, parent } from './family.ts'

/** Somebody who gave no name; and what came in since yesterday and is not decided. */
export function atTheDoor(today: Today): Lifeline[] {
  const child = (key: string, years: number, day: Day) => makeChild(chanceOf(`door ${key}`), day, years)
  const one = (key: string, years: number, theme: Theme, start: Day) => {
    const made = child(key, years, start)
    return begin({
      ...crews.nadia,
      today,
      key: `door ${key}`,
      start,
      theme,
      network: [made.school ?? 'community', made.surgery, 'police'],
      child: made,
      people: made.relatives,
    })
  }
  const anonymous = one('anonymous', 6, 'neglect', workdaysAfter(today.day, -16))
  const { decidedOn } = referred(anonymous, workdaysAfter(today.day, -16), {
    source: '9',
    decision: 'no-further-action',
    after: 1,
    reason:
      'A man who did not give his name rang from a withheld number and said that the children at this address “run wild and the mother’s never in”. He would not say how he knows. He rang off when asked.',
  })
  closed(anonymous, workdaysAfter(decidedOn, 1), 'RC7')
  const yesterday = one('yesterday', 7, 'violence', workdaysAfter(today.day, -1))
  referred(yesterday, workdaysAfter(today.day, -1), { from: 'police', after: 30, at: '15:20' })
  asked(yesterday.life, {
    on: workdaysAfter(today.day, -1),
    of: [...yesterday.network],
    purpose: 'section-17',
    urgency: 'soon',
    answerBy: workdaysAfter(today.day, 1),
    question: 'When did you see the children last, and how were they? Is anything known about violence in the home?',
    necessity: 'To decide by the end of the day whether the children need a social worker.',
    answers: [
      {
        from: yesterday.child.surgery,
        on: today.day,
        answer: 'involved',
        shared: yesterday.life.fill('{name} and {mother} were seen in spring. She came alone and said little.'),
      },
    ],
  })
  const waiting = one('waiting', 3, 'mind', workdaysAfter(today.day, -4))
  referred(waiting, workdaysAfter(today.day, -4), { from: 'community', after: 30, at: '11:45', late: 1 })
  return [anonymous.life.end(), yesterday.life.end(), waiting.life.end()]
}

/** One boy with two files, the second not decided yet: the second worry came from a market, with his name as it is heard and an address that he had moved to. */
export function twiceAtTheDoor(today: Today): Lifeline[] {
  const before = workdaysAfter(today.day, -190)
  const boy = {
    ...makeChild(chanceOf('twice at the door'), before, 9),
    forenames: 'Mohammed',
    surname: 'Rahimi-Quist',
    sex: 'M' as const,
    relatives: [parent('Soraya', 'Rahimi-Quist')],
    mother: 'Soraya',
  }
  const told = (key: string, start: Day, child: typeof boy) =>
    begin({
      ...crews.nadia,
      today,
      key: `twice ${key}`,
      start,
      theme: 'neglect',
      network: [child.surgery],
      child,
      people: child.relatives,
    })
  const first = told('first', before, boy)
  const { decidedOn } = referred(first, before, {
    from: 'community',
    after: 1,
    decision: 'no-further-action',
    reason:
      'He was often the last to be fetched, and hungry. His mother had just begun night shifts; a neighbour now fetches him.',
  })
  closed(first, workdaysAfter(decidedOn, 1), 'RC8')
  const again = workdaysAfter(today.day, -1)
  const second = told('second', again, {
    ...boy,
    forenames: 'Mohamed',
    nhsNumber: '',
    home: makeChild(chanceOf('twice at the door, moved'), before, 9).home,
  })
  referred(second, again, {
    source: '9',
    decision: 'information-and-advice',
    after: 30,
    at: '12:10',
    reason: 'A trader at the Saturday market gives him fruit. He says that he looks after himself until six.',
  })
  return [first.life.end(), second.life.end()]
}

/** Children in need whose next review falls due on each of the days from today on; and one that was met late this month. */
export function inNeed(today: Today): Lifeline[] {
  const themes: readonly Theme[] = ['carer', 'mind', 'neglect', 'disability', 'drink', 'neglect', 'carer']
  const lines = themes.map((theme, at) => {
    const key = `in need ${at}`
    const chance = chanceOf(key)
    const plan = addDays(today.day, at - 42)
    const start = workdaysAfter(plan, -between(chance, 40, 46))
    const made = makeChild(chance, start, between(chance, theme === 'carer' ? 10 : 3, 13))
    const child = theme === 'disability' ? { ...made, disabilities: ['LD', 'MOB'] } : made
    const crew = pick(chance, [crews.amira, crews.leila, crews.tom, crews.chidi])
    const told = begin({
      ...crew,
      today,
      key,
      start,
      theme,
      network: [child.school ?? 'community', child.surgery, 'housing'],
      child,
      people: child.relatives,
    })
    const { decidedOn } = referred(told, start, { after: 1, without: [] })
    assessed(told, start, decidedOn, { takes: 36, outcome: 'child-in-need-plan' })
    const isLate = at === themes.length - 1
    if (!isLate) {
      helped(told, plan, { reviews: 1, every: 60, ends: 'never' })
      return told.life.end()
    }
    // Six weeks allowed; held five days later, within this month.
    const met = lateDay(today)
    helped(told, addDays(met, -47), { reviews: 0, ends: 'never' })
    see(told, workdaysAfter(met, -3))
    told.life.record(childInNeedPlanReviewed, met, {
      decision: 'continues',
      present: ['family', 'agencies'],
      progress: 'Held five days late: {mother} was in hospital, and the family asked for her to be there.'.replace(
        '{mother}',
        child.mother,
      ),
      childView: 'Wants the Saturday club to go on.',
    })
    return told.life.end()
  })
  return [...lines, coreGroupLate(today)]
}

function coreGroupLate(today: Today): Lifeline {
  const met = lateDay(today)
  const start = workday(addDays(met, -100))
  const child = makeChild(chanceOf('late core group'), start, 5)
  const told = begin({
    ...crews.leila,
    today,
    key: 'late core group',
    start,
    theme: 'drink',
    network: ['linden', 'community', child.surgery, 'police'],
    child: { ...child, school: 'linden' },
    people: child.relatives,
  })
  referred(told, start, { decision: 'strategy-discussion', after: 0, without: [] })
  discussed(told, start)
  enquired(told, start, { takes: 8 })
  const { on } = conferred(told, start, { after: 15 })
  onPlan(told, on, {
    reviews: 1,
    goesOn: true,
    firstReviewLate: false,
    visitEvery: 12,
    coreGroups: [workdaysAfter(on, 9), addDays(met, -46), met],
  })
  return told.life.end()
}

/** The latest working day of this month so far; today where there was none yet. */
function lateDay({ day }: Today): Day {
  const last = workdayBy(day)
  return last.slice(0, 7) === day.slice(0, 7) ? last : day
}

/** The neighbour’s two other cases: nobody in Harrowmere may see them. */
export function neighbours(today: Today): Lifeline[] {
  return [2, 3].map(at => {
    const key = `eastholt ${at}`
    const chance = chanceOf(key)
    const start = workday(addDays(today.day, -60 * at))
    const made = { ...makeChild(chance, start, 7), school: 'oaks' as const }
    const told = begin({
      ...crews.martin,
      today,
      key,
      start,
      by: 'martin',
      theme: 'neglect',
      network: ['oaks'],
      child: made,
      people: made.relatives,
      plot: { area: 'eastholt' },
    })
    const { decidedOn } = referred(told, start, { from: 'oaks', by: 'martin', after: 1, without: [] })
    assessed(told, start, decidedOn, { takes: 40, outcome: 'child-in-need-plan' })
    helped(told, workdaysAfter(start, 44), { reviews: 2, ends: 'never' })
    return told.life.end()
  })
}
