/** What agencies recorded on the file of the walk of objects: one of each thing that has an address of its own, with all that belongs to it. */
import type { AgenciesAndPanel } from './panel.ts'

/** One record; `about` names another one that it continues. */
export interface SaidOnFile {
  readonly name: string | undefined
  readonly kind: string
  readonly day: string
  readonly about: string | undefined
  readonly data: Readonly<Record<string, unknown>>
  readonly narrative: Readonly<Record<string, string>>
}

interface Beside {
  /** Under which others name it. */
  readonly as?: string
  readonly about?: string
  readonly data?: Readonly<Record<string, unknown>>
  /** Passages, each of which becomes a word; one that ends in an asterisk has a second one that its writer marked. */
  readonly in?: string
  /** Passages that must be as they are. */
  readonly narrative?: Readonly<Record<string, string>>
}

/**
 * In the order in which it was recorded, by agency.
 * @param word gives a word that stands nowhere else
 */
export function whatWasSaid(
  { authority, school, police, partnership, deaths, panel }: AgenciesAndPanel,
  worker: string,
  word: () => string,
): { agency: string; facts: SaidOnFile[] }[] {
  const one = (
    kind: string,
    day: string,
    { as, about, data = {}, in: fields = '', narrative = {} }: Beside = {},
  ): SaidOnFile => {
    const passages = fields.split(' ').filter(Boolean)
    const texts = passages.map(field =>
      field.endsWith('*')
        ? ([field.slice(0, -1), `${word()} [third party: ${word()}] it went on`] as const)
        : ([field, word()] as const),
    )
    return { name: as, kind, day, about, data, narrative: { ...Object.fromEntries(texts), ...narrative } }
  }
  const request = (agency: string) =>
    one('subject-access-requested', '2026-04-09', {
      as: `request of ${agency}`,
      data: { requester: 'person', identity: 'known' },
      in: 'name wanted*',
    })
  const finding = (dimension: string) =>
    one('assessment-finding-written', '2026-03-20', {
      about: 'assessment',
      data: { dimension, meaning: ['risk'] },
      in: 'found* source',
    })
  const report = (about: string) =>
    one('meeting-report-given', '2026-04-08', {
      about,
      data: { familyReads: 'part' },
      in: 'known* strengths worries childSaid suggests heldBack',
    })
  const guest = (as: string, about: string) => [
    one('meeting-guest-invited', '2026-04-02', {
      as,
      about,
      data: { standsFor: 'early-years', reachedBy: 'letter', reportWanted: true },
      in: 'body who role reachedAt',
    }),
    one('meeting-guest-answered', '2026-04-03', {
      about: as,
      data: { answer: 'deputy', cameBy: 'telephone' },
      in: 'who note recordedFor',
    }),
    one('meeting-guest-reported', '2026-04-08', {
      about: as,
      data: { familyReads: 'part', cameBy: 'paper' },
      in: 'known* strengths worries childSaid suggests heldBack recordedFor',
    }),
  ]
  const called = (as: string, meeting: string, plannedFor: string) =>
    one('meeting-called', '2026-04-01', {
      as,
      data: { meeting, plannedFor, invited: [school, police], reportsBy: '2026-04-09', family: ['parents'] },
      in: 'place purpose access',
      narrative: { startsAt: '14:00' },
    })
  return [
    {
      agency: school,
      facts: [
        one('early-help-need-noticed', '2025-12-01', { as: 'noticed', in: 'seen' }),
        one('early-help-agreement-asked', '2025-12-02', { about: 'noticed', data: { answer: 'agreed' }, in: 'who' }),
        one('early-help-assessed', '2025-12-08', {
          about: 'noticed',
          data: { decision: 'plan' },
          in: 'lead needs wishes actions',
        }),
        one('early-help-plan-started', '2025-12-10', {
          as: 'help',
          about: 'noticed',
          data: { team: [school] },
          in: 'aims',
        }),
        one('early-help-aim-set', '2025-12-10', { as: 'aim', about: 'help', data: { score: '3' }, in: 'aim done' }),
        one('early-help-aim-scored', '2026-01-12', { about: 'aim', data: { score: '5' }, in: 'note' }),
        one('early-help-reviewed', '2026-01-12', { about: 'help', data: { helps: 'no' }, in: 'note' }),
        one('referral-received', '2026-03-02', {
          as: 'referral',
          data: { source: '2A' },
          in: 'agency referrer household reason history safetyChecked',
        }),
        request(school),
      ],
    },
    {
      agency: authority,
      facts: [
        one('address-known', '2026-03-01', { in: 'address' }),
        one('person-connected', '2026-03-01', {
          data: { relationship: 'mother', livesWith: true },
          in: 'forenames surname',
        }),
        one('referral-decided', '2026-03-03', {
          as: 'decided',
          about: 'referral',
          data: { outcome: 'section-17-assessment' },
          in: 'threshold reasons',
        }),
        one('referrer-told', '2026-03-03', { about: 'decided', in: 'explained*' }),
        one('assessment-started', '2026-03-04', {
          as: 'assessment',
          about: 'referral',
          data: { worker: [worker] },
          in: 'plan',
        }),
        one('child-seen', '2026-03-09', {
          about: 'referral',
          data: { alone: false, where: 'home' },
          in: 'by wishes whyNotAlone',
        }),
        one('childs-own-words-heard', '2026-03-09', {
          about: 'assessment',
          data: { how: 'drawing' },
          in: 'ownWords* present done',
        }),
        one('adult-around-child-asked', '2026-03-10', {
          about: 'assessment',
          data: { asked: 'asked' },
          in: 'who source answer',
        }),
        finding('health'),
        finding('basic-care'),
        one('assessment-reviewed', '2026-03-18', { about: 'assessment', in: 'challenge' }),
        one('assessment-delay-explained', '2026-03-18', { about: 'assessment', in: 'reasons*' }),
        one('assessment-authorised', '2026-03-30', {
          about: 'assessment',
          data: { outcome: 'child-in-need-plan' },
          in: 'development* parenting surroundings analysis reasons',
        }),
        one('observation-recorded', '2026-03-31', { as: 'observed', in: 'seen ownWords present done' }),
        one('conference-planned', '2026-04-01', {
          as: 'planned',
          data: { plannedFor: '2026-04-14', invited: [school, police] },
          in: 'notes',
        }),
        called('closed', 'initial-conference', '2026-04-10'),
        called('open', 'core-group', '2026-04-20'),
        called('held', 'child-in-need-meeting', '2026-04-12'),
        ...guest('guest', 'open'),
        ...guest('guest of closed', 'closed'),
        one('meeting-guest-took-part', '2026-04-10', {
          about: 'guest of closed',
          data: { came: 'deputy', view: 'dissents' },
          in: 'who reasons recordedFor',
        }),
        one('information-requested', '2026-04-01', {
          as: 'question',
          data: { asked: [school, police], purpose: 'section-47' },
          in: 'people question',
        }),
        report('closed'),
        request(authority),
      ],
    },
    {
      agency: school,
      facts: [
        finding('education'),
        report('closed'),
        report('open'),
        one('meeting-invitation-answered', '2026-04-07', {
          about: 'open',
          data: { answer: 'comes' },
          in: 'who note',
        }),
        one('information-request-answered', '2026-04-02', {
          about: 'question',
          data: { answer: 'involved' },
          in: 'contact shared',
        }),
        one('observation-recorded', '2026-04-03', { in: 'seen' }),
      ],
    },
    {
      agency: police,
      facts: [
        finding('safety'),
        report('closed'),
        ...['closed', 'held'].map(about =>
          one('meeting-view-given', '2026-04-12', { about, data: { view: 'dissents' }, in: 'who reasons' }),
        ),
        one('observation-recorded', '2026-04-03', { in: 'seen' }),
        request(police),
      ],
    },
    {
      agency: authority,
      facts: [
        one('initial-conference-held', '2026-04-10', {
          as: 'conference',
          data: { decision: 'child-protection-plan', categories: ['NEG'], coreGroup: [school, police] },
          in: 'chair reasons* outlinePlan dissent exclusions',
        }),
        ...['closed', 'held'].map(about =>
          one('meeting-closed', '2026-04-12', {
            as: `end of ${about}`,
            about,
            data: { how: 'held', came: [school, police], present: ['social-worker', 'police', 'education'] },
            in: 'who reasons',
          }),
        ),
        one('meeting-minutes-sent', '2026-04-10', {
          as: 'minutes',
          about: 'closed',
          data: { sentTo: [school, police] },
          in: 'minutes* confidential confidentialWhy',
        }),
        one('plan-detailed', '2026-04-11', {
          about: 'conference',
          in: 'outcomes* actions visiting contingency understood',
        }),
        one('lead-social-worker-named', '2026-04-11', { about: 'conference', in: 'name' }),
        one('core-group-held', '2026-04-12', { about: 'conference', in: 'progress actions*' }),
      ],
    },
    {
      agency: school,
      facts: [
        one('meeting-minutes-answered', '2026-04-12', {
          about: 'minutes',
          data: { answer: 'correct' },
          in: 'who correction',
        }),
        one('disagreement-raised', '2026-04-11', {
          as: 'raised',
          data: { decision: 'conference', against: [authority, police], stage: 'practitioners', safety: 'not-safe' },
          in: 'raisedBy withWhom reasons safetyHow safetyBy',
        }),
        one('disagreement-taken-higher', '2026-04-13', {
          as: 'taken',
          about: 'raised',
          data: { stage: 'partners' },
          in: 'takenBy withWhom reasons skipped',
        }),
      ],
    },
    {
      agency: authority,
      facts: [
        one('disagreement-safety-answered', '2026-04-12', {
          about: 'raised',
          data: { safety: 'safe' },
          in: 'how safetyBy',
        }),
        one('disagreement-answered', '2026-04-12', {
          about: 'raised',
          data: { answer: 'upheld' },
          in: 'answeredBy reasons',
        }),
      ],
    },
    { agency: partnership, facts: [request(partnership), one('observation-recorded', '2026-04-13', { in: 'seen' })] },
    { agency: deaths, facts: [request(deaths)] },
    { agency: panel, facts: [request(panel)] },
  ]
}
