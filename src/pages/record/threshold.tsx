// Which threshold document of the area a decision goes by: the form of a decision begins with it.
import type { FactDefinition } from '../../engine/fact.ts'
import type { Day } from '../../guidance/days.ts'
import type { CaseHead } from '../../ledger/read.ts'
import { readThresholdInForce, type ThresholdInForce } from '../../ledger/threshold-in-force.ts'
import { sayDay } from '../kit/days.ts'
import type { Visit } from '../pipeline/page.ts'

/** The document in force, where the kind asks by which a decision was made; nothing on other forms. */
export async function thresholdFor(
  visit: Visit,
  head: CaseHead,
  { fields }: Pick<FactDefinition, 'fields'>,
  day: Day,
): Promise<ThresholdInForce | undefined> {
  return 'threshold' in fields ? readThresholdInForce(visit.ledger, head.areaId, day) : undefined
}

/** As a decision cites it: "Right Help, Right Time, 4th edition, in force since 2 September 2019". */
export function sayThreshold({ version, from }: ThresholdInForce): string {
  return `${version || 'Threshold document of the area'}, in force since ${sayDay(from)}`
}

/** What the area has published, beside the form. */
export function WhatIsTheThreshold({ threshold }: { threshold: ThresholdInForce | undefined }) {
  if (!threshold) return null
  return (
    <section class="gt-record__proposed" aria-labelledby="threshold">
      <h2 class="govuk-heading-s" id="threshold">
        The threshold document of the area
      </h2>
      <p class="govuk-body-s">
        {sayThreshold(threshold)}.{threshold.place && ` Where it is: ${threshold.place}.`} Say in your reasons which
        level of need it comes to.
      </p>
    </section>
  )
}
