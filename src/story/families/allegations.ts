/** Two people who work with children: one allegation concluded, and one of which the designated officer was told late. */
import { allegationDecidedOn, allegationMeetingHeld } from '../../procedures/allegation-facts.ts'
import {
  allegationConcluded,
  allegationEvaluated,
  allegationMade,
  allegationReviewed,
  designatedOfficerTold,
  seniorManagerTold,
  suspensionConsidered,
} from '../../procedures/position-of-trust-allegation.ts'
import { workerNamed } from '../../procedures/subjects.ts'
import type { Lifeline, Today } from '../life.ts'
import { workdaysAfter } from '../workdays.ts'
import { keep } from './matter.ts'

/** A teaching assistant: looked into together, and neither shown nor disproved. The outcome was first written down wrongly. */
export function concludedAllegation(today: Today): Lifeline {
  const day = (count: number) => workdaysAfter(today.day, count - 62)
  const life = keep('allegation', 'ockleford', today)
  const school = { by: 'sunita' } as const
  life.record(
    workerNamed,
    day(0),
    { forenames: 'Darren', surname: 'Ockleford', post: 'Teaching assistant, Hollybank School' },
    school,
  )
  const made = life.record(
    allegationMade,
    day(0),
    {
      criteria: ['AL-1'],
      work: 'employed',
      source: 'A midday supervisor',
      what: 'He took a pupil by the upper arm in the corridor and did not let go when asked. Two marks were seen by the nurse, and a body map was drawn.',
      elsewhere: 'He helps at a swimming club on Saturdays. He has no children of his own.',
      safety: 'He worked in the office for the rest of the day, and the pupil’s parents came in at three.',
    },
    { ...school, at: '11:50' },
  )
  const about = { about: made }
  life.record(seniorManagerTold, day(0), {}, { ...school, ...about, at: '12:05' })
  life.record(designatedOfficerTold, day(1), {}, { ...school, ...about })
  life.record(
    allegationEvaluated,
    day(2),
    {
      decision: 'allegation',
      next: ['meeting', 'police', 'employer'],
      reasons: 'Marks and a witness. A joint meeting with the school and DS Khatri on the same day.',
    },
    about,
  )
  life.record(
    allegationMeetingHeld,
    day(2),
    { agreed: 'DS Khatri sees the pupil first; the school asks nobody until she has. They meet again in three weeks.' },
    about,
  )
  life.record(
    allegationDecidedOn,
    day(19),
    { by: 'police', decision: 'no-crime', reasons: 'The accounts do not come to an offence.' },
    about,
  )
  const decided = life.record(
    suspensionConsidered,
    day(2),
    {
      decision: 'moved',
      alternatives: ['other-work', 'watched'],
      support: 'He is told in writing what is alleged. A colleague from his union comes with him to each meeting.',
    },
    { ...school, ...about },
  )
  life.record(
    allegationReviewed,
    day(20),
    { note: 'The police take no further action. The school looks into it with somebody from another school.' },
    about,
  )
  life.record(
    allegationReviewed,
    day(44),
    { note: 'Two witnesses were away. The school’s inquiry is eight days behind; the reason is written down.' },
    about,
  )
  const concluded = life.record(
    allegationConcluded,
    day(53),
    {
      outcome: 'unfounded',
      criminal: 'none',
      disciplinary: 'advice',
      told: ['person', 'family', 'employer'],
      learning: 'Everybody in the corridor team is shown again how to guide a pupil without holding.',
    },
    about,
  )
  life.correct(concluded, day(54), {
    values: { outcome: 'unsubstantiated' },
    why: 'The minutes say “neither shown nor disproved”. I ticked the line below it.',
  })
  life.contest(
    decided,
    day(12),
    'agency',
    'Mr Ockleford asks that it stands here that he did not accept the move as neutral: pupils saw that he was gone.',
    'sunita',
  )
  return life.end()
}

/** A volunteer of the youth project: the officer was told four working days after the project knew, and has looked at nothing yet. */
export function allegationToldLate(today: Today): Lifeline {
  const day = (count: number) => workdaysAfter(today.day, count - 7)
  const life = keep('allegation', 'venning', today)
  const project = { by: 'zeb' } as const
  life.record(
    workerNamed,
    day(0),
    { forenames: 'Ross', surname: 'Venning', post: 'Volunteer, Stepping Stones, boxing evening' },
    project,
  )
  const made = life.record(
    allegationMade,
    day(0),
    {
      criteria: ['AL-3', 'AL-4'],
      work: 'volunteer',
      source: 'Another volunteer',
      what: 'Messages at night to two girls of fifteen, “just checking in”. One of them showed a youth worker.',
      elsewhere: 'He drives for a school minibus company; which routes is not known yet.',
      safety: 'He does not come to the project while this is open.',
    },
    { ...project, at: '19:40' },
  )
  life.record(seniorManagerTold, day(1), {}, { ...project, about: made, at: '09:15' })
  life.record(
    designatedOfficerTold,
    day(4),
    { late: 'Our lead was away, and the evening team did not know that there is an officer to tell. They do now.' },
    { ...project, about: made },
  )
  return life.end()
}
