// What stands beside a form: the duty that it answers and what it starts.
import type { Duty } from '../../engine/derive.ts'
import type { Guidance } from '../../engine/guidance.ts'
import type { Day } from '../../guidance/days.ts'
import { limitsOn } from '../../guidance/limits.ts'
import { describeSource } from '../../guidance/sources.ts'
import { sayDay } from '../kit/days.ts'
import type { Visit } from '../pipeline/page.ts'
import { consequencesOf, editionOn, isOverdue, mustOf, sayDueDay, sayOwed, sayTrigger, sayWhose } from './duty-words.ts'
import type { OpenForm } from './open-form.ts'
import { isQuiet, type Preview } from './preview.ts'

/** The open duties that this record may answer, each with its paragraph. */
export function WhatItAnswers({ opened, guidance, today }: { opened: OpenForm; guidance: Guidance; today: Day }) {
  const { owed, answers } = opened
  const shown = answers ? owed.filter(duty => duty.id === answers) : owed
  if (shown.length === 0) return null
  return (
    <section class="gt-record__answers" aria-labelledby="answers">
      <h2 class="govuk-heading-s" id="answers">
        {shown.length === 1 ? 'This answers a duty' : 'This may answer these duties'}
      </h2>
      {shown.map(duty => {
        const rule = guidance.rules.get(duty.rule)
        const edition = rule && editionOn(rule, duty.from_day)
        return (
          <div class={`gt-beside${isOverdue(duty, today) ? ' gt-beside--overdue' : ''}`}>
            <p>{sayWhose(duty, opened, guidance)}</p>
            <p class="gt-beside__due">
              {isOverdue(duty, today) && <span class="gt-duty__flag">Overdue</span>} {sayOwed(duty, rule, today)}
            </p>
            <p class="gt-beside__from">{sayTrigger(duty, opened.read, guidance)}</p>
            {edition && (
              <p class="gt-beside__source">{`${edition.force === 'must' ? 'Must' : 'Should'}: ${describeSource(edition.source)}`}</p>
            )}
          </div>
        )
      })}
    </section>
  )
}

/** What recording it starts: by the rules alone, or with days once it was checked. */
export function WhatItStarts({
  visit,
  opened,
  preview,
}: {
  visit: Visit
  opened: OpenForm
  preview: Preview | undefined
}) {
  const consequences = consequencesOf(
    opened.definition.kind,
    opened.read.head.kind,
    visit.guidance,
    visit.today.day,
    limitsOn(opened.policy.local, visit.today.day),
  )
  if (!preview && consequences.length === 0) return null
  const certain = consequences.filter(one => one.isCertain)
  const possible = consequences.filter(one => !one.isCertain)
  const list = (of: typeof consequences) => (
    <ul class="govuk-list govuk-list--bullet">
      {of.map(({ must, limit }) => (
        <li>
          {must}, <b>{limit}</b>
        </li>
      ))}
    </ul>
  )
  return (
    <section class="gt-record__starts" aria-labelledby="starts" id="what-it-starts">
      <h2 class="govuk-heading-s" id="starts">
        {preview ? 'What this would start and meet' : 'What this starts'}
      </h2>
      {preview ? (
        <Previewed preview={preview} guidance={visit.guidance} today={visit.today.day} />
      ) : (
        <>
          {certain.length > 0 && list(certain)}
          {possible.length > 0 && (
            <>
              <p class="gt-quiet">
                {certain.length > 0 ? 'And, depending on what you answer:' : 'Depending on what you answer:'}
              </p>
              {list(possible)}
            </>
          )}
        </>
      )}
    </section>
  )
}

/** What changes among the duties, each with its day. */
export function Previewed(props: { preview: Preview; guidance: Guidance; today: Day; quiet?: string }) {
  const { preview, guidance, today, quiet = 'Nothing new is owed and no duty is met by it.' } = props
  const groups: [string, readonly Duty[], (duty: Duty) => string][] = [
    ['Starts', preview.starts, duty => `${sayDueDay(duty)}${sayIfPast(duty, today)}`],
    [
      'Meets',
      preview.meets,
      duty =>
        duty.met?.late === 'yes'
          ? `late: it was ${sayDueDay(duty)}`
          : duty.met?.late === 'maybe'
            ? `perhaps late: it was ${sayDueDay(duty)}`
            : 'in time',
    ],
    ['Opens again', preview.reopens, duty => `${sayDueDay(duty)}${sayIfPast(duty, today)}`],
    ['Is no longer owed', preview.ends, duty => sayDueDay(duty)],
    ['Moves', preview.moves.map(({ duty }) => duty), duty => `${sayDueDay(duty)}${sayWas(preview, duty)}`],
  ]
  return (
    <>
      {isQuiet(preview) && <p class="govuk-body">{quiet}</p>}
      {groups.map(
        ([title, duties, say]) =>
          duties.length > 0 && (
            <>
              <h3 class="gt-preview__title">{title}</h3>
              <ul class="govuk-list govuk-list--bullet">
                {duties.map(duty => (
                  <li>
                    {mustOf(duty.rule, guidance)}: <b>{say(duty)}</b>
                    {duty.remark && <span class="gt-quiet"> ({duty.remark})</span>}
                  </li>
                ))}
              </ul>
            </>
          ),
      )}
      <p class="gt-quiet gt-preview__note">
        As far as you can see: records of other agencies may change this. Nothing is recorded yet.
      </p>
    </>
  )
}

function sayIfPast(duty: Duty, today: Day): string {
  if (duty.met) return ', and is met already'
  return duty.due?.latest && duty.due.latest < today && duty.due.sense === 'by' ? ', so it is overdue at once' : ''
}

function sayWas(preview: Preview, duty: Duty): string {
  const was = preview.moves.find(one => one.duty.id === duty.id)?.was
  return was ? ` instead of ${sayDay(was)}` : ''
}
