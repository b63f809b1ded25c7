// One run of early help as a page: where it stands, its aims, the plan, reviews, and the step that may come next.
import { isPartner, may } from '../../access/policy.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { agreementAsked, earlyHelpPlanStarted, earlyHelpReviewed, refusalJudged } from '../../procedures/early-help.ts'
import { nameOfChild } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { InsetText } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { sayDay } from '../kit/days.ts'
import { Marked } from '../kit/marking.tsx'
import { framed } from '../pipeline/frame.ts'
import type { OpenedCase, Visit } from '../pipeline/page.ts'
import { sayHappened } from '../record/fact-words.ts'
import { Aims } from './aims.tsx'
import { type Help, nextReview, wordsIn } from './help-of.ts'
import { sayHowItStands } from './of-case.tsx'

interface Shown extends OpenedCase {
  readonly read: ReadCase
  readonly help: Help
  readonly agencies: ReadonlyMap<string, string>
}

/** The page. */
export function earlyHelpView(visit: Visit, shown: Shown): string {
  const { head, why, glass, read, help } = shown
  const name = nameOfChild(read)
  const base = `/case/${head.reference}`
  const mayRecord = may(visit.post.role, 'record', glass ? 'opened' : 'granted')
  const isOpen = !help.ended
  const continues = (kind: string, root: string) => `${base}/record/${kind}?continues-fact=${root}`
  const again = (root: string) => continues('early-help-aim-scored', root)
  const stands = sayHowItStands(help)
  return framed(visit, {
    title: `Early help: ${name}`,
    why,
    back: { href: base, text: name },
    keys: { record: `${base}/record` },
    children: (
      <>
        <link rel="stylesheet" href="/assets/early-help.css" />
        <span class="govuk-caption-l">{name}</span>
        <h1 class="govuk-heading-l">Early help since {sayHappened(help.since)}</h1>
        <SummaryList rows={rowsOf(shown, `${stands.charAt(0).toUpperCase()}${stands.slice(1)}`)} />
        <Refusal read={read} help={help} />
        <h2 class="govuk-heading-m">What it is to change</h2>
        {help.aims.length === 0 ? (
          <p class="gt-empty">
            No aim is set. Each aim stands here with its scores over time, once it is agreed and scored with the family.
          </p>
        ) : (
          <Aims aims={help.aims} again={mayRecord && isOpen ? again : undefined} today={visit.today.day} />
        )}
        <Words read={read} help={help} />
        <h2 class="govuk-heading-m">Reviews</h2>
        {help.reviews.length === 0 ? (
          <p class="gt-empty">There was no review yet. Each will stand here with what it found.</p>
        ) : (
          <ul class="govuk-list govuk-list--spaced">
            {help.reviews.toReversed().map(review => (
              <li>
                <b>{sayHappened(review.happened)}</b>
                {review.data.helps &&
                  `: does it help? ${earlyHelpReviewed.fields.helps.options[review.data.helps].label}`}
                <Text text={wordsIn(read, review)['note']} />
              </li>
            ))}
          </ul>
        )}
        {mayRecord && isOpen && (
          <section aria-labelledby="next">
            <h2 class="govuk-heading-m" id="next">
              What comes next
            </h2>
            <ul class="govuk-list">
              {nextSteps(help).map(({ kind, text }) => (
                <li>
                  <a class="govuk-link" href={continues(kind, help.plan?.root ?? help.root)}>
                    {text}
                  </a>
                </li>
              ))}
              <li>
                <a class="govuk-link" href={`${base}/meeting?meeting=team-around-the-family`}>
                  Call a meeting of the team around the family
                </a>
              </li>
            </ul>
            <p class="govuk-body">
              If this is not enough, or the child is not safe, step up: the referral begins with what early help
              recorded, and nothing is typed again.
            </p>
            <Button href={isPartner(visit.post.role) ? `${base}/refer` : `${base}/record/referral-received`}>
              Step up to social care
            </Button>
          </section>
        )}
      </>
    ),
  })
}

function rowsOf({ read, help, agencies }: Shown, stands: string) {
  const { plan, assessed, asked } = help
  const next = nextReview(help)
  const named = (ids: readonly string[] | undefined) =>
    (ids ?? []).map(id => agencies.get(id) ?? 'An agency that is no longer listed').join(', ')
  const { threshold } = wordsIn(read, assessed)
  const rows: [string, string | undefined][] = [
    ['How it stands', stands],
    [
      'The family',
      asked?.data.answer &&
        `${agreementAsked.fields.answer.options[asked.data.answer].label}, ${sayHappened(asked.happened)}`,
    ],
    ['Lead practitioner', wordsIn(read, assessed)['lead'] ?? 'Nobody is named: the assessment says who leads'],
    ['Team around the family', named(plan?.data.team)],
    ['Took part in the assessment', named(assessed?.data.contributors)],
    [
      'Services',
      (plan?.data.services ?? []).map(one => earlyHelpPlanStarted.fields.services.options[one].label).join(', '),
    ],
    ['Threshold document', threshold],
    ['Next review', next && sayDay(next)],
  ]
  return rows.flatMap(([key, value]) => (value ? [{ key, value }] : []))
}

/** A refusal, and what was judged of it: needs that will grow without help are referred. */
function Refusal({ read, help: { asked, judged } }: Pick<Shown, 'read' | 'help'>) {
  if (asked?.data.answer !== 'refused' && !judged) return null
  const judgement = judged?.data.judgement && refusalJudged.fields.judgement.options[judged.data.judgement].label
  return (
    <InsetText>
      {asked?.data.answer === 'refused' && <p>The family refused, {sayHappened(asked.happened)}. </p>}
      {judged ? (
        <>
          <p>
            Judged, {sayHappened(judged.happened)}: {judgement}
          </p>
          <Text text={wordsIn(read, judged)['reasons']} />
        </>
      ) : (
        <p>It is not judged yet whether the child’s needs will grow without help.</p>
      )}
    </InsetText>
  )
}

function Words({ read, help: { noticed, assessed, plan, ended } }: Pick<Shown, 'read' | 'help'>) {
  const parts: [string, string | undefined][] = [
    ['What was noticed', wordsIn(read, noticed)['seen']],
    ['Needs and strengths', wordsIn(read, assessed)['needs']],
    ['What the child wants and feels', wordsIn(read, assessed)['wishes']],
    ['Plan', wordsIn(read, plan)['aims']],
    ['Who does what by when', wordsIn(read, assessed)['actions']],
    ['Why it ended, and who goes on with what', wordsIn(read, ended)['reasons']],
  ]
  return (
    <>
      {parts.map(
        ([title, text]) =>
          text && (
            <>
              <h2 class="govuk-heading-s govuk-!-margin-bottom-1">{title}</h2>
              <Text text={text} />
            </>
          ),
      )}
    </>
  )
}

function Text({ text }: { text: string | undefined }) {
  return text ? (
    <p class="govuk-body gt-early-help__text">
      <Marked text={text} />
    </p>
  ) : null
}

function nextSteps({ asked, assessed, plan }: Help): { kind: string; text: string }[] {
  return [
    ...(asked ? [] : [{ kind: 'early-help-agreement-asked', text: 'Record whether the family agrees' }]),
    ...(asked?.data.answer === 'refused'
      ? [{ kind: 'early-help-refusal-judged', text: 'Judge what the refusal means for the child' }]
      : []),
    ...(assessed ? [] : [{ kind: 'early-help-assessed', text: 'Record the assessment made with the family' }]),
    ...(plan ? [] : [{ kind: 'early-help-plan-started', text: 'Start the plan' }]),
    { kind: 'early-help-aim-set', text: 'Set an aim' },
    ...(plan ? [{ kind: 'early-help-reviewed', text: 'Record a review' }] : []),
    { kind: 'early-help-ended', text: 'End early help' },
  ]
}
