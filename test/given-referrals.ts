/** For tests of the front door’s queue: referrals in a small borough, asking and answering about them, and proposing how to decide. */
import { disclose } from '../src/ledger/disclose.ts'
import { newId } from '../src/platform/identifier.ts'
import { on } from './given-case.ts'
import { type ChildOf, smallCaseload } from './small-caseload.ts'

/** A server on Tuesday 14 April 2026 with no referral yet. */
export async function givenReferrals() {
  const here = await smallCaseload()
  const posts = here.borough.people
  const referred = (surname: string, day: string, more: Partial<ChildOf> & { source?: string } = {}) =>
    here.child({
      surname,
      facts: [['referral-received', day, { source: more.source ?? '2A', harm: ['neglect'], primaryNeed: 'N4' }]],
      ...more,
    })

  type Child = Awaited<ReturnType<typeof referred>>
  /** Asks agencies on a child’s case, each by a request of its own, to answer by a day. */
  async function asks({ id, fact }: Child, agencies: readonly string[], answerBy = '2026-04-15') {
    const roots: string[] = []
    for (const agency of agencies) {
      const root = await fact('information-requested', '2026-04-13', {
        data: { asked: [agency], purpose: 'section-17', answerBy },
      })
      await disclose(here.server.ledger, {
        areaId: here.borough.area,
        caseId: id,
        submissionId: newId(),
        by: { postId: posts.eastWorker.post, agencyId: here.borough.agencies.authority },
        toAgencyIds: [agency],
        roots: [root],
        basis: 'ca1989-s17',
        necessity: 'To decide.',
        familyTold: 'yes',
      })
      roots.push(root)
    }
    return roots
  }
  const answer = ({ id }: Child, about: string, who: 'teacher' | 'police') =>
    here.server.record(who, {
      by: { postId: null, agencyId: posts[who].agency },
      acts: [
        {
          act: 'record',
          kind: 'information-request-answered',
          caseId: id,
          happened: on('2026-04-14'),
          about,
          data: { answer: 'involved' },
          narrative: {},
        },
      ],
    })
  const referralOf = async ({ id }: Child) =>
    (
      await here.server.db.owner.query<{ root: string }>(
        `select root from fact where case_id = $1 and kind = 'referral-received'`,
        [id],
      )
    ).rows[0]?.root ?? ''
  const proposes = async (child: Child, data: Record<string, unknown>, reasons = 'Asked for, and it would help.') =>
    child.fact('referral-decision-proposed', '2026-04-14', {
      about: await referralOf(child),
      data,
      narrative: { threshold: 'Right Help, 4th edition', reasons },
    })

  return { ...here, posts, referred, asks, answer, referralOf, proposes }
}

/** The words of one child’s row. */
export const rowOf = (html: string, surname: string) =>
  html
    .split('gt-triage__one')
    .find(row => row.includes(`${surname}</a>`))
    ?.replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ') ?? ''
