// The form of a correction: as the fact stands, why it is corrected, and what it said before.
import type { Hint } from '../../exchange/cin/hints/hints.ts'
import { WhatTheCensusQueries } from '../census/hint.tsx'
import { Button } from '../kit/component/button.tsx'
import { Radios } from '../kit/component/choices.tsx'
import { Details } from '../kit/component/messages.tsx'
import { sayDay } from '../kit/days.ts'
import { NarrativeArea } from '../kit/marking.tsx'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { Previewed } from '../record/beside.tsx'
import { Answers, type Recorded } from '../record/conflict.view.tsx'
import { type Asked, anchorOf, asTyped, FactFields, idOf, WhenItHappened } from '../record/fact-fields.tsx'
import { nameOf } from '../record/fact-words.ts'
import { named } from '../record/open-form.ts'
import type { Preview } from '../record/preview.ts'
import { Problems } from '../record/problems.tsx'
import { type Message, timeAt } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import { forWhomField, type OpenFact, reasonField } from './open-fact.ts'

interface Shown {
  readonly messages: readonly Message[]
  readonly preview?: Preview
  /** What the census would query as it would then be. */
  readonly hints?: readonly Hint[]
  readonly versions: readonly (Recorded & { readonly reason: string | null })[]
}

/** The page. */
export function correctView(visit: Visit, form: FormState, opened: OpenFact, shown: Shown): string {
  const { definition, read, fact } = opened
  const { messages, preview, versions, hints = [] } = shown
  const name = nameOf(read)
  const { typed } = form
  const asked: Asked = {
    definition,
    typed,
    messages,
    parties: opened.parties,
    openedOn: opened.reading.openedOn,
    me: visit.post.id,
  }
  const address = `/case/${read.head.reference}/fact/${fact.root}`
  const children = (
    <>
      <Styles />
      <Problems messages={messages} at={field => anchorOf(field, definition)} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l gt-record__title">Correct: {definition.label}</h1>
      <div class="gt-record">
        <div class="gt-record__form">
          <Form visit={visit} form={form} title={`Correct: ${definition.label}: ${name}`} case={read.head.reference}>
            <input type="hidden" name={named.seen} value={asTyped(typed, named.seen) || opened.seen} />
            <WhenItHappened asked={asked} />
            <FactFields asked={asked} />
            <NarrativeArea
              id={idOf(reasonField)}
              name={reasonField}
              label="Why is it corrected?"
              labelClass="govuk-label--s"
              hint="Stands beside the record for good. For example: the date was typed wrongly; the minutes say 21 March"
              rows={3}
              value={asTyped(typed, reasonField)}
              error={messages.find(({ field }) => field === reasonField)?.text}
            />
            {opened.others.length > 0 && (
              <Radios
                name={forWhomField}
                id={idOf(forWhomField)}
                legend="This was recorded for several children at once. Correct it for whom?"
                legendClass="govuk-fieldset__legend--s"
                error={messages.find(({ field }) => field === forWhomField)?.text}
                value={asTyped(typed, forWhomField)}
                items={[
                  { value: 'this', label: `${name} only` },
                  {
                    value: 'all',
                    label: `All ${opened.others.length + 1}: ${[name, ...opened.others.map(other => other.name)].join(', ')}`,
                    hint: 'What you change here is changed for each; what was said of one child alone stays',
                  },
                ]}
              />
            )}
            {preview && (
              <section class="gt-record__starts" aria-labelledby="changes" id="what-it-changes">
                <h2 class="govuk-heading-s" id="changes">
                  What this would change
                </h2>
                <Previewed preview={preview} guidance={visit.guidance} today={visit.today.day} />
              </section>
            )}
            <WhatTheCensusQueries hints={hints} />
            <div class="govuk-button-group">
              <Button preventDoubleClick>Correct it</Button>
              <Button
                class="govuk-button--secondary"
                name="_check"
                value="yes"
                attributes={{ formaction: `${visit.path}#what-it-changes` }}
              >
                Check what this changes
              </Button>
              <SaveAndComeBack />
            </div>
          </Form>
        </div>
        <aside class="gt-record__guiding" aria-label="What it says so far">
          <Details
            summary={versions.length === 1 ? 'What it says now' : `What it said (${versions.length} versions)`}
            open
          >
            {versions.toReversed().map(version => (
              <>
                <p class="gt-quiet gt-version">
                  {version.by}, {sayDay(visit.ledger.dayOf(version.at))} at {timeAt(version.at)}
                  {version.reason && `: ${version.reason}`}
                </p>
                <Answers definition={definition} recorded={version} />
              </>
            ))}
          </Details>
          <p class="govuk-body-s">
            Should it not be on this case at all?{' '}
            <a class="govuk-link" href={`${address}/strike-out`}>
              Strike it out
            </a>
          </p>
        </aside>
      </div>
    </>
  )
  return framed(visit, {
    title: `Correct: ${definition.label}: ${name}`,
    back: { href: `/case/${read.head.reference}#fact-${fact.number}`, text: name },
    hasErrors: messages.length > 0,
    why: <p>{opened.why}</p>,
    children,
  })
}
