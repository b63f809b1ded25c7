/** Referrals on which nobody decided yet, one at each step towards it: new in the night, proposed, asked for a second look, agreed, contested. */
import type { Day } from '../../guidance/days.ts'
import { makeChild } from '../child.ts'
import type { Lifeline, Today } from '../life.ts'
import { asked } from '../phases/asking.ts'
import { referred } from '../phases/beginning.ts'
import { lookedAt, proposed } from '../phases/deciding.ts'
import { chanceOf } from '../random.ts'
import type { Theme } from '../words/beginnings.ts'
import { workdayBy, workdaysAfter } from '../workdays.ts'
import { begin, crews } from './family.ts'

/** So far beyond the story's last day that it is not told. */
const notYet = 30

export function toDecide(today: Today): Lifeline[] {
  const latest = workdayBy(today.day)
  const dayBefore = workdaysAfter(latest, -1)
  const one = (key: string, years: number, theme: Theme, start: Day) => {
    const child = makeChild(chanceOf(`to decide ${key}`), start, years)
    const network = [child.school ?? 'community', child.surgery, ...(theme === 'violence' ? ['police' as const] : [])]
    return begin({
      ...crews.nadia,
      today,
      key: `to decide ${key}`,
      start,
      theme,
      network,
      child,
      people: child.relatives,
    })
  }

  const night = one('night', 5, 'violence', today.day)
  referred(night, today.day, { from: 'police', after: notYet, at: '01:50', by: 'mina', without: ['acknowledged'] })

  const help = one('help', 9, 'carer', dayBefore)
  const { referral: helped } = referred(help, dayBefore, { after: notYet, at: '13:05' })
  proposed(help.life, latest, {
    referral: helped,
    outcome: 'early-help',
    by: 'joss',
    at: '09:40',
    reasons:
      '{mother} wants help and says so. {school} knows {name} well and would lead. Nothing says that {name} is not safe this week.',
  })

  const second = one('second', 2, 'mind', dayBefore)
  const { referral: doubtful } = referred(second, dayBefore, { from: 'community', after: notYet, at: '15:35' })
  proposed(second.life, latest, {
    referral: doubtful,
    outcome: 'section-17-assessment',
    by: 'mina',
    at: '07:20',
    secondLook: 'bev',
    reasons:
      'I spoke to {mother} at night. She slept with her door locked and could not say why. {name} was asleep. I would assess, and would like somebody who is not tired to look at it.',
  })

  const agreed = one('agreed', 11, 'drink', workdaysAfter(latest, -2))
  const { referral: late } = referred(agreed, workdaysAfter(latest, -2), { after: notYet, at: '11:15' })
  const sound = proposed(agreed.life, dayBefore, {
    referral: late,
    outcome: 'section-17-assessment',
    by: 'joss',
    at: '16:10',
    secondLook: 'bev',
    reasons: 'The third time in a year, and each time it was closed with advice. To be assessed, with {mother}.',
  })
  lookedAt(agreed.life, dayBefore, {
    proposal: sound,
    by: 'bev',
    at: '16:45',
    reasons: 'Yes. {mother} has to be reached before it is decided, and nobody has reached her.',
  })

  const contested = one('contested', 6, 'hurt', dayBefore)
  const { referral: marked } = referred(contested, dayBefore, { after: notYet, at: '10:25' })
  asked(contested.life, {
    on: dayBefore,
    of: contested.network,
    purpose: 'section-17',
    urgency: 'today',
    answerBy: latest,
    question: contested.life.fill('How has {name} been this month? Has anybody seen marks before?'),
    necessity: 'To decide on the referral by tomorrow.',
    answers: [
      {
        from: contested.child.school ?? 'community',
        on: latest,
        answer: 'involved',
        shared: contested.life.fill(
          '{name} has been quiet since the holidays. A mark on the arm two weeks ago was noted.',
        ),
      },
      {
        from: contested.child.surgery,
        on: latest,
        answer: 'not-involved',
        shared: 'Last seen in spring, for a cough.',
      },
    ],
  })
  const contest = proposed(contested.life, latest, {
    referral: marked,
    outcome: 'no-further-action',
    by: 'joss',
    at: '11:20',
    secondLook: 'bev',
    reasons:
      '{mother} explained the mark, and {other} said the same when he was asked. {school} will keep an eye on it.',
  })
  lookedAt(contested.life, latest, {
    proposal: contest,
    by: 'bev',
    at: '11:50',
    instead: 'strategy-discussion',
    reasons:
      'Both adults were in the room when they were asked. {name} has not been seen alone, and the school noted a mark two weeks ago. Police and health should be in this today.',
  })

  const specialist = one('specialist', 8, 'disability', workdaysAfter(latest, -6))
  referred(specialist, workdaysAfter(latest, -6), {
    decision: 'specialist-assessment',
    after: 1,
    without: [],
    why: 'Whether the home can be made safe is for an occupational therapist to say first. {mother} agrees to the visit.',
  })

  return [night, help, second, agreed, contested, specialist].map(({ life }) => life.end())
}
