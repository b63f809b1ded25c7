// Where an assessment stands: days used, the day it falls due, who leads it, who looked at it, and why it takes longer.
import type { DutyDefinition } from '../../engine/duty.ts'
import { dataOf, type FactDefinition } from '../../engine/fact.ts'
import { workingDaysBetween } from '../../guidance/working-days.ts'
import type { DutyRow } from '../../ledger/read.ts'
import { assessmentAuthorised, assessmentDelayExplained, assessmentReviewed } from '../../procedures/assessment.ts'
import { assessmentsOnFrame } from '../../procedures/assessment-frame.ts'
import { wordsOf } from '../case-file/child.ts'
import { dutyHref, sayDuty } from '../case-file/duties.ts'
import { Button } from '../kit/component/button.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { count, sayDay } from '../kit/days.ts'
import { Marked } from '../kit/marking.tsx'
import { type Assessment, checkpointsOf, leadOf, type OpenAssessment } from './opened.ts'
import type { Shown } from './shown.ts'

/** The duty of concluding it: that which arose from its beginning, else from the referral before it. */
function dutyOf({ read, assessment }: OpenAssessment, guidance: Shown['visit']['guidance']) {
  const { root } = assessment.began
  const chain = read.known.chains.get(root) ?? []
  const concludes = read.duties.filter(({ rule }) =>
    guidance.rules.get(rule)?.dischargedBy.some(kind => concludingKinds.has(kind.kind)),
  )
  return concludes.find(one => one.trigger_root === root) ?? concludes.find(one => chain.includes(one.trigger_root))
}

const concludingKinds: ReadonlySet<string> = new Set(
  assessmentsOnFrame.flatMap(({ concluded }) => concluded.map(({ kind }) => kind)),
)

/** The facts with which it can be concluded. */
function concluding({ began }: Assessment): readonly FactDefinition[] {
  const of = assessmentsOnFrame.find(one => one.began.kind === began.kind)?.concluded ?? []
  return of as unknown as readonly FactDefinition[]
}

/** A list of what is known of its course, and the one button of the page. */
export function Standing({ visit, opened, mayWrite }: Shown) {
  const { read, names, assessment, base, head } = opened
  const { reviews, delays } = checkpointsOf(read, assessment.began.root)
  const duty = dutyOf(opened, visit.guidance)
  const rule = duty && visit.guidance.rules.get(duty.rule)
  const about = `continues-fact=${assessment.began.root}`
  const isMain = assessment.began.kind === assessmentsOnFrame[0].began.kind
  const outcome = outcomeOf(opened)
  return (
    <>
      <SummaryList
        class="gt-standing"
        rows={[
          { key: 'Began', value: sayDay(assessment.began.happened.from) },
          duty && {
            key: 'Time',
            value: (
              <>
                {sayUsed(opened, duty, rule)}
                <a class="govuk-link" href={dutyHref(head.reference, duty.id)}>
                  {sayDuty(duty, rule, names, visit.today, read.known).words}
                </a>
              </>
            ),
          },
          { key: 'Led by', value: leadOf(assessment, names, head.workerName) ?? 'Nobody is named' },
          isMain && {
            key: 'Manager looked at it',
            value:
              reviews.length === 0
                ? 'Not yet'
                : reviews.map(one => (
                    <div>
                      {sayDay(one.happened.from)}
                      {wordsOf(read, one as never)['challenge'] && (
                        <span class="gt-as-typed">
                          : <Marked text={wordsOf(read, one as never)['challenge'] ?? ''} />
                        </span>
                      )}
                    </div>
                  )),
          },
          delays.length > 0 && {
            key: assessmentDelayExplained.label,
            value: delays.map(one => (
              <div>
                {sayDay(one.happened.from)}: <Marked text={wordsOf(read, one as never)['reasons'] ?? ''} />
              </div>
            )),
          },
          assessment.concluded && {
            key: 'Concluded',
            value: [sayDay(assessment.concluded.happened.from), outcome].filter(Boolean).join(': '),
          },
        ]}
      />
      {mayWrite && !assessment.concluded && (
        <div class="gt-assessment__actions gt-no-print">
          <Button href={`${base}/assessment/${assessment.began.root}/development`}>Write what was found</Button>
          <ul class="govuk-list gt-assessment__links">
            {[...(isMain ? [assessmentReviewed, assessmentDelayExplained] : []), ...concluding(assessment)].map(
              kind => (
                <li>
                  <a class="govuk-link" href={`${base}/record/${kind.kind}?${about}`}>
                    Record: {kind.label}
                  </a>
                </li>
              ),
            )}
          </ul>
        </div>
      )}
    </>
  )
}

/** "31 of 45 working days used. " where its limit counts them. */
function sayUsed({ assessment }: OpenAssessment, duty: DutyRow, rule: DutyDefinition | undefined): string {
  const limit = rule?.editions.find(({ edition }) => edition === duty.edition)?.within
  if (limit?.kind !== 'working-days') return ''
  try {
    const used = workingDaysBetween(duty.from_day, assessment.until)
    return `${used} of ${count(limit.count, 'working day')} used. `
  } catch {
    return '' // beyond the known bank holidays
  }
}

function outcomeOf({ assessment: { concluded } }: OpenAssessment): string | undefined {
  const outcome = concluded && dataOf(assessmentAuthorised, concluded)?.outcome
  return outcome && assessmentAuthorised.fields.outcome.options[outcome].label
}
