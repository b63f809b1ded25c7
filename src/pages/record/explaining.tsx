// The form of a reason: which duty it explains, named by the link that led here or chosen among those that are late.

import { standingOf } from '../../ledger/read.ts'
import { departureExplained } from '../../procedures/departure.ts'
import { sayStanding } from '../case-file/duties.ts'
import { Radios } from '../kit/component/choices.tsx'
import type { Visit } from '../pipeline/page.ts'
import { mustOf, sayTrigger } from './duty-words.ts'
import { idOf } from './fact-fields.tsx'
import { named, type OpenForm } from './open-form.ts'
import type { Message } from './read-fact.ts'

/** Whether a form is that of a reason. It names a duty and meets none. */
export function isExplaining(kind: string): boolean {
  return kind === departureExplained.kind
}

/** What is wrong where no duty is named. */
export function messagesOnExplained({ definition, answers, owed }: OpenForm): Message[] {
  if (!isExplaining(definition.kind) || answers) return []
  const text =
    owed.length > 0 ? 'Select what was late or not done' : 'Nothing on this file is late: there is nothing to explain'
  return [{ field: named.answers, text }]
}

/** The duty that is explained, above the form. */
export function WhatItExplains({ visit, opened }: { visit: Visit; opened: OpenForm }) {
  const duty = opened.owed.find(one => one.id === opened.answers)
  if (!duty) return null
  return (
    <section class="gt-record__answers" aria-labelledby="explains">
      <h2 class="govuk-heading-s" id="explains">
        What this explains
      </h2>
      <div class="gt-beside">
        <p>{mustOf(duty.rule, visit.guidance)}</p>
        <p class="gt-beside__due">{sayHow(visit, opened, duty)}</p>
        <p class="gt-beside__from">{sayTrigger(duty, opened.read, visit.guidance)}</p>
        <p class="gt-quiet">A reason meets nothing: what was late stays late, with the reason beside it.</p>
      </div>
    </section>
  )
}

/** Which of the late duties is explained: asked where no link said so. */
export function ExplainsWhich({
  visit,
  opened,
  messages,
}: {
  visit: Visit
  opened: OpenForm
  messages: readonly Message[]
}) {
  if (opened.answers) return <input type="hidden" name={named.answers} value={opened.answers} />
  if (opened.owed.length === 0)
    return (
      <p class="gt-empty" id={idOf(named.answers)}>
        Nothing on this file is late: there is nothing to explain.
      </p>
    )
  return (
    <Radios
      id={idOf(named.answers)}
      name={named.answers}
      legend="What was late or not done?"
      legendClass="govuk-fieldset__legend--s"
      class="govuk-radios--small"
      error={messages.find(({ field }) => field === named.answers)?.text}
      items={opened.owed.map(duty => ({
        value: duty.id,
        label: mustOf(duty.rule, visit.guidance),
        hint: `${sayHow(visit, opened, duty)}. ${sayTrigger(duty, opened.read, visit.guidance)}`,
      }))}
    />
  )
}

function sayHow({ today, guidance }: Visit, { read }: OpenForm, duty: OpenForm['owed'][number]): string {
  const rule = guidance.rules.get(duty.rule)
  return sayStanding(duty, rule, standingOf(duty, today), today, root => read.known.byRoot.has(root))
}
