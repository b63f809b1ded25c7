// The file, record by record, with what is proposed about each passage, what was decided, and the giving of it.
import { grounds, isGround } from '../../guidance/withholding.ts'
import { subjectAccessReleased, subjectAccessRequested } from '../../procedures/subject-access-request.ts'
import { Button } from '../kit/component/button.tsx'
import { Radios } from '../kit/component/choices.tsx'
import type { Content } from '../kit/component/markup.ts'
import { InsetText, NotificationBanner } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { count, sayDay, sayTime } from '../kit/days.ts'
import { valueOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { sayHappened } from '../record/fact-words.ts'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import type { OpenRequest } from './access-request.page.ts'
import { undecided } from './assemble.ts'
import { OneRecord } from './one-record.tsx'
import { countWords } from './read-decisions.ts'

interface Shown {
  readonly messages: readonly Message[]
  /** After it was given: whether the document and the decisions are still those that were given. */
  readonly isSame: { readonly document: boolean; readonly decisions: boolean } | undefined
  /** Names by post. */
  readonly people: ReadonlyMap<string, string>
}

/** The page. */
export function accessRequestView(visit: Visit, form: FormState, opened: OpenRequest, shown: Shown): string {
  const { head, name, request, answer, isGiven } = opened
  const title = `Answer the request for the record: ${name}`
  const { requester } = subjectAccessRequested.fields
  const children = (
    <>
      <link rel="stylesheet" href="/assets/own-record.css" />
      <Problems messages={shown.messages} at={field => `#${field}`} />
      <Kept visit={visit} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Answer the request for the record</h1>
      <SummaryList
        rows={[
          { key: 'Asked', value: sayHappened(request.happened) },
          { key: 'Who asks', value: requester.options[opened.requester].label },
          {
            key: 'What of',
            value: `What ${visit.post.agency.name} holds on this file, drafts included, and what others shared with it`,
          },
          answer && { key: 'Answered', value: `${labelOf(visit, answer.kind)}, ${sayHappened(answer.happened)}` },
        ]}
      />
      {isGiven && <Given {...{ opened, shown }} />}
      {answer ? (
        <Log {...{ visit, opened, shown }} />
      ) : (
        <Deciding {...{ visit, form, opened, title, messages: shown.messages }} />
      )}
    </>
  )
  return framed(visit, {
    title,
    back: { href: `/case/${head.reference}`, text: name },
    hasErrors: shown.messages.length > 0,
    why: opened.why,
    children,
  })
}

function labelOf(visit: Visit, kind: string): string {
  return visit.guidance.kinds.get(kind)?.label ?? kind
}

function Kept({ visit }: { visit: Visit }) {
  const kept = Number(valueOf(visit.query, 'kept') || Number.NaN)
  if (!Number.isInteger(kept)) return null
  return (
    <NotificationBanner type="success">
      <p class="govuk-notification-banner__heading">
        {kept === 0 ? 'Nothing was changed' : `${count(kept, 'decision')} kept`}
      </p>
    </NotificationBanner>
  )
}

interface DecidingProps {
  visit: Visit
  form: FormState
  opened: OpenRequest
  title: string
  messages: readonly Message[]
}

function Deciding({ visit, form, opened, title, messages }: DecidingProps) {
  const { listed, head, request } = opened
  const open = undecided(listed)
  const [first] = open
  const base = `/case/${head.reference}/access-request/${request.root}`
  const errorOf = (field: string) => messages.find(message => message.field === field)?.text
  return (
    <Form visit={visit} form={form} title={title} case={head.reference}>
      <h2 class="govuk-heading-m" id="to-decide">
        {open.length === 0 ? 'Nothing is left to decide' : `${open.length} to decide`}
      </h2>
      <p class="govuk-body">
        {first && (
          <>
            <a class="govuk-link" href={`#d-${first.key}`}>
              Go to the first
            </a>
            .{' '}
          </>
        )}
        Proposals come from the marks that were set while writing, and from who recorded what. Read the rest as well:
        what nobody marked is given unless you leave it out.
      </p>
      {listed.map(one => (
        <OneRecord one={one} typed={form.typed} messages={messages} />
      ))}
      <div class="govuk-button-group">
        <Button preventDoubleClick>Keep what I decided</Button>
        {open.length > 0 && (
          <Button class="govuk-button--secondary" name="_do" value="all">
            Keep it, and confirm the rest as proposed
          </Button>
        )}
        <SaveAndComeBack />
      </div>
      <h2 class="govuk-heading-m">Give the record</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/record.pdf`}>
          Read the document as it would be given (PDF)
        </a>
        . It says how to complain.
      </p>
      <Radios
        name="giving"
        legend="How is it given?"
        legendClass="govuk-fieldset__legend--s"
        class="govuk-radios--small"
        value={valueOf(form.typed, 'giving')}
        error={errorOf('giving')}
        items={Object.entries(subjectAccessReleased.fields.giving.options).map(([value, { label }]) => ({
          value,
          label,
        }))}
      />
      <Button name="_do" value="release" preventDoubleClick>
        Record that it is given today
      </Button>
    </Form>
  )
}

/** What was given, and whether it can still be made again as it was. */
function Given({ opened, shown }: { opened: OpenRequest; shown: Shown }) {
  const { head, request } = opened
  const { document = false, decisions = false } = shown.isSame ?? {}
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={`/case/${head.reference}/access-request/${request.root}/record.pdf`}>
          The document that was given (PDF)
        </a>
      </p>
      <InsetText>
        {document
          ? 'Made again now, the document is the same as the one that was given, to the last letter.'
          : 'Made again now, the document is not the same as the one that was given: words were removed since, a draft of then was recorded or thrown away, or the system words something differently.'}{' '}
        {decisions
          ? 'The decisions are those that were kept when it was given.'
          : 'The decisions are not those that were kept when it was given: tell the operator.'}
      </InsetText>
    </>
  )
}

/** Each decision with who made it, newest last. */
function Log({ visit, opened, shown }: { visit: Visit; opened: OpenRequest; shown: Shown }) {
  const { kept } = opened
  return (
    <>
      <h2 class="govuk-heading-m">What was decided, by whom</h2>
      {kept.length === 0 && <p class="gt-empty">Nothing was proposed and nothing was left out.</p>}
      <SummaryList
        rows={kept.map(one => ({
          key: `${sayDay(visit.ledger.dayOf(one.at))}, ${sayTime(one.at)}`,
          value: (
            <>
              <b>{one.decision === 'give' ? 'Given' : 'Left out'}</b>: {whatOf(opened, one)}
              {one.ground && isGround(one.ground) && `. Why: ${grounds[one.ground].label}`}
              <br />
              {shown.people.get(one.by)}
            </>
          ),
        }))}
      />
    </>
  )
}

/** Which words a decision was about, without the words. */
function whatOf({ listed }: OpenRequest, { factId, field, from, to }: OpenRequest['kept'][number]): Content {
  const one = listed.find(({ root, texts }) => root === factId || texts.some(text => text.factId === factId))
  if (!one) return 'A record that is not here any more'
  const where = `“${one.label}”, ${sayHappened(one.happened)}`
  if (field === '') return `all of ${where}`
  const text = one.texts.find(each => each.factId === factId && each.field === field)
  const words = text?.pieces
    .map(piece => piece.text)
    .join('')
    .slice(from, to)
  return `${words ? count(countWords(words), 'word') : 'words'} of ${where}`
}
