// The form of sharing: what, with whom, until when, why; or why not.

import { sayKind } from '../../people/agencies.ts'
import { nameOfChild } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { Checkboxes, Radios } from '../kit/component/choices.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import { Details, InsetText, WarningText } from '../kit/component/messages.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { count } from '../kit/days.ts'
import { valuesOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import { Meeting } from './meeting.tsx'
import type { OpenShare } from './share.page.ts'
import { WhyShared } from './why-shared.tsx'

interface Shown {
  readonly form: FormState
  readonly opened: OpenShare
  readonly messages: readonly Message[]
}

/** The page. */
export function shareView(visit: Visit, form: FormState, opened: OpenShare, messages: readonly Message[]): string {
  const { head, why, read, bases } = opened
  const name = nameOfChild(read)
  const base = `/case/${encodeURIComponent(head.reference)}`
  const shown = { form, opened, messages }
  const children = (
    <>
      <Styles />
      <Problems messages={messages} days={['until']} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l gt-record__title">Share records</h1>
      <div class="gt-record__form">
        {bases.startsFrom === 'must-unless' && (
          <InsetText>
            The law starts from sharing: what is relevant to keeping {name} safe is shared with those who need it,
            unless that would do {name} more harm than good. Everything is chosen below. Take out what is not relevant,
            or say why you do not share.
          </InsetText>
        )}
        {head.restriction !== 'none' && (
          <WarningText>
            This file is {head.restriction}. Everybody who signs in for an agency that you tell, and does not work on
            the file yet, will see what you choose. If that is not safe, ring instead.
          </WarningText>
        )}
        <Form visit={visit} form={form} title={`Share records: ${name}`} case={head.reference}>
          <Decision {...shown} />
          <Whom {...shown} path={visit.path} />
          <What {...shown} own={visit.post.agency.name} />
          <DateInput
            id={idOf('until')}
            namePrefix="until"
            legend="Until which day can they see it? (optional)"
            legendClass="govuk-fieldset__legend--s"
            hint="Without one they see it until you recall it"
            error={errorOf(shown, 'until')}
            values={{
              day: asTyped(form.typed, 'until-day'),
              month: asTyped(form.typed, 'until-month'),
              year: asTyped(form.typed, 'until-year'),
            }}
          />
          <h2 class="govuk-heading-m">Why you may share it</h2>
          <WhyShared bases={bases} typed={form.typed} messages={messages} unless="Select one" />
          <div class="govuk-button-group">
            <Button preventDoubleClick>Record your decision</Button>
            <SaveAndComeBack />
          </div>
        </Form>
      </div>
    </>
  )
  return framed(visit, {
    title: `Share records: ${name}`,
    back: { href: `${base}/told`, text: 'Who was told what' },
    hasErrors: messages.length > 0,
    why: <p>{why}</p>,
    keys: { record: `${base}/record` },
    children,
  })
}

function errorOf({ messages }: Shown, name: string): string | undefined {
  return messages.find(message => message.field === name)?.text
}

function Decision(shown: Shown) {
  const { typed } = shown.form
  return (
    <>
      <Radios
        id={idOf('decision')}
        name="decision"
        legend="What did you decide?"
        legendClass="govuk-fieldset__legend--m"
        error={errorOf(shown, 'decision')}
        class="govuk-radios--small"
        value={asTyped(typed, 'decision')}
        items={[
          { value: 'share', label: 'Share' },
          { value: 'not-share', label: 'Not share', hint: 'Only your own agency sees this decision' },
        ]}
      />
      <TextInput
        id={idOf('why-not')}
        name="why-not"
        label="If not: why not"
        labelClass="govuk-label--s"
        hint="Then say below with whom, and leave the rest empty"
        value={asTyped(typed, 'why-not')}
        error={errorOf(shown, 'why-not')}
        autocomplete="off"
      />
    </>
  )
}

/** Agencies of a kind are folded where there are many of it. */
const mostUnfolded = 6

function Whom({ path, ...shown }: Shown & { path: string }) {
  const { opened, form } = shown
  const ticked = valuesOf(form.typed, 'agencies')
  const ofKind = (kind: string) => opened.agencies.filter(agency => agency.kind === kind)
  const folded = opened.agencies.filter(
    agency => ofKind(agency.kind).length > mostUnfolded && !ticked.includes(agency.id),
  )
  const inSight = opened.agencies.filter(agency => !folded.includes(agency))
  const item = (agency: (typeof folded)[number]) => ({
    value: agency.id,
    label: agency.name,
    hint: [sayKind(agency.kind), agency.telephone].filter(Boolean).join(' · '),
  })
  return (
    <>
      <Checkboxes
        id={idOf('agencies')}
        name="agencies"
        legend="With whom?"
        legendClass="govuk-fieldset__legend--m"
        error={errorOf(shown, 'agencies')}
        class="govuk-checkboxes--small gt-options"
        values={ticked}
        items={inSight.map(item)}
      />
      {[...new Set(folded.map(agency => agency.kind))].map(kind => (
        <Details summary={`More of this kind: ${sayKind(kind).toLowerCase()}`}>
          <Checkboxes
            id={idOf(`agencies-${kind}`)}
            name="agencies"
            legend={<span class="govuk-visually-hidden">With whom? {sayKind(kind)}</span>}
            class="govuk-checkboxes--small"
            values={ticked}
            items={folded.filter(agency => agency.kind === kind).map(item)}
          />
        </Details>
      ))}
      {opened.meetings.length > 0 && (
        <Meeting typed={form.typed} opened={opened} path={path} errorOf={name => errorOf(shown, name)} />
      )}
    </>
  )
}

/** Older records are folded away. */
const recordsInSight = 12

function What({ own, ...shown }: Shown & { own: string }) {
  const { opened, form } = shown
  const kinds = valuesOf(form.typed, 'kinds')
  const ticked = valuesOf(form.typed, 'records')
  const inSight = opened.records.filter(({ root }, at) => at < recordsInSight || ticked.includes(root))
  const older = opened.records.filter(record => !inSight.includes(record))
  if (opened.records.length === 0)
    return <InsetText>{own} has recorded nothing on this file, so there is nothing that it could share.</InsetText>
  return (
    <>
      <Checkboxes
        id={idOf('records')}
        name="records"
        legend="Which records?"
        legendClass="govuk-fieldset__legend--m"
        hint={`What ${own} recorded, the newest first. What others recorded is theirs to share`}
        error={errorOf(shown, 'records')}
        class="govuk-checkboxes--small gt-options"
        values={ticked}
        items={inSight.map(({ root, label }) => ({ value: root, label }))}
      />
      {older.length > 0 && (
        <Details summary={`Older records (${older.length})`}>
          <Checkboxes
            id={idOf('records-older')}
            name="records"
            legend={<span class="govuk-visually-hidden">Which older records?</span>}
            class="govuk-checkboxes--small"
            values={ticked}
            items={older.map(({ root, label }) => ({ value: root, label }))}
          />
        </Details>
      )}
      <Details
        summary="Everything of a kind, also what is recorded from now on"
        open={kinds.length > 0 || errorOf(shown, 'kinds') !== undefined}
      >
        <Checkboxes
          id={idOf('kinds')}
          name="kinds"
          legend="Which kinds of record?"
          error={errorOf(shown, 'kinds')}
          class="govuk-checkboxes--small"
          values={kinds}
          items={opened.kinds.map(one => ({
            value: one.kind,
            label: one.label,
            hint: one.count > 0 ? `${count(one.count, 'record')} so far` : 'None so far',
          }))}
        />
      </Details>
    </>
  )
}
